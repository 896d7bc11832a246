"""Laws of the tables: what balances is silent, and no entry can change unseen."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from make_report.check import check_filing
from make_report.filing import Filing
from make_report.form.field import Field, Kind
from make_report.form.model import Form
from make_report.record import replace
from tests.filings import Given, errors, filing, totals

FIXTURE = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
"""The forms are the same for all examples."""

BEFORE, AFTER = ("received", "carried_in"), ("carried_forward",)
FIGURES = st.dictionaries(st.integers(0, 400), st.integers(1, 500), max_size=30)
"""Figures for some of a table's entry cells, by their number."""


def entries(form: Form, section: str) -> list[Field]:
    return [
        field
        for field in form.fields.values()
        if field.section == section and field.kind is Kind.NUMBER and not field.computed
    ]


def balanced(form: Form, figures: Mapping[int, int]) -> dict[str, Given]:
    """Return figures for both tables; in each column of the first the requests are as many as the results."""
    results = [field for field in entries(form, "requests") if field.row not in BEFORE]
    cases = entries(form, "disputes")
    cells: dict[str, int] = {field.id: 0 for field in (*entries(form, "requests"), *cases)}
    for number, figure in figures.items():
        field = (*results, *cases)[number % (len(results) + len(cases))]
        cells[field.id] = figure
    for field in results:
        # Every third request was carried over from last year.
        carried_in = cells[field.id] // 3
        cells[f"requests.carried_in.{field.column}"] += carried_in
        cells[f"requests.received.{field.column}"] += cells[field.id] - carried_in
    return dict(cells)


def changed(whole: Filing, field: str, by: int) -> Filing:
    value = whole[field]
    assert value.number is not None
    return replace(whole, values={**whole.values, field: replace(value, content=value.number + by)})


@FIXTURE
@given(figures=FIGURES, typed=st.booleans())
def test_balanced_tables_are_silent(form_2019: Form, form_2021: Form, figures: dict[int, int], *, typed: bool) -> None:
    for form in (form_2019, form_2021):
        cells = balanced(form, figures)
        whole = filing(form, cells)
        if typed:
            whole = filing(form, cells | totals(form, whole))
        assert errors(check_filing(form, whole)) == ()


@FIXTURE
@given(figures=FIGURES, number=st.integers(0, 400), by=st.integers(-400, 400).filter(bool))
def test_a_changed_entry_is_seen_against_typed_totals(
    form_2019: Form, form_2021: Form, figures: dict[int, int], number: int, by: int
) -> None:
    for form in (form_2019, form_2021):
        cells = balanced(form, figures)
        whole = filing(form, cells | totals(form, filing(form, cells)))
        fields = [*entries(form, "requests"), *entries(form, "disputes")]
        field = fields[number % len(fields)]
        found = check_filing(form, changed(whole, field.id, by))
        assert any(finding.code in {"A01", "A04", "A05", "A06", "A07"} for finding in found)
        assert whole[field.id].place in {place for finding in found for place in (finding.place, *finding.related)}


@pytest.mark.parametrize("section", ["requests", "disputes"])
def test_every_single_entry_that_changes_is_seen(form_2019: Form, form_2021: Form, section: str) -> None:
    figures = {number: 1 + number % 7 for number in range(0, 150, 4)}
    for form in (form_2019, form_2021):
        cells = balanced(form, figures)
        typed = filing(form, cells | totals(form, filing(form, cells)))
        for field in entries(form, section):
            assert errors(check_filing(form, changed(typed, field.id, 1))), field.id


def test_every_single_request_that_changes_is_seen_without_typed_totals(form_2019: Form, form_2021: Form) -> None:
    for form in (form_2019, form_2021):
        whole = filing(form, balanced(form, {3: 5, 40: 2, 77: 9}))
        for field in entries(form, "requests"):
            found = errors(check_filing(form, changed(whole, field.id, 1)))
            assert "A03" in {finding.code for finding in found}, field.id
            assert {finding.place.column for finding in found} == {whole[field.id].place.column}


def test_every_typed_total_that_changes_is_seen(form_2021: Form) -> None:
    cells = balanced(form_2021, {1: 4, 2: 3, 60: 8, 130: 2})
    right = totals(form_2021, filing(form_2021, cells))
    for total, figure in right.items():
        assert isinstance(figure, Decimal)
        found = check_filing(form_2021, filing(form_2021, cells | {total: figure + 1}))
        place = filing(form_2021)[total].place
        assert place in {finding.place for finding in found}, total
