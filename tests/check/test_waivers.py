"""W: what staff accept with a reason is no longer counted; a reason that accepts nothing is said."""

from collections.abc import Mapping

import pytest

from make_report.check import LastYear, accepted, check_filing
from make_report.codes import codes_against_last_year, codes_of
from make_report.filing import Waiver
from make_report.finding import Check, Finding, Severity, has_error
from make_report.form.load import load_form
from make_report.form.model import Form
from make_report.form.side_sheet import waiver_place
from make_report.place import Place
from make_report.record import replace
from tests.conftest import TEMPLATES
from tests.filings import Given, filing, last_years, marks

REASON = "沿用机构改革前的标题，已经请示。"
TITLE: Mapping[str, Given] = {"year": 2023, "title": "某局的一份报告"}
"""Brings one warning: F12 at 首页 B12."""


def judged(
    form: Form, *rows: Waiver, given: Mapping[str, Given] = TITLE, last_year: LastYear | None = None
) -> tuple[Finding, ...]:
    placed = tuple(replace(row, place=waiver_place(form, number)) for number, row in enumerate(rows, start=4))
    whole = replace(filing(form, given), waivers=placed)
    findings = accepted(form, whole, check_filing(form, whole, last_year), last_year)
    marks(findings)
    return findings


def taken(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.accepted) for finding in findings if finding.accepted]


def others(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.place)) for finding in findings if not finding.accepted]


def waiver(code: str = "F12", target: str = "首页 B12", year: int | None = 2023, reason: str = REASON) -> Waiver:
    return Waiver(code, target, year, reason)


@pytest.mark.parametrize(
    "target", ["首页 B12", "首页B12", "首页", "首页!$B$12", "首页 b１２", "首页 B8、B12", "首页 A12:C12", "首页，B12"]
)
def test_a_finding_is_accepted_at_its_cell_or_on_its_sheet(target: str, form_2021: Form) -> None:
    findings = judged(form_2021, waiver(target=target))
    assert taken(findings) == [("F12", REASON)]
    assert others(findings) == []


@pytest.mark.parametrize("code", ["F12", "f12", "[F12]", " Ｆ12"])
def test_a_code_may_be_copied_with_its_brackets(code: str, form_2021: Form) -> None:
    assert taken(judged(form_2021, waiver(code))) == [("F12", REASON)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (waiver(reason=""), "W01"),
        (waiver(reason="已核实"), "W01"),
        (waiver(year=None), "W01"),
        (waiver(reason="。。。。。。。。。。"), "W01"),
        (waiver(reason="1234567890"), "W01"),
        (waiver(reason="见。。。。。。。。。件"), "W01"),
        (waiver(target=""), "W01"),
        (waiver(code=""), "W01"),
        (waiver(code="F99"), "W02"),
        (waiver(target="首页 B8"), "W03"),
        (waiver(target="首页 B1"), "W03"),
        (waiver(target="首页 B120"), "W03"),
        (waiver(target="首页的标题"), "W03"),
        (waiver(target="表二"), "W03"),
        (waiver(year=2022), "W05"),
        (waiver(year=2024), "W05"),
    ],
)
def test_a_row_that_accepts_nothing_says_so(row: Waiver, code: str, form_2021: Form) -> None:
    findings = judged(form_2021, row)
    assert not taken(findings)
    assert others(findings) == [("F12", "首页 B12"), (code, "核实说明 A4")]
    assert not has_error(findings)


@pytest.mark.parametrize(("typed", "meant"), [("N1", "N01"), ("a8", "A08"), ("F120", "F12")])
def test_the_code_that_was_meant_is_named(typed: str, meant: str, form_2021: Form) -> None:
    (fault,) = [finding for finding in judged(form_2021, waiver(typed)) if finding.code == "W02"]
    assert meant in fault.remedy(form_2021.language)


def test_a_year_that_cannot_be_read_is_not_called_missing(form_2021: Form) -> None:
    row = replace(waiver(year=None), typed_year="二〇二三年")
    (fault,) = [finding for finding in judged(form_2021, row) if finding.code == "W01"]
    assert "二〇二三年" in fault.message(form_2021.language)
    assert "2023" in fault.remedy(form_2021.language)


def test_a_row_for_a_later_year_has_not_expired(form_2021: Form) -> None:
    said = {
        year: next(one.message("zh-CN") for one in judged(form_2021, waiver(year=year)) if one.code == "W05")
        for year in (2022, 2024)
    }
    assert "失效" in said[2022]
    assert "失效" not in said[2024]


def test_a_finding_that_is_settled_needs_no_row(form_2021: Form) -> None:
    assert others(judged(form_2021, waiver("U09", "表二 B6"), given={"year": 2023})) == [("W03", "核实说明 A4")]


def test_a_sum_is_never_accepted(form_2021: Form) -> None:
    wrong: Mapping[str, Given] = {"year": 2023, "requests.received.total": 1}
    findings = judged(form_2021, waiver("A01", "表三"), given=wrong)
    assert not taken(findings)
    assert ("W04", "核实说明 A4") in others(findings)
    assert has_error(findings)


def test_an_error_is_accepted_only_where_its_rule_allows_it(form_2021: Form) -> None:
    before = LastYear(form_2021, last_years(form_2021, {"year": 2022, "requests.carried_forward.natural_person": 3}))
    row = waiver("X01", "表三 J8", reason="上年一件申请由申请人撤回，见复核记录。")
    given: Mapping[str, Given] = {"year": 2023}
    assert has_error(judged(form_2021, given=given, last_year=before))
    findings = judged(form_2021, row, given=given, last_year=before)
    assert [code for code, _ in taken(findings)] == ["X01"]
    assert not has_error(findings)


def test_nothing_is_said_of_a_check_that_was_not_made(form_2021: Form) -> None:
    assert judged(form_2021, waiver("X01", "表三 J8"), given={"year": 2023}) == ()


def test_a_row_holds_for_all_findings_of_its_code_on_the_sheet_and_two_rows_for_one_are_no_fault(
    form_2021: Form,
) -> None:
    check = Check("T01", Severity.WARNING, "{cell}", "")
    findings = [Finding(check, Place(2, row, 1, "一、总体情况"), {}) for row in (4, 5)]
    whole = replace(filing(form_2021, {"year": 2023}), waivers=(waiver("F12", "一、总体情况"),) * 2)
    renamed = [replace(finding, check=replace(check, code="F12")) for finding in findings]
    # Nothing is silenced unseen: each says that the row accepts others too.
    for finding in accepted(form_2021, whole, renamed):
        assert finding.accepted.startswith(REASON)
        assert "2条" in finding.accepted


def test_a_finding_about_the_whole_workbook_is_named_as_the_message_names_it(form_2021: Form) -> None:
    finding = Finding(Check("F12", Severity.WARNING, "", ""), Place(), {})
    whole = replace(filing(form_2021, {"year": 2023}), waivers=(waiver(target="整个工作簿"),))
    assert [found.accepted for found in accepted(form_2021, whole, [finding])] == [REASON]


@pytest.mark.parametrize("name", ["zfxxgk-2019", "zfxxgk-2021"])
def test_no_sum_that_must_come_out_may_be_accepted(name: str) -> None:
    form = load_form(TEMPLATES / name)
    codes = codes_of(form)
    must = {equation.code for equation in form.equations if equation.severity == "error"}
    assert must
    assert not any(codes[code] for code in must)
    assert not {code for code in codes if code.startswith("W")}
    assert {"X01", "X02"} <= codes_against_last_year(form)
