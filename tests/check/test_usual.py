"""Figures that nothing stands behind, that are unusual, or do not suit the unit."""

import pytest

from make_report.check import check_filing
from make_report.check.choice import possible_choices
from make_report.filing import State
from make_report.finding import Severity
from make_report.form.model import Form
from tests.filings import Given, cell, filing, judged

TOWNSHIP = "某某县某某镇人民政府"


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("某某县某某镇人民政府", {"township"}),
        ("某某县某某乡政府", {"township"}),
        ("某某市某某区某某街道办事处", {"subdistrict"}),
        ("某某县人民政府", {"county"}),
        ("某某市某某区人民政府", {"city", "county"}),
        ("某某自治区人民政府", {"province"}),
        ("某某市人民政府", {"province", "city", "county"}),
        ("某某县民政局", {"province_department", "city_department", "county_department"}),
        ("某某市某某县税务局", {"other"}),
        ("某某市公安局某某分局", {"other"}),
        ("某某综合实验区", set[str]()),
        ("某某市科委", set[str]()),
        ("某某经济开发区管理委员会", set[str]()),
        ("某某县人民政府办公室", set[str]()),
        ("某某县人民政府某某街道办事处", {"subdistrict"}),
    ],
)
def test_the_name_of_a_unit_tells_of_what_kind_it_may_be(form_2021: Form, name: str, choices: set[str]) -> None:
    found = possible_choices(form_2021, filing(form_2021, {"org": name}), "org_kind")
    assert {choice.id for choice in found} == choices


def test_what_is_chosen_counts_more_than_the_name(form_2021: Form) -> None:
    chosen = filing(form_2021, {"org": TOWNSHIP, "org_kind": "city"})
    assert [choice.id for choice in possible_choices(form_2021, chosen, "org_kind")] == ["city"]
    unreadable = filing(form_2021, {"org": TOWNSHIP, "org_kind": State.UNREADABLE})
    assert possible_choices(form_2021, unreadable, "org_kind") == ()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        (TOWNSHIP, ["U09"]),
        ("某某县人民政府", ["U09"]),
        ("某某市某某区人民政府", []),
        ("某某市人民政府", []),
        ("某某县某某局", []),
        ("某某综合实验区", []),
    ],
)
def test_u09_is_silent_unless_the_unit_certainly_makes_no_rules(form_2021: Form, name: str, found: list[str]) -> None:
    marks = judged(form_2021, {"org": name, "disclosure.rules.in_force": 6})
    assert marks == [(code, cell(form_2021, "disclosure.rules.in_force")) for code in found]


def test_u09_says_nothing_of_a_row_left_blank(form_2021: Form) -> None:
    blank = {f"disclosure.rules.{column}": None for column in ("made", "repealed", "in_force")}
    assert {code for code, _ in judged(form_2021, {"org": TOWNSHIP, **blank})} == {"U01"}


def test_u10_is_one_warning_for_all_its_cells(form_2019: Form) -> None:
    given: dict[str, Given] = {"disclosure.penalties.decisions": 12, "disclosure.coercive_measures.decisions": 3}
    (finding,) = check_filing(form_2019, filing(form_2019, {"org": TOWNSHIP, **given}))
    assert (finding.code, finding.severity, finding.operands["sum"]) == ("U10", Severity.WARNING, 15)
    assert {str(finding.place), *map(str, finding.related)} == {cell(form_2019, field) for field in given}


def test_u10_is_silent_about_items_and_about_units_without_such_work(form_2019: Form) -> None:
    assert judged(form_2019, {"org": TOWNSHIP, "disclosure.penalties.last_year": 33}) == []
    assert judged(form_2019, {"org": "某某县民政局"}) == []


def test_u10_waits_until_the_figures_are_known(form_2021: Form) -> None:
    given: dict[str, Given] = {"org": "某某县市场监督管理局", "disclosure.penalties.decisions": State.UNREADABLE}
    assert judged(form_2021, given) == []


def requests(**figures: int) -> dict[str, Given]:
    return {f"requests.{row}.natural_person": figure for row, figure in figures.items()}


