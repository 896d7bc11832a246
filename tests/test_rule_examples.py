"""The examples that rules give of themselves are true: `bad` breaks the rule, `good` does not."""

import re
from datetime import date

import pytest

from make_report.check import LastYear, check_filing
from make_report.finding import Finding
from make_report.form.declaration import EquationDeclaration
from make_report.form.field import Kind
from make_report.form.load import load_form
from make_report.form.meaning import LAST_YEAR
from make_report.form.model import Form
from make_report.form.rule import Rule
from make_report.form.vocabulary import Example
from tests.conftest import TEMPLATES
from tests.filings import Given, filing, last_years

FORMS = [load_form(path.parent) for path in sorted(TEMPLATES.glob("*/form.yaml"))]
EXAMPLES = [
    pytest.param(form, declared, kind, id=f"{form.form_id}-{declared.code}-{number}-{kind}")
    for form in FORMS
    for number, declared in enumerate((*form.equations, *form.rules))
    for kind in ("bad", "good")
    if getattr(declared, kind) is not None
]


def contents(form: Form, example: Example, year: int) -> dict[str, Given]:
    """Return the example's contents; {year}, {year-1} … in its texts are the report year and those around it."""
    given: dict[str, Given] = {"year": year}
    for name, content in example.items():
        if isinstance(content, str):
            text = with_years(content, year)
            given[name] = date.fromisoformat(text) if form.fields[name].kind is Kind.DATE else text
        elif isinstance(content, tuple):
            given[name] = [with_years(text, year) for text in content]
        else:
            given[name] = content
    return given


def with_years(text: str, year: int) -> str:
    return re.sub(r"\{year([+-]\d)?\}", lambda match: str(year + int(match[1] or 0)), text)


def found_in(form: Form, example: Example) -> tuple[Finding, ...]:
    this_year = {name: content for name, content in example.items() if not name.startswith(LAST_YEAR)}
    last = {name.removeprefix(LAST_YEAR): content for name, content in example.items() if name.startswith(LAST_YEAR)}
    year = form.years.first + 1
    before = LastYear(form, last_years(form, contents(form, last, year - 1))) if last else None
    return check_filing(form, filing(form, contents(form, this_year, year)), before, optional=True)


def codes(form: Form, example: Example) -> set[str]:
    return {finding.code for finding in found_in(form, example)}


@pytest.mark.parametrize(("form", "declared", "kind"), EXAMPLES)
def test_an_example_is_true(form: Form, declared: Rule | EquationDeclaration, kind: str) -> None:
    found = codes(form, getattr(declared, kind))
    assert (declared.code in found) == (kind == "bad"), found


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.form_id)
def test_every_equation_and_rule_gives_both_examples(form: Form) -> None:
    silent = [declared.code for declared in (*form.equations, *form.rules) if not (declared.bad and declared.good)]
    assert not silent


@pytest.mark.parametrize(("form", "declared", "kind"), [example for example in EXAMPLES if example.values[2] == "bad"])
def test_a_check_fills_in_the_operands_that_its_kind_declares(
    form: Form, declared: Rule | EquationDeclaration, kind: str
) -> None:
    others = {"row", "column"} - {getattr(declared, "each", "table")}
    for finding in found_in(form, getattr(declared, kind)):
        if finding.code == declared.code:
            assert {*declared.operands} - others <= {*finding.operands}
