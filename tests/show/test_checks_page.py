"""The pages of all checks: current, whole, readable."""

import re

import pytest

from make_report import catalogue
from make_report.catalogue_examples import EXPLAINED
from make_report.finding import Check
from make_report.form.load import load_form, parse_form
from make_report.form.model import Form
from make_report.show.checks_page import checks_page
from make_report.show.described import said, shown_example
from tests.conftest import REPOSITORY, TEMPLATES

FORMS = [load_form(path.parent) for path in sorted(TEMPLATES.glob("*/form.yaml"))]
LANGUAGES = {"en": "checks.md", "zh-CN": "checks.zh-CN.md"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_published_page_is_current(language: str) -> None:
    published = REPOSITORY / "docs" / LANGUAGES[language]
    assert published.read_text("utf-8") == checks_page(FORMS, language), "run .ci/docs"


def test_every_check_of_the_catalogue_is_explained_once() -> None:
    checks = [check for check in vars(catalogue).values() if isinstance(check, Check)]
    assert len(checks) >= 40
    assert sorted(check.sentence for check in checks) == sorted(one.check.sentence for one in EXPLAINED)
    assert all(one.bad != one.good and one.source for one in EXPLAINED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_that_a_form_declares_has_its_heading(language: str) -> None:
    headings = set(re.findall(r"^### (\w+)$", checks_page(FORMS, language), re.MULTILINE))
    declared = {one.code for form in FORMS for one in (*form.types, *form.equations, *form.rules)}
    assert headings == declared | {one.check.code for one in EXPLAINED}


def test_the_page_names_fields_by_their_labels_and_leaves_no_brace(form_2021: Form) -> None:
    page = checks_page([form_2021], "zh-CN")
    assert "本年新收·自然人：3" in page
    assert not [name for name in form_2021.fields if "." in name and name in page]
    assert not re.search(r"\{[a-z_]+\}", page)


def test_an_author_reads_the_checks_of_her_own_form() -> None:
    example = (REPOSITORY / "docs" / "forms.md").read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    page = checks_page([parse_form(example, "form.yaml", "library-visits")], "en")
    assert "> There is still a placeholder in the text: …." in page
    assert "adults and children make the total" in page
    assert "zfxxgk" not in page


def test_operands_are_gaps_however_they_are_formatted() -> None:
    assert said("{a}: {share:.2f} of {b:>5} {{x}}", {"a": "those"}) == "those: … of … {x}"


def test_an_example_is_shown_with_labels_and_years(form_2021: Form) -> None:
    example = {"introduction": "a|b *c* {year+1}", "disclosure.permits.decisions": 3, "last_year.org": "某局"}
    shown = shown_example(example, form_2021)
    assert shown == "引言：a|b *c* 2026；行政许可·本年处理决定数量：3；上年的单位全称：某局"


def test_the_pages_are_listed_for_readers() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    assert all(f"docs/{name}" in readme for name in LANGUAGES.values())