def test_a18_stands_in_the_first_cell_that_was_filled_in(form_2021: Form) -> None:
    given = requests(received=34, carried_in=2, granted=22)
    given |= {"requests.otherwise.correction_overdue.commercial_enterprise": 10}
    given |= {"requests.otherwise.other.natural_person": 4, "requests.received.natural_person": 24}
    given |= {"requests.received.commercial_enterprise": 10, "requests.granted.natural_person": 22}
    (finding,) = check_filing(form_2021, filing(form_2021, given))
    assert (finding.code, finding.severity) == ("A18", Severity.WARNING)
    assert str(finding.place) == cell(form_2021, "requests.otherwise.correction_overdue.commercial_enterprise")
    assert (finding.operands["part"], finding.operands["whole"], str(finding.operands["share"])) == (14, 36, "38.9")


@pytest.mark.parametrize(("other", "granted", "found"), [(20, 80, []), (21, 79, ["A18"]), (2, 0, []), (3, 12, [])])
def test_a18_begins_above_a_fifth_and_above_two(form_2019: Form, other: int, granted: int, found: list[str]) -> None:
    marks = judged(form_2019, requests(received=other + granted, granted=granted, otherwise=other))
    assert marks == [(code, cell(form_2019, "requests.otherwise.natural_person")) for code in found]


def test_a19_says_that_all_is_carried_forward(form_2021: Form) -> None:
    found = judged(form_2021, requests(received=1, carried_in=1, carried_forward=2))
    assert found == [("A19", cell(form_2021, "requests.carried_forward.natural_person"))]


@pytest.mark.parametrize(("forward", "found"), [(11, ["A20"]), (10, [])])
def test_a20_begins_above_half_and_above_ten(form_2021: Form, forward: int, found: list[str]) -> None:
    marks = judged(form_2021, requests(received=18, granted=18 - forward, carried_forward=forward))
    assert [code for code, _ in marks] == found


def test_a20_does_not_divide_by_nothing(form_2021: Form) -> None:
    assert judged(form_2021, requests(carried_in=30, granted=10, carried_forward=20)) == []


def test_a_few_applications_of_companies_alone_are_nothing_strange(form_2021: Form) -> None:
    few: dict[str, Given] = {f"requests.{row}.commercial_enterprise": 8 for row in ("received", "granted")}
    assert judged(form_2021, few) == []


def test_u11_sees_a_column_typed_one_to_the_right(form_2021: Form) -> None:
    shifted: dict[str, Given] = {f"requests.{row}.commercial_enterprise": 81 for row in ("received", "granted")}
    assert judged(form_2021, shifted) == [("U11", cell(form_2021, "requests.received.commercial_enterprise"))]


@pytest.mark.parametrize(
    ("amount", "found"),
    [
        ("999999.99", []),
        ("1000000", ["U06"]),
        ("0", []),
        ("0.0099", ["U07"]),
        ("0.01", []),
        ("0.00001", ["U07", "U12"]),
        ("4068.2080", []),
        ("4068.20801", ["U12"]),
    ],
)
def test_fees_of_an_unusual_size_are_asked_about(form_2021: Form, amount: str, found: list[str]) -> None:
    place = cell(form_2021, "disclosure.administrative_fees.amount")
    assert judged(form_2021, {"disclosure.administrative_fees.amount": amount}) == [(code, place) for code in found]


def test_u06_lets_a_province_have_large_fees(form_2021: Form) -> None:
    fees: dict[str, Given] = {"disclosure.administrative_fees.amount": 5402316}
    assert judged(form_2021, {"org": "某某省人民政府", **fees}) == []
    assert judged(form_2021, {"org": "某某市人民政府", **fees}) == [
        ("U06", cell(form_2021, "disclosure.administrative_fees.amount"))
    ]


def test_u10_is_silent_where_the_text_tells_of_enforcement(form_2021: Form) -> None:
    penalties: dict[str, Given] = {"org": TOWNSHIP, "disclosure.penalties.decisions": 37}
    assert judged(form_2021, penalties) == [("U10", cell(form_2021, "disclosure.penalties.decisions"))]
    text = (
        "我镇综合行政执法队依法公示决定，主动公开信息，规范办理申请，做好信息管理、平台建设和监督保障，没有复议诉讼。"
    )
    assert judged(form_2021, {**penalties, "overview": text}) == []


@pytest.mark.parametrize(("concluded", "expected"), [(10, True), (8, False)])
def test_u11_is_silent_while_a_sum_of_its_cells_does_not_come_out(
    concluded: int, *, expected: bool, form_2021: Form
) -> None:
    given: dict[str, Given] = {
        "requests.received.commercial_enterprise": 10,
        "requests.granted.commercial_enterprise": concluded,
    }
    assert ("U11" in [code for code, _ in judged(form_2021, given)]) is expected
