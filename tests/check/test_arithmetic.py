"""Limits of figures, sums, and figures that nothing stands behind."""

from decimal import Decimal

import pytest

from make_report.check import check_filing
from make_report.filing import State
from make_report.finding import Severity
from make_report.form.model import Form
from tests.filings import Given, cell, errors, filing, judged, totals

ROW = "requests.granted"
BALANCED = {"requests.received.natural_person": 3, f"{ROW}.natural_person": 3}
CASES = ("upheld", "corrected", "other", "pending")


@pytest.mark.parametrize(
    ("field", "figure", "code"),
    [
        ("requests.received.natural_person", "2.5", "A07"),
        ("requests.received.total", "-1", "A07"),
        ("disputes.reconsideration.pending", "-1", "A07"),
        ("disclosure.permits.decisions", "0.1", "A08"),
        ("disclosure.rules.made", "-3", "A08"),
        ("disclosure.administrative_fees.amount", "-0.01", "A09"),
        ("disclosure.administrative_fees.amount", "1.0000001", "A09"),
    ],
)
def test_a_figure_beyond_its_limits_is_found_at_its_cell(form_2021: Form, field: str, figure: str, code: str) -> None:
    assert (code, cell(form_2021, field)) in judged(form_2021, {field: figure})


@pytest.mark.parametrize(
    ("field", "figure"),
    [("disclosure.permits.change", "1.5"), ("disclosure.permits.decisions", "-1"), ("disclosure.rules.made", "0.5")],
)
def test_counts_of_the_2019_form_are_whole_and_only_changes_may_be_negative(
    form_2019: Form, field: str, figure: str
) -> None:
    assert ("A10", cell(form_2019, field)) in judged(form_2019, {field: figure})


def test_a_figure_beyond_its_limits_is_told_what_to_type(form_2021: Form) -> None:
    given: dict[str, Given] = {
        "requests.received.natural_person": Decimal("2.5"),
        "disclosure.administrative_fees.amount": Decimal("1.0000001"),
    }
    remedies = {one.code: one.remedy(form_2021.language) for one in check_filing(form_2021, filing(form_2021, given))}
    assert "例如3" in remedies["A07"]
    assert "6位小数" in remedies["A09"]


def test_figures_at_their_limits_are_right(form_2021: Form, form_2019: Form) -> None:
    assert judged(form_2021, {"disclosure.administrative_fees.amount": "5949.0887"}) == []
    assert (
        errors(check_filing(form_2021, filing(form_2021, {"disclosure.administrative_fees.amount": "0.000001"}))) == ()
    )
    assert judged(form_2021, {"disclosure.permits.decisions": "550.00"}) == []
    assert judged(form_2019, {"disclosure.permits.last_year": 8, "disclosure.permits.change": -8}) == []
    assert judged(form_2019, {"disclosure.procurement.projects": 1, "disclosure.procurement.amount": "491.726"}) == []


def test_a_cell_breaks_its_limits_once(form_2021: Form) -> None:
    assert judged(form_2021, {"disclosure.administrative_fees.amount": "-1.00000001"}) == [
        ("A09", cell(form_2021, "disclosure.administrative_fees.amount"))
    ]


def test_a01_stands_at_the_typed_total_and_names_both_values(form_2021: Form) -> None:
    findings = check_filing(form_2021, filing(form_2021, {**BALANCED, f"{ROW}.total": 4}))
    (a01,) = (finding for finding in findings if finding.code == "A01")
    assert str(a01.place) == cell(form_2021, f"{ROW}.total")
    assert a01.severity is Severity.ERROR
    assert {name: a01.operands[name] for name in ("left", "right", "difference", "cells")} == {
        "left": Decimal(3),
        "right": Decimal(4),
        "difference": Decimal(1),
        "cells": _range(form_2021, f"{ROW}.natural_person", f"{ROW}.total"),
    }
    assert _address(form_2021, f"{ROW}.natural_person") in {place.cell for place in a01.related}


def _address(form: Form, field: str) -> str:
    return cell(form, field).split()[-1]


