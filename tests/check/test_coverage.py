"""What guards which figure, however totals are filled in; and the law: balanced filings pass, changed ones do not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report.check import LastYear, check_filing
from make_report.check.balance import balanced_figures
from make_report.check.coverage import guards, stated_coverage
from make_report.check.specimen import specimen
from make_report.filing import Paragraph
from make_report.finding import Severity, has_error
from make_report.form.field import Kind
from make_report.form.load import parse_form
from make_report.form.model import Form
from make_report.record import replace
from make_report.show.coverage import coverage_as_text
from tests.check.test_balance import FIXTURE
from tests.conftest import REPOSITORY

SUMMED = ("requests", "disputes")
START = st.dictionaries(st.integers(0, 400), st.integers(0, 5000).map(Decimal), max_size=60)
"""Figures to begin with, by the number of the cell."""


def started(form: Form, start: dict[int, Decimal]) -> dict[str, Decimal]:
    names = [name for name, field in form.fields.items() if field.kind is Kind.NUMBER and not field.computed]
    return balanced_figures(form, {names[number % len(names)]: figure for number, figure in start.items()})


@FIXTURE
@given(start=START)
def test_a_balanced_filing_has_no_error(form_2019: Form, form_2021: Form, start: dict[int, Decimal]) -> None:
    for form in (form_2019, form_2021):
        assert not has_error(check_filing(form, specimen(form, started(form, start), form.years.first)))


@FIXTURE
@given(start=START, number=st.integers(0, 400), by=st.integers(-5000, 5000).filter(bool))
def test_any_single_change_in_a_summed_table_is_an_error_of_arithmetic(
    form_2019: Form, form_2021: Form, start: dict[int, Decimal], number: int, by: int
) -> None:
    for form in (form_2019, form_2021):
        figures = started(form, start)
        summed = [name for name in figures if form.fields[name].section in SUMMED]
        name = summed[number % len(summed)]
        found = check_filing(form, specimen(form, figures | {name: figures[name] + by}, form.years.first))
        assert [one.code for one in found if one.code.startswith("A") and one.severity is Severity.ERROR]


def test_no_figure_of_a_balanced_filing_is_zero(form_2019: Form, form_2021: Form) -> None:
    for form in (form_2019, form_2021):
        figures = balanced_figures(form)
        assert set(figures) == {name for name, field in form.fields.items() if field.kind is Kind.NUMBER}
        assert all(figures.values())


def test_lasting_figures_follow_from_themselves(form_2019: Form, form_2021: Form) -> None:
    for form in (form_2019, form_2021):
        whole = specimen(form, balanced_figures(form, lasting=True), form.years.first + 1)
        last = replace(whole, values={**whole.values, "year": replace(whole["year"], content=form.years.first)})
        codes = {finding.code for finding in check_filing(form, whole, LastYear(form, last))}
        assert not codes & {"X01", "X02", "X03", "X04", "X05"}


def test_figures_that_cannot_balance_are_said(form_2021: Form) -> None:
    (first, *_) = (declared for declared in form_2021.equations if declared.code == "A14")
    types = tuple(replace(declared, minimum=1) for declared in form_2021.types)
    nothing_made = replace(first, right=(), relation="=", severity="error")
    with pytest.raises(ValueError, match="zfxxgk-2021"):
        balanced_figures(replace(form_2021, types=types, equations=(nothing_made,)))


@FIXTURE
@given(start=START, number=st.integers(0, 400), by=st.integers(-5000, 5000).filter(bool))
def test_with_calculated_totals_any_single_change_among_the_requests_is_an_error_of_arithmetic(
    form_2019: Form, form_2021: Form, start: dict[int, Decimal], number: int, by: int
) -> None:
    for form in (form_2019, form_2021):
        figures = entered(form, started(form, start))
        requests = [name for name in figures if form.fields[name].section == "requests"]
        name = requests[number % len(requests)]
        found = check_filing(form, specimen(form, figures | {name: figures[name] + by}, form.years.first))
        assert [one.code for one in found if one.code.startswith("A") and one.severity is Severity.ERROR]


def entered(form: Form, figures: dict[str, Decimal]) -> dict[str, Decimal]:
    """Return the figures that staff enter where the totals are left to the formulas."""
    return {name: figure for name, figure in figures.items() if not form.fields[name].computed}


TEXTS = {
    "disputes.reconsideration": ("N08", "全年发生政府信息公开行政复议{}件。"),
    "disputes.direct_litigation": ("N08", "全年发生政府信息公开行政诉讼{}件。"),
    "disputes.litigation_after_reconsideration": ("N08", "全年发生政府信息公开行政诉讼{}件。"),
    "disclosure.permits": ("N14", "作出行政许可决定{}件。"),
    "disclosure.penalties": ("N14", "作出行政处罚决定{}件。"),
    "disclosure.coercive_measures": ("N14", "作出行政强制决定{}件。"),
}
"""The rule that guards figures by what a text says of their sum, and such a text."""


@pytest.mark.parametrize("row", TEXTS)
def test_a_text_that_states_a_sum_guards_each_of_its_figures(form_2021: Form, row: str) -> None:
    code, text = TEXTS[row]
    figures = entered(form_2021, balanced_figures(form_2021))
    rows = [row] if "litigation" not in row else [name for name in TEXTS if "litigation" in name]
    total = sum(figure for name, figure in figures.items() if name.rpartition(".")[0] in rows)
    whole = specimen(form_2021, figures, form_2021.years.first)
    overview = whole["overview"]
    said = (*overview.paragraphs, Paragraph(text.format(total), replace(overview.place, row=overview.place.row + 1)))
    whole = replace(whole, values={**whole.values, "overview": replace(overview, content=said)})
    assert code not in {finding.code for finding in check_filing(form_2021, whole)}
    stated = stated_coverage(form_2021, [name for name in figures if name.rpartition(".")[0] == row])
    assert stated
    for name, codes in stated.items():
        assert code in codes
        for by in (1, -1):
            changed = replace(whole, values={**whole.values, name: replace(whole[name], content=figures[name] + by)})
            assert code in {finding.code for finding in check_filing(form_2021, changed)}


def test_the_guides_form_is_guarded_and_what_is_not_is_named() -> None:
    example = (REPOSITORY / "docs" / "forms.md").read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    form = parse_form(example, "form.yaml", "library-visits")
    found = guards(form)
    assert found.typed["visits.main.adults"] == {"A01", "A02"}
    assert all(found.typed.values())
    assert "9 figures" in coverage_as_text(
        form, replace(found, typed=dict.fromkeys(found.typed, frozenset[str]())), "en"
    )


def test_guards_are_told_apart_by_how_totals_are_filled_in(form_2019: Form, form_2021: Form) -> None:
    for form in (form_2019, form_2021):
        found = guards(form)
        entries = [field for field in form.fields.values() if field.kind is Kind.NUMBER and not field.computed]
        assert {field.id for field in entries} == set(found.calculated)
        in_section = {
            section: [field for field in entries if field.section == section]
            for section in ("disclosure", "requests", "disputes")
        }
        assert all(found.always(field) for field in in_section["requests"])
        # A calculated total agrees with whatever is entered: then only the text can tell.
        assert all(found.only_typed(field) and found.stated[field.id] for field in in_section["disputes"])
        assert not any(found.typed[field.id] for field in in_section["disclosure"])
        assert all(found.typed[name] for name, field in form.fields.items() if field.computed)
        for language in ("zh-CN", "en"):
            text = coverage_as_text(form, found, language)
            assert f" {len(in_section['disputes'])} " in text or f"{len(in_section['disputes'])}个" in text
            assert all(field.label in text for field in (*in_section["disclosure"], *in_section["disputes"]))


def test_nothing_guards_the_fees_of_the_year_and_only_the_text_its_decisions(form_2021: Form) -> None:
    found = guards(form_2021)
    assert found.stated["disclosure.permits.decisions"] == {"N14"}
    assert not found.last_year["disclosure.permits.decisions"]
    assert found.last_year["disclosure.normative_documents.in_force"] == {"X03"}
    never = [field.id for field in form_2021.fields.values() if field.id in found.stated and not found.otherwise(field)]
    assert never == ["disclosure.administrative_fees.amount"]
