"""The likely culprit: which cells are named for which mistake, and what is said."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report.check import LastYear
from make_report.check.arithmetic import can_be_judged
from make_report.check.figures import figures_of
from make_report.check.repair import likely_repairs
from make_report.filing import Filing, State
from make_report.form.equation import Equation
from make_report.form.model import Form
from make_report.record import replace
from make_report.repair import MOST_IN_ALL, MOST_SHOWN, Mistake, Repair
from make_report.show.repairs import mistake_sentences
from tests.check.test_balance import FIGURES, FIXTURE, balanced, changed, entries
from tests.filings import Given, filing, totals

FEW = {3: 5, 8: 31, 40: 12, 77: 9, 90: 146, 131: 4}
"""Figures here and there in both tables, enough for every column not to be alone."""

TYPED = st.sampled_from(("requests", "disputes"))


def typed(form: Form, figures: Mapping[int, int]) -> Filing:
    """Return balanced tables in which staff typed every total."""
    cells = balanced(form, figures)
    return filing(form, cells | totals(form, filing(form, cells)))


def alternatives(form: Form, whole: Filing, last_year: LastYear | None = None) -> tuple[Repair, ...]:
    """Return all repairs, those that are only counted included, mistake by mistake."""
    return tuple(repair for mistake in likely_repairs(form, whole, last_year) for repair in mistake.repairs)


def named(repairs: Iterable[Repair]) -> list[dict[str, tuple[int | None, int]]]:
    """Return the cells of each repair with their figures before and after."""
    return [
        {change.field: (None if change.before is None else int(change.before), int(change.after)) for change in changes}
        for changes in (repair.changes for repair in repairs)
    ]


def repaired(whole: Filing, repair: Repair) -> Filing:
    values = dict(whole.values)
    for change in repair.changes:
        values[change.field] = replace(values[change.field], content=change.after, state=State.READ)
    return replace(whole, values=values)


def exchanged(whole: Filing, one: str, other: str) -> Filing:
    values = dict(whole.values)
    first, second = values[one], values[other]
    values[one], values[other] = (
        replace(first, content=second.content),
        replace(second, content=first.content),
    )
    return replace(whole, values=values)


def name(equation: Equation) -> tuple[str, str]:
    return equation.declaration.code, equation.scope


def failing(form: Form, whole: Filing) -> set[tuple[str, str]]:
    """Return the equations that do not hold, those that check_filing folds into another finding included."""
    figures = figures_of(form, whole)
    return {
        name(equation)
        for equation in form.sums
        if can_be_judged(equation, figures)
        and not equation.holds(figures.sum(equation.left), figures.sum(equation.right))
    }


def codes(repair: Repair) -> list[str]:
    return [equation.declaration.code for equation in repair.equations]


def test_of_two_typed_totals_the_wrong_one_is_named(form_2021: Form) -> None:
    whole = typed(form_2021, FEW)
    right = whole["requests.concluded.natural_person"].number
    assert right is not None
    wrong = changed(whole, "requests.concluded.natural_person", -1)
    (repair,) = alternatives(form_2021, wrong)
    assert named((repair,)) == [{"requests.concluded.natural_person": (int(right) - 1, int(right))}]
    assert codes(repair) == ["A01", "A02", "A03"]
    assert repair.changes[0].place == whole["requests.concluded.natural_person"].place


def test_a_total_of_cases_that_was_left_at_zero_gets_the_sum(form_2021: Form) -> None:
    group = "disputes.reconsideration"
    given: dict[str, Given] = {f"{group}.upheld": 10, f"{group}.corrected": 1, f"{group}.total": 0}
    assert named(alternatives(form_2021, filing(form_2021, given))) == [{f"{group}.total": (0, 11)}]


def test_a_mistyped_entry_is_named_where_all_totals_are_typed(form_2021: Form, form_2019: Form) -> None:
    for form in (form_2019, form_2021):
        whole = typed(form, FEW)
        cell = "requests.partly_granted.commercial_enterprise"
        before = whole[cell].number
        assert before is not None
        (repair,) = alternatives(form, changed(whole, cell, 6))
        assert named((repair,)) == [{cell: (int(before) + 6, int(before))}]
        assert codes(repair) == ["A01", "A02"]


def test_of_many_cells_that_would_do_the_likeliest_slips_come_first_and_all_are_listed(
    form_2021: Form,
) -> None:
    given: dict[str, Given] = {"requests.received.natural_person": 132, "requests.granted.natural_person": 123}
    (mistake,) = likely_repairs(form_2021, filing(form_2021, given))
    assert named(mistake.shown)[:2] == [
        {"requests.received.natural_person": (132, 123)},
        {"requests.granted.natural_person": (123, 132)},
    ]
    column = [field for field in entries(form_2021, "requests") if field.column == "natural_person"]
    # All but the figure carried in could be more by 9; that would have to be less than nothing.
    assert len(mistake.listed) == len(column) - 1
    assert len(mistake.shown) == MOST_SHOWN
    assert [repair.rank for repair in mistake.listed] == sorted(repair.rank for repair in mistake.listed)


def test_many_cells_that_would_do_equally_well_are_said_to_be_so(form_2021: Form) -> None:
    rows = ("granted", "partly_granted", "unavailable.not_held", "refused.state_secret", "not_processed.repeated")
    results = [f"requests.{row}.natural_person" for row in rows]
    given: dict[str, Given] = {**dict.fromkeys(results, 4), "requests.received.natural_person": 19}
    (mistake,) = likely_repairs(form_2021, filing(form_2021, given))
    assert len(mistake.repairs) > MOST_IN_ALL
    assert not mistake.is_clear
    assert {*results, "requests.received.natural_person"} <= {cell for ways in named(mistake.repairs) for cell in ways}


def test_the_total_comes_before_a_digit_that_may_be_mistyped(form_2021: Form) -> None:
    group = "disputes.direct_litigation"
    given: dict[str, Given] = {f"{group}.upheld": 10, f"{group}.other": 1, f"{group}.total": 21}
    assert named(alternatives(form_2021, filing(form_2021, given))) == [
        {f"{group}.total": (21, 11)},
        {f"{group}.upheld": (10, 20)},
        {f"{group}.other": (1, 11)},
        {f"{group}.corrected": (0, 10)},
        {f"{group}.pending": (0, 10)},
    ]


def test_two_mistakes_in_different_corners_get_a_repair_each(form_2021: Form) -> None:
    first, second, third = (
        "requests.granted.natural_person",
        "requests.otherwise.other.other_organisation",
        "disputes.reconsideration.total",
    )
    wrong = changed(changed(changed(typed(form_2021, FEW), first, 7), second, 2), third, 3)
    repairs = alternatives(form_2021, wrong)
    assert [change.field for repair in repairs[:3] for change in repair.changes] == [first, second, third]
    assert [len(repair.equations) for repair in repairs[:3]] == [2, 2, 1]


def test_two_wrong_totals_that_share_no_equation_get_a_repair_each(form_2021: Form) -> None:
    first, second = "requests.granted.total", "requests.concluded.natural_person"
    repairs = alternatives(form_2021, changed(changed(typed(form_2021, FEW), first, 4), second, 3))
    assert [[change.field for change in repair.changes] for repair in repairs] == [[first], [second]]
    assert [codes(repair) for repair in repairs] == [["A01", "A02"], ["A01", "A02", "A03"]]


def test_two_mistakes_in_one_row_are_repaired_together(form_2021: Form) -> None:
    first, second = "requests.granted.natural_person", "requests.granted.other_organisation"
    (repair,) = alternatives(form_2021, changed(changed(typed(form_2021, FEW), first, 7), second, 2))
    assert [change.field for change in repair.changes] == [first, second]
    assert codes(repair) == ["A01", "A02", "A02"]


def test_neighbours_in_each_others_place_are_put_back(form_2021: Form) -> None:
    one, other = "requests.received.natural_person", "requests.received.commercial_enterprise"
    cells = balanced(form_2021, {1: 40, 2: 5, 60: 8, 61: 21})
    by_formula = filing(form_2021, cells)
    by_hand = filing(form_2021, cells | totals(form_2021, by_formula))
    before, after = by_formula[one].number, by_formula[other].number
    assert before is not None
    assert after is not None
    assert before != after
    for whole in (by_formula, by_hand):
        repairs = alternatives(form_2021, exchanged(whole, one, other))
        expected = {one: (int(after), int(before)), other: (int(before), int(after))}
        assert named(repairs)[0] == expected


def test_an_exchange_is_one_slip_and_comes_before_two_wrong_totals(form_2021: Form) -> None:
    one, other = "requests.granted.natural_person", "requests.partly_granted.natural_person"
    given: dict[str, Given] = {"requests.received.natural_person": 24, one: 15, other: 9}
    whole = filing(form_2021, given)
    wrong = exchanged(filing(form_2021, given | totals(form_2021, whole)), one, other)
    assert named(alternatives(form_2021, wrong))[0] == {one: (9, 15), other: (15, 9)}


def test_two_wrong_totals_are_named_where_no_figures_changed_places(form_2021: Form) -> None:
    one, other = "requests.granted", "requests.partly_granted"
    given: dict[str, Given] = {"requests.received.natural_person": 24}
    given |= {f"{one}.natural_person": 15, f"{other}.natural_person": 9}
    whole = filing(form_2021, given | totals(form_2021, filing(form_2021, given)))
    wrong = changed(changed(whole, f"{one}.total", 2), f"{other}.total", -2)
    assert named(alternatives(form_2021, wrong))[0] == {f"{one}.total": (17, 15), f"{other}.total": (7, 9)}


_CELLS = ("natural_person", "commercial_enterprise", "research_institution", "public_welfare_organisation")


def _row(name: str, *figures: int) -> dict[str, Given]:
    return {f"requests.{name}.{cell}": figure for cell, figure in zip(_CELLS, figures, strict=False)}


@pytest.mark.parametrize("by_hand", [False, True])
@pytest.mark.parametrize(("wrong", "words"), [((0, 8, 5, 1), "左移一格"), ((5, 1, 0, 0), "右移一格")])
def test_a_row_one_cell_off_is_one_slip(wrong: tuple[int, ...], words: str, *, by_hand: bool, form_2021: Form) -> None:
    right = (8, 5, 1, 0) if wrong[0] == 0 else (0, 5, 1, 0)
    whole = _row("received", *(one + other for one, other in zip(right, (5, 1, 1, 0), strict=True)))
    whole |= _row("granted", *right) | _row("partly_granted", 5, 1, 1)
    whole |= totals(form_2021, filing(form_2021, whole)) if by_hand else {}
    broken = filing(form_2021, whole | _row("granted", *wrong))
    ((repair,),) = [one.repairs for one in likely_repairs(form_2021, broken)]
    after = {change.field.rpartition(".")[2]: change.after for change in repair.changes}
    assert after == {cell: new for cell, new, old in zip(_CELLS, right, wrong, strict=True) if new != old}
    (sentence,) = mistake_sentences(Mistake((repair,)), "zh-CN")
    assert words in sentence


def test_three_slips_in_three_columns_are_no_row_one_cell_off(form_2021: Form) -> None:
    whole = _row("received", 13, 6, 2) | _row("granted", 8, 5, 1) | _row("partly_granted", 5, 1, 1)
    wrong = whole | _row("granted", 9, 3, 4)
    assert len(likely_repairs(form_2021, filing(form_2021, wrong))) == 3


def test_a_figure_missed_in_a_column_and_its_total_names_both(form_2021: Form) -> None:
    cells = ("requests.received.natural_person", "requests.received.total")
    whole = typed(form_2021, {0: 33})
    wrong = changed(changed(whole, cells[0], -1), cells[1], -1)
    repairs = alternatives(form_2021, wrong)
    assert set(cells) in [{change.field for change in repair.changes} for repair in repairs]
    assert all(codes(repair) == ["A03", "A03"] for repair in repairs)


@pytest.mark.parametrize("unknown", [None, State.UNREADABLE])
def test_nothing_is_said_of_a_table_with_cells_that_are_not_known(form_2021: Form, unknown: Given) -> None:
    cells = balanced(form_2021, FEW)
    right = totals(form_2021, filing(form_2021, cells))
    blank = {"requests.received.natural_person": unknown, "requests.granted.total": 999}
    assert alternatives(form_2021, filing(form_2021, cells | right | blank)) == ()


def test_another_table_is_repaired_beside_a_cell_that_is_unreadable(form_2021: Form) -> None:
    total = "disputes.reconsideration.total"
    given: dict[str, Given] = {
        "requests.received.natural_person": State.UNREADABLE,
        "disputes.reconsideration.upheld": 3,
        total: 0,
    }
    assert named(alternatives(form_2021, filing(form_2021, given)))[0] == {total: (0, 3)}


def test_nothing_is_said_of_a_sound_filing_or_of_a_warning(form_2021: Form) -> None:
    warned = {"disclosure.normative_documents.made": 3, "disclosure.normative_documents.in_force": 2}
    assert alternatives(form_2021, filing(form_2021)) == ()
    assert alternatives(form_2021, filing(form_2021, zero=False)) == ()
    assert alternatives(form_2021, filing(form_2021, warned)) == ()


def test_nothing_is_said_where_everything_is_wrong(form_2021: Form) -> None:
    whole = typed(form_2021, FEW)
    for number, field in enumerate(entries(form_2021, "requests")):
        whole = changed(whole, field.id, 1 + number * number % 37)
    assert alternatives(form_2021, whole) == ()


def test_no_figure_is_proposed_beyond_its_limits(form_2021: Form) -> None:
    group = "disputes.reconsideration"
    given: dict[str, Given] = {f"{group}.upheld": 1, f"{group}.total": 0}
    repairs = alternatives(form_2021, filing(form_2021, given))
    assert named(repairs) == [{f"{group}.total": (0, 1)}, {f"{group}.upheld": (1, 0)}]


@FIXTURE
@given(figures=FIGURES, number=st.integers(0, 400), by=st.integers(-400, 400).filter(bool))
def test_any_single_cell_broken_among_typed_totals_is_found_and_restored(
    form_2019: Form, form_2021: Form, figures: dict[int, int], number: int, by: int
) -> None:
    for form in (form_2019, form_2021):
        whole = typed(form, figures)
        fields = [field.id for field in form.fields.values() if field.section == "requests" and field.type]
        cell = fields[number % len(fields)]
        was = whole[cell].number
        assert was is not None
        if was + by < 0:
            by = -by
        (repair,) = alternatives(form, changed(whole, cell, by))
        assert named((repair,)) == [{cell: (int(was + by), int(was))}]


@FIXTURE
@given(
    figures=FIGURES,
    slips=st.lists(st.tuples(st.integers(0, 400), st.integers(1, 400)), min_size=1, max_size=4),
    by_hand=st.booleans(),
)
def test_what_is_proposed_comes_out_and_breaks_nothing(
    form_2021: Form, figures: dict[int, int], slips: list[tuple[int, int]], *, by_hand: bool
) -> None:
    whole = typed(form_2021, figures) if by_hand else filing(form_2021, balanced(form_2021, figures))
    fields = [field for field, value in whole.values.items() if value.number is not None]
    for number, by in slips:
        whole = changed(whole, fields[number % len(fields)], by)
    broken = failing(form_2021, whole)
    for repair in alternatives(form_2021, whole):
        assert failing(form_2021, repaired(whole, repair)) == broken - {*map(name, repair.equations)}
        assert all(Decimal(0) <= change.after != change.before for change in repair.changes)


def swapped(figure: int) -> int:
    """Return a figure with its last two digits in each other's place."""
    return figure // 100 * 100 + figure % 10 * 10 + figure // 10 % 10


