"""The door: all findings at once, in order, with a function for every kind of rule."""

from typing import get_args

from make_report.check import check_filing
from make_report.check.against_last_year import CHECKS
from make_report.check.run import COMPARING, RULE_CHECKS
from make_report.filing import Filing
from make_report.form.model import Form
from make_report.form.rule import Rule
from make_report.record import replace
from tests.filings import SENTENCE, Given, cell, filing, judged, marks


def test_every_kind_of_rule_has_its_function() -> None:
    assert set(RULE_CHECKS) == set(get_args(Rule))
    assert set(COMPARING) == set(CHECKS)


def test_everything_is_said_at_once_from_the_first_sheet_to_the_last(form_2021: Form) -> None:
    found = judged(
        form_2021,
        {
            "other_matters": "没有其他事项。",
            "disputes.reconsideration.total": 1,
            "requests.received.natural_person": None,
            "disclosure.permits.decisions": "1.5",
            "problems": "无",
            "org": "某某XX局",
            "year": 2020,
        },
    )
    assert found == [
        ("F15", cell(form_2021, "org")),
        ("F01", cell(form_2021, "year")),
        ("A08", cell(form_2021, "disclosure.permits.decisions")),
        ("U01", cell(form_2021, "requests.received.natural_person")),
        ("A04", cell(form_2021, "disputes.reconsideration.total")),
        ("F05", cell(form_2021, "problems")),
        ("N17", cell(form_2021, "other_matters")),
    ]


def test_fields_that_were_not_read_are_empty_where_the_form_has_them(form_2021: Form) -> None:
    whole = filing(form_2021)
    kept = {name: value for name, value in whole.values.items() if name != "overview"}
    assert marks(check_filing(form_2021, Filing(form_2021.form_id, kept))) == [("F05", cell(form_2021, "overview"))]


def test_a_form_without_rules_and_equations_is_checked_for_blanks_and_limits(form_2021: Form) -> None:
    plain = replace(form_2021, rules=(), equations=())
    given = {"disputes.reconsideration.total": "0.5", "other_matters": "XX"}
    assert judged(plain, given) == [("A07", cell(plain, "disputes.reconsideration.total"))]


def test_optional_rules_are_checked_only_when_they_are_asked_for(form_2021: Form) -> None:
    given: dict[str, Given] = {
        "requests.received.natural_person": 1503,
        "overview": [SENTENCE, "全年收到政府信息公开申请1500余件。"],
    }
    typed = filing(form_2021, given)
    assert "T10" not in {finding.code for finding in check_filing(form_2021, typed)}
    assert "T10" in {finding.code for finding in check_filing(form_2021, typed, optional=True)}