def _range(form: Form, first: str, last: str) -> str:
    return f"{_address(form, first)}:{_address(form, last)}"


def test_a02_stands_at_the_typed_sum_of_results(form_2021: Form) -> None:
    total = "requests.concluded.natural_person"
    place = cell(form_2021, total)
    assert judged(form_2021, {**BALANCED, total: 2}) == [("A02", place), ("A03", place)]


def test_a03_stands_at_the_first_entry_cell_of_the_right_side(form_2021: Form, form_2019: Form) -> None:
    for form in (form_2021, form_2019):
        assert judged(form, BALANCED | {"requests.carried_forward.natural_person": 1}) == [
            ("A03", cell(form, "requests.carried_forward.natural_person"))
        ]
        typed = BALANCED | {"requests.concluded.natural_person": 4, "requests.granted.natural_person": 4}
        assert ("A03", cell(form, "requests.concluded.natural_person")) in judged(form, typed)


def test_a03_names_the_entry_cells_behind_a_calculated_total(form_2021: Form) -> None:
    (a03,) = check_filing(form_2021, filing(form_2021, {"requests.received.natural_person": 3}))
    first = _range(form_2021, "requests.received.natural_person", "requests.carried_in.natural_person")
    results = _range(form_2021, "requests.granted.natural_person", "requests.otherwise.other.natural_person")
    assert a03.operands["cells"] == f"{first}、{results}、" + _address(
        form_2021, "requests.carried_forward.natural_person"
    )


@pytest.mark.parametrize(
    ("code", "group"),
    [("A04", "reconsideration"), ("A05", "direct_litigation"), ("A06", "litigation_after_reconsideration")],
)
def test_each_total_of_cases_is_compared(form_2021: Form, code: str, group: str) -> None:
    given: dict[str, Given] = {f"disputes.{group}.{case}": 2 for case in CASES}
    total = f"disputes.{group}.total"
    assert judged(form_2021, {**given, total: 8}) == []
    assert judged(form_2021, given) == []
    assert judged(form_2021, {**given, total: 0}) == [(code, cell(form_2021, total))]


def test_totals_that_are_typed_rightly_are_right(form_2021: Form) -> None:
    assert judged(form_2021, BALANCED | totals(form_2021, filing(form_2021, BALANCED))) == []


def test_a_wrong_total_of_one_row_is_said_in_its_row_and_its_column(form_2021: Form) -> None:
    right = totals(form_2021, filing(form_2021, BALANCED))
    assert sorted(judged(form_2021, {**BALANCED, **right, f"{ROW}.total": 4})) == [
        ("A01", cell(form_2021, f"{ROW}.total")),
        ("A02", cell(form_2021, "requests.concluded.total")),
    ]


def test_a_figure_beyond_its_limits_breaks_no_sums_besides(form_2021: Form) -> None:
    received = "requests.received.natural_person"
    for figure in ("-3", "2.5"):
        assert judged(form_2021, {**BALANCED, received: figure}) == [("A07", cell(form_2021, received))]


def test_a03_refers_to_every_cell_behind_it(form_2021: Form) -> None:
    (a03,) = check_filing(form_2021, filing(form_2021, {"requests.received.natural_person": 3}))
    assert _address(form_2021, "requests.refused.state_secret.natural_person") in {place.cell for place in a03.related}


def test_the_calculated_totals_of_a_wrong_column_are_not_blamed(form_2021: Form) -> None:
    assert judged(form_2021, {"requests.carried_in.commercial_enterprise": 2}) == [
        ("A03", cell(form_2021, "requests.carried_forward.commercial_enterprise"))
    ]


@pytest.mark.parametrize("blank", [None, State.UNREADABLE])
def test_nothing_is_concluded_from_a_cell_that_is_blank_or_unreadable(form_2021: Form, blank: Given) -> None:
    given = {**BALANCED, f"{ROW}.natural_person": blank, f"{ROW}.total": 3, "requests.concluded.natural_person": 3}
    assert [mark for mark in judged(form_2021, given) if mark[0] != "U01"] == []