def last_digit_lost(figure: int) -> int:
    return figure // 10


def doubled_digit(figure: int) -> int:
    return figure * 10 + figure % 10


def left_at_zero(figure: int) -> int:
    return figure * 0


SLIPS = st.sampled_from((swapped, last_digit_lost, doubled_digit, left_at_zero))


@FIXTURE
@given(figures=FIGURES, number=st.integers(0, 400), slip=SLIPS, totals_only=st.booleans())
def test_a_slip_of_the_pen_at_any_place_is_among_the_repairs_and_a_total_first_of_them(
    form_2021: Form, figures: dict[int, int], number: int, slip: Callable[[int], int], *, totals_only: bool
) -> None:
    whole = typed(form_2021, figures)
    cells = [
        field.id
        for field in form_2021.fields.values()
        if field.section in ("requests", "disputes") and field.type and (field.computed or not totals_only)
    ]
    cell = cells[number % len(cells)]
    was = int(whole[cell].number or 0)
    if slip(was) == was:
        return
    found = named(alternatives(form_2021, changed(whole, cell, slip(was) - was)))
    truth = {cell: (slip(was), was)}
    assert truth in found
    assert found[0] == truth or not form_2021.fields[cell].computed


@FIXTURE
@given(figures=FIGURES, number=st.integers(0, 400))
def test_two_figures_a_row_off_are_among_the_repairs(form_2021: Form, figures: dict[int, int], number: int) -> None:
    whole = typed(form_2021, figures)
    column = [field.id for field in entries(form_2021, "requests") if field.column == "natural_person"]
    one, other = column[number % (len(column) - 1) :][:2]
    if whole[one].number == whole[other].number:
        return
    found = named(alternatives(form_2021, exchanged(whole, one, other)))
    first, second = (int(whole[cell].number or 0) for cell in (one, other))
    truth = {one: (second, first), other: (first, second)}
    # Where each of the two broke an equation of its own, each is said by itself.
    assert truth in found or all({cell: figures} in found for cell, figures in truth.items())
