"""What is not filled in."""

import pytest

from make_report.check import check_filing
from make_report.filing import Filing, State
from make_report.finding import Severity
from make_report.form.field import Kind
from make_report.form.model import Form
from tests.filings import cell, filing, judged

RULES = ("disclosure.rules.made", "disclosure.rules.repealed", "disclosure.rules.in_force")


def test_a_sound_filing_has_no_finding(form_2019: Form, form_2021: Form) -> None:
    assert judged(form_2019) == judged(form_2021) == []


@pytest.mark.parametrize("field", ["requests.granted.natural_person", "disclosure.permits.decisions", "org", "year"])
def test_a_blank_required_cell_is_an_error_at_its_cell(form_2021: Form, field: str) -> None:
    findings = check_filing(form_2021, filing(form_2021, {field: None}))
    assert [(finding.code, str(finding.place)) for finding in findings] == [("U01", cell(form_2021, field))]
    assert findings[0].severity is Severity.ERROR


def test_an_unreadable_cell_gets_no_second_finding(form_2021: Form) -> None:
    unreadable = dict.fromkeys(form_2021.fields, State.UNREADABLE)
    assert judged(form_2021, unreadable) == []


def test_a_row_left_blank_as_the_form_allows_gets_one_warning(form_2021: Form) -> None:
    (warning,) = check_filing(form_2021, filing(form_2021, dict.fromkeys(RULES)))
    assert (warning.code, str(warning.place)) == ("U01", cell(form_2021, RULES[0]))
    assert warning.severity is Severity.WARNING
    assert warning.label == form_2021.fields[RULES[0]].row_label
    assert [str(place) for place in warning.related] == [cell(form_2021, field) for field in RULES[1:]]


@pytest.mark.parametrize("filled", [3, State.UNREADABLE])
def test_a_row_that_may_be_left_blank_is_filled_as_a_whole_or_not_at_all(form_2021: Form, filled: int | State) -> None:
    findings = check_filing(form_2021, filing(form_2021, {**dict.fromkeys(RULES), RULES[1]: filled}))
    assert [(finding.code, finding.severity, str(finding.place)) for finding in findings] == [
        ("U01", Severity.ERROR, cell(form_2021, RULES[0])),
        ("U01", Severity.ERROR, cell(form_2021, RULES[2])),
    ]


def test_totals_notes_units_and_optional_texts_may_be_blank(form_2019: Form) -> None:
    silent = [field.id for field in form_2019.fields.values() if field.computed or field.optional]
    silent = [name for name in silent if form_2019.fields[name].kind is not Kind.NUMBER]
    assert judged(form_2019, dict.fromkeys(silent)) == []


def test_in_an_empty_filing_every_required_field_is_named_at_its_own_cell(form_2021: Form) -> None:
    findings = check_filing(form_2021, Filing(form_2021.form_id, {}))
    errors = [str(finding.place) for finding in findings if finding.severity is Severity.ERROR]
    assert errors == [cell(form_2021, field.id) for field in form_2021.fields.values() if field.required]
    assert {finding.code for finding in findings} == {"U01", "F05"}
