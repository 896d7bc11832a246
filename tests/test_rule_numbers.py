"""All rules that the checks are built from are there, with the severity they are to have; none is only on the page."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from make_report.catalogue_examples import EXPLAINED
from make_report.check import check_filing
from make_report.codes import codes_against_last_year, codes_of, may_be_accepted, optional_codes
from make_report.finding import Severity
from make_report.form.field import Field
from make_report.form.model import Form
from make_report.show.described import Described, of_every_form, of_form
from tests.conftest import REPOSITORY
from tests.filings import filing, marks
from tests.show.test_checks_page import FORMS, LANGUAGES
from tests.workbook.editing import read_with

EVERY = "every form"
SOFTER = {
    "F04": "a copied sheet is read by nobody, and may be the office's own",
    "D08": "a year without 年 may be a name",
    "F08": "headings numbered 一、 within a section are only discouraged",
}
"""Errors beside which a less certain variant is only asked about."""
NOT_IN_2019 = {"N21": "fee_overdue"}
"""Rules for both formats about a figure that the older one does not ask for."""
ON_BY_DEFAULT = {"N21"}
"""Optional rules that are certain enough to be checked always."""
OUR_OWN = {"N23", "U13", "W01", "W02", "W03", "W04", "W05"}
"""Quoted figures, number formats and reasons, which the list does not know."""


class Listed(NamedTuple):
    """A rule as the list has it."""

    code: str
    format: str
    severities: frozenset[str]
    optional: bool


def listed() -> Iterator[Listed]:
    for line in (Path(__file__).parent / "rule_numbers.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code, form, severities, *optional = line.split()
            yield Listed(code, form, frozenset(severities.split("/")) - {"-"}, bool(optional))


RULES = {rule.code: rule for rule in listed()}
CHECKED = [rule for rule in RULES.values() if rule.severities]
by_code = pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)


def described() -> Iterator[tuple[str, Described]]:
    """Yield every check with the format that has it."""
    yield from ((EVERY, one) for one in of_every_form("zh-CN"))
    yield from ((form.form_id.removeprefix("zfxxgk-"), one) for form in FORMS for one in of_form(form, "zh-CN"))


CHECKS = tuple(described())


def test_the_list_is_whole() -> None:
    families = {family: [code for code in RULES if code.startswith(family)] for family in "ANUFDTX"}
    sizes = {family: len(codes) for family, codes in families.items()}
    assert sizes == {"A": 20, "N": 22, "U": 12, "F": 16, "D": 8, "T": 12, "X": 12}
    assert all(
        codes == [f"{family}{number:02}" for number in range(1, 99)][: len(codes)] for family, codes in families.items()
    )
    assert [code for code, rule in RULES.items() if rule.optional] == ["N21", "T10", "T11", "X09", "X10"]
    assert [code for code, rule in RULES.items() if not rule.severities] == ["X11"]


def test_there_are_no_others_but_our_own() -> None:
    assert {check.code for _, check in CHECKS} == {rule.code for rule in CHECKED} | OUR_OWN
    assert {code for form in FORMS for code in codes_of(form)} <= {check.code for _, check in CHECKS}


@by_code
def test_a_rule_is_checked_in_its_format_with_its_severity(rule: Listed) -> None:
    there = [(form, check) for form, check in CHECKS if check.code == rule.code]
    formats = {form for form, _ in there}
    wanted = {"2019", "2021"} if rule.format == "both" else {rule.format}
    if rule.code in NOT_IN_2019:
        wanted -= {"2019"}
    assert EVERY in formats or wanted <= formats
    severities = {"E" if check.severity is Severity.ERROR else "W" for _, check in there}
    # The error of F13 is about a label, and F03 says it: see below.
    expected = rule.severities - {"E"} if rule.code == "F13" else rule.severities
    assert severities == expected | ({"W"} if rule.code in SOFTER else set())


@by_code
def test_a_rule_has_a_source_a_remedy_and_both_examples(rule: Listed) -> None:
    for form, check in CHECKS:
        if check.code == rule.code:
            assert all((check.source, check.message, check.bad, check.good)), form
            assert check.bad != check.good, form
            assert check.remedy or check.severity is Severity.WARNING, form


@by_code
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_the_rule_with_all_that_is_to_be_known(rule: Listed, language: str) -> None:
    page = (REPOSITORY / "docs" / LANGUAGES[language]).read_text("utf-8")
    section = re.search(rf"^### {rule.code}\n(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL)
    assert section
    severity, bad, good, source = {
        "en": ("* severity: ", "* speaks up: ", "* stays silent: ", "* source: "),
        "zh-CN": ("* 级别：", "* 会提示的例子：", "* 不提示的例子：", "* 依据："),
    }[language]
    count = section[1].count("\n> ") + section[1].startswith("> ")
    assert count >= 1
    assert [section[1].count(f"\n{fact}") for fact in (severity, bad, good, source)] == [count] * 4
    assert len(re.findall(rf"^\| {rule.code} \|", page, re.MULTILINE)) == count


def test_what_may_be_off_by_default_is_and_nothing_else() -> None:
    optional = {code for form in FORMS for code in optional_codes(form)}
    assert optional == {code for code, rule in RULES.items() if rule.optional} - ON_BY_DEFAULT


def test_all_that_compares_with_last_year_is_family_x_growth_and_a_mistaken_unit() -> None:
    against = {code for form in FORMS for code in codes_against_last_year(form)}
    assert against == {rule.code for rule in CHECKED if rule.code.startswith("X")} | {"N16", "U06", "U07"}


def test_no_sum_can_be_accepted_with_a_reason_and_of_the_other_errors_two_about_what_stands_elsewhere() -> None:
    errors = {check.code for _, check in CHECKS if check.severity is Severity.ERROR and check.waivable}
    assert errors == {"X01", "T07"}
    assert not any(may_be_accepted(one.check) for one in EXPLAINED if one.check.severity is Severity.ERROR)


@pytest.mark.parametrize(("code", "name"), NOT_IN_2019.items())
def test_the_older_format_does_not_ask_for_what_a_rule_is_about(
    code: str, name: str, form_2019: Form, form_2021: Form
) -> None:
    assert not any(name in field for field in form_2019.fields)
    assert any(name in field for field in form_2021.fields)
    assert not [rule for rule in form_2019.rules if rule.code == code]


def test_the_old_name_in_a_label_is_an_error(form_2021: Form) -> None:
    _, found = read_with(form_2021, {"表二!A7": "规范性文件"})
    assert ("F03", "表二 A7") in found


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.form_id)
def test_each_limit_of_figures_holds_in_every_cell(form: Form) -> None:
    tried = 0
    for field in form.fields.values():
        if field.type is None or field.computed or field.type.units:
            continue
        for bad in _breaking(field):
            found = marks(check_filing(form, filing(form, {field.id: bad})))
            assert field.type.code in {code for code, _ in found}, (field.id, bad)
            tried += 1
    assert tried > 250


def _breaking(field: Field) -> Iterator[Decimal]:
    assert field.type
    if field.type.integer:
        yield Decimal("0.5")
    if field.type.minimum is not None:
        yield Decimal(field.type.minimum - 1)
    if field.type.decimals is not None and not field.type.integer:
        yield Decimal(10) ** -(field.type.decimals + 1)
