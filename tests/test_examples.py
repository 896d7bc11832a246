"""Each workbook in input_examples/ is current and gives its golden result: findings by place, the report's whole text.

`pytest tests/test_examples.py --write-golden` writes workbooks and golden results anew; read the difference before
committing it.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from make_report.archive import read_parts
from make_report.check import accepted, check_filing, likely_repairs
from make_report.document.render import render_report
from make_report.entries import entries_of, parse_data, waivers_of
from make_report.filing import Filing
from make_report.finding import Finding, has_error
from make_report.form.load import load_form
from make_report.form.model import Form
from make_report.show.judged import Judged
from make_report.show.text import findings_as_text
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from make_report.workbook.writing.blank import standard_workbook
from tests.conftest import REPOSITORY, TEMPLATES
from tests.document.word import all_text

EXAMPLES = REPOSITORY / "input_examples"
GOLDEN = REPOSITORY / "tests" / "golden"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.xlsx"))
BLANK = "blank-2025"


@pytest.fixture
def writing(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--write-golden"))


def workbook_of(name: str) -> tuple[Form, bytes]:
    """Return the example's form and the workbook that its data makes."""
    if name == BLANK:
        form = load_form(TEMPLATES / "zfxxgk-2021")
        return form, standard_workbook(form, {"year": 2025})
    data = parse_data((EXAMPLES / f"{name}.json").read_text("utf-8"), "en")
    form = load_form(TEMPLATES / str(data["form"]))
    return form, standard_workbook(form, entries_of(form, data, "en"), waivers=waivers_of(form, data, "en"))


def judged(form: Form, path: Path) -> tuple[Filing, tuple[Finding, ...]]:
    filing, findings = read_filing(form, open_workbook(path.read_bytes(), path.name))
    return filing, accepted(form, filing, (*findings, *check_filing(form, filing)))


def result_of(form: Form, path: Path) -> str:
    """Return what a run gives: the verdict, the findings as the clerk reads them, the text of the report."""
    filing, findings = judged(form, path)
    lines = [findings_as_text(Judged(form, filing, findings, likely_repairs(form, filing)))]
    if not has_error(findings):
        report = render_report(form, (TEMPLATES / form.form_id / "report.docx").read_bytes(), filing)
        lines += ["", all_text(report)]
    return "\n".join(lines) + "\n"


def test_the_examples_of_the_readme_are_there() -> None:
    listed = {
        line.split("`")[1] for line in (EXAMPLES / "README.md").read_text("utf-8").splitlines() if ".xlsx` |" in line
    }
    assert {f"{name}.xlsx" for name in NAMES} == listed
    assert {path.stem for path in EXAMPLES.glob("*.json")} == set(NAMES) - {BLANK}
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_what_its_data_makes(name: str, *, writing: bool) -> None:
    path = EXAMPLES / f"{name}.xlsx"
    _, made = workbook_of(name)
    if writing:
        path.write_bytes(made)
    assert read_parts(path.read_bytes()) == read_parts(made)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_gives_its_golden_result(name: str, *, writing: bool) -> None:
    form, _ = workbook_of(name)
    result = result_of(form, EXAMPLES / f"{name}.xlsx")
    golden = GOLDEN / f"{name}.txt"
    if writing:
        golden.write_text(result, "utf-8")
    assert result == golden.read_text("utf-8")


def test_the_typical_mistakes_are_found_where_the_readme_says(form_2021: Form) -> None:
    rows = [
        [column.strip() for column in line.split("|")]
        for line in (EXAMPLES / "README.md").read_text("utf-8").split("## `typical")[1].splitlines()
        if line.startswith("| ") and not line.startswith("| cell")
    ]
    expected = {(row[1], row[4]) for row in rows if row[1] != "---"}
    _, findings = judged(form_2021, EXAMPLES / "typical-mistakes-2023.xlsx")
    assert {(str(finding.place), finding.code) for finding in findings} == expected


def test_a_good_example_without_findings_is_called_fit(form_2021: Form) -> None:
    for name in ("no-applications-2024", "pingtan-2022"):
        assert judged(form_2021, EXAMPLES / f"{name}.xlsx")[1] == ()


def test_a_copy_under_another_name_gives_the_same(tmp_path: Path, form_2021: Form) -> None:
    copy = shutil.copy(EXAMPLES / "pingtan-2023.xlsx", tmp_path / "年报.xlsx")
    filing, findings = judged(form_2021, Path(copy))
    assert findings == judged(form_2021, EXAMPLES / "pingtan-2023.xlsx")[1]
    assert filing["published"].date == date(2024, 3, 8)
