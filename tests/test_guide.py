"""The guide's example is a whole form: from its folder to a report, without a change of Python."""

import json
from pathlib import Path

import pytest

from make_report import app
from tests.conftest import REPOSITORY
from tests.document.word import cell_text, cells_of, paragraphs_of, tables_of

GUIDE = REPOSITORY / "docs" / "forms.md"
VISITS: dict[str, object] = {
    "main": {"adults": 1203, "children": 410},
    "mobile": {"adults": 77, "children": 95},
    "notes": ["The mobile library began in May."],
}
DATA = {
    "form": "library-visits",
    "year": 2025,
    "org": "City Library",
    "published": "2026-01-15",
    "summary": ["The library was open on every working day of the year."],
    "visits": VISITS,
}


def run(*words: object) -> int:
    return app.run([*map(str, words)])


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    folder = tmp_path / "my-forms" / "library-visits"
    folder.mkdir(parents=True)
    example = GUIDE.read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    (folder / "form.yaml").write_text(example, "utf-8")
    return folder.parent


def make(forms: Path, data: object) -> int:
    (forms / "data.json").write_text(json.dumps(data), "utf-8")
    book, report = forms / "book.xlsx", forms / "report.docx"
    assert run("forms", "draft", forms / "library-visits") == 0
    assert run("new", "--data", forms / "data.json", "-o", book, "--templates", forms) == 0
    return run(book, "-o", report, "--templates", forms)


def test_the_guides_form_makes_a_report(forms: Path) -> None:
    assert make(forms, DATA) == 0
    report = (forms / "report.docx").read_bytes()
    (table,) = tables_of(report)
    cells = {place: cell_text(cell) for place, cell in cells_of(table).items()}
    assert [cells[0, column] for column in (0, 1, 3)] == ["Branch", "Readers", "Total"]
    assert [[cells[row, column] for column in range(4)] for row in (2, 3, 4)] == [
        ["Main library", "1203", "410", "1613"],
        ["Mobile library", "77", "95", "172"],
        ["All branches", "1280", "505", "1785"],
    ]
    text = [printed for _, printed in paragraphs_of(report) if printed]
    assert text[0] == "City Library: report for 2025"
    assert "The mobile library began in May." in text


def test_a_typed_total_that_is_wrong_is_caught(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {**DATA, "visits": {**VISITS, "all": {"adults": 1281}}}
    assert make(forms, wrong) == 1
    assert "[A02]" in capsys.readouterr().err


def test_the_forms_mistakes_are_said_with_their_lines(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = forms / "library-visits" / "form.yaml"
    path.write_text(path.read_text("utf-8").replace("type: count", "type: counts"), "utf-8")
    assert run("forms", "draft", forms / "library-visits") == 3
    assert "form.yaml:37:11:" in capsys.readouterr().err
    assert [file.name for file in path.parent.iterdir()] == ["form.yaml"]