def test_nothing_is_concluded_from_a_total_that_is_unreadable(form_2021: Form) -> None:
    given = {"requests.received.natural_person": 3, "requests.concluded.natural_person": State.UNREADABLE}
    assert judged(form_2021, given) == []


def test_other_rows_are_still_judged_beside_a_blank_cell(form_2021: Form) -> None:
    given = {f"{ROW}.natural_person": None, "requests.partly_granted.total": 1}
    assert ("A01", cell(form_2021, "requests.partly_granted.total")) in judged(form_2021, given)


def test_a11_finds_more_taken_away_than_there_was(form_2019: Form) -> None:
    given = {"disclosure.penalties.last_year": 2, "disclosure.penalties.change": -3}
    assert judged(form_2019, given) == [("A11", cell(form_2019, "disclosure.penalties.last_year"))]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"made": 3, "published": 3, "public_total": 2}, [("A12", "public_total")]),
        ({"made": 2, "published": 3, "public_total": 3}, [("A13", "made")]),
        ({"made": 2, "published": 2, "public_total": 2}, []),
    ],
)
def test_documents_of_the_2019_form_are_compared_with_a_warning(
    form_2019: Form, given: dict[str, Given], expected: list[tuple[str, str]]
) -> None:
    row = "disclosure.normative_documents"
    findings = check_filing(form_2019, filing(form_2019, {f"{row}.{name}": figure for name, figure in given.items()}))
    assert [(finding.code, str(finding.place)) for finding in findings] == [
        (code, cell(form_2019, f"{row}.{name}")) for code, name in expected
    ]
    assert all(finding.severity is Severity.WARNING for finding in findings)


@pytest.mark.parametrize(
    ("made", "repealed", "in_force", "codes"), [(3, 1, 2, ["A14"]), (4, 1, 2, ["A14", "A15"]), (3, 0, 3, [])]
)
def test_documents_of_the_2021_form_are_compared_with_a_warning(
    form_2021: Form, made: int, repealed: int, in_force: int, codes: list[str]
) -> None:
    row = "disclosure.normative_documents"
    given = {f"{row}.made": made, f"{row}.repealed": repealed, f"{row}.in_force": in_force}
    findings = check_filing(form_2021, filing(form_2021, given))
    assert sorted(finding.code for finding in findings) == codes
    assert all(finding.severity is Severity.WARNING for finding in findings)


def test_a_row_left_out_as_the_form_allows_is_not_compared(form_2021: Form) -> None:
    row = ("disclosure.rules.made", "disclosure.rules.repealed", "disclosure.rules.in_force")
    assert judged(form_2021, dict.fromkeys(row)) == [("U01", cell(form_2021, row[0]))]


def test_a16_finds_results_without_requests(form_2021: Form) -> None:
    given = {"requests.refused.state_secret.research_institution": 2}
    assert ("A16", cell(form_2021, "requests.refused.state_secret.research_institution")) in judged(form_2021, given)
    assert all(place != cell(form_2021, "requests.refused.state_secret.total") for _, place in judged(form_2021, given))


def test_a16_is_silent_where_there_were_requests_or_a_cell_is_not_known(form_2021: Form) -> None:
    result = {"requests.granted.natural_person": 1}
    for other in ({"requests.carried_in.natural_person": 1}, {"requests.received.natural_person": None}):
        assert "A16" not in {code for code, _ in judged(form_2021, {**result, **other})}


@pytest.mark.parametrize(
    ("projects", "amount", "place"), [(0, "3.5", "amount"), (2, "0", "projects"), (0, "0", ""), (2, "3.5", "")]
)
def test_a17_finds_purchases_without_money_and_money_without_purchases(
    form_2019: Form, projects: int, amount: str, place: str
) -> None:
    row = "disclosure.procurement"
    found = judged(form_2019, {f"{row}.projects": projects, f"{row}.amount": amount})
    assert found == ([("A17", cell(form_2019, f"{row}.{place}"))] if place else [])
