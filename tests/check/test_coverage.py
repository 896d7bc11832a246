"""What no rule guards; and the law behind it: balanced filings pass, no change in a summed table does."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report.check import LastYear, check_filing
from make_report.check.balance import balanced_figures
from make_report.check.coverage import coverage, coverage_with_last_year
from make_report.check.specimen import specimen
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


def test_the_guides_form_is_guarded_and_what_is_not_is_named() -> None:
    example = (REPOSITORY / "docs" / "forms.md").read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    form = parse_form(example, "form.yaml", "library-visits")
    alone = coverage(form)
    assert alone["visits.main.adults"] == {"A01", "A02"}
    assert all(alone.values())
    without_sums = {name: frozenset[str]() for name in alone}
    assert "9 of 9" in coverage_as_text(form, without_sums, alone, "en")
    assert "All 9 figures are guarded." in coverage_as_text(form, alone, alone, "en")


def test_nothing_guards_the_decisions_of_the_year(form_2021: Form) -> None:
    alone = coverage(form_2021)
    unseen = {name for name, codes in alone.items() if not codes}
    assert "disclosure.permits.decisions" in unseen
    assert not [name for name in unseen if form_2021.fields[name].section in SUMMED]
    compared = coverage_with_last_year(form_2021, alone)
    assert set(compared) == unseen
    assert compared["disclosure.normative_documents.in_force"] == {"X03"}
    assert not compared["disclosure.permits.decisions"]
