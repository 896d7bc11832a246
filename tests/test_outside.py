"""A form that somebody else wrote, given by --templates: from its folder to a report, with every fault said."""

import json
import shutil
from pathlib import Path

import pytest

from make_report import app
from make_report.form.library import Library
from tests.conftest import REPOSITORY
from tests.document.word import cell_text, cells_of, paragraphs_of, tables_of, with_text

FORM = REPOSITORY / "tests" / "outside" / "library-report"
"""Totals of totals, labels three deep, blocks, signed figures, units to choose, a warning, no Chinese."""


def visits(young: int, old: int, children: int) -> dict[str, object]:
    return {"adults": {"young": young, "old": old}, "children": children}


MONEY: dict[str, object] = {
    "books": {"amount": 1234.5, "amount_unit": "EUR"},
    "staff": {"amount": 491.72, "amount_unit": "kEUR"},
    "print": {"before": 100, "change": -8, "now": 92},
    "digital": {"before": 10, "change": 5, "now": 15},
    "digital_share": 14.1,
}
DATA: dict[str, object] = {
    "form": "library-report",
    "year": 2025,
    "org": "Port & Haven <Town>",
    "published": "2026-01-15",
    "size": "small",
    "signature": "The Librarian",
    "summary": ["1. Opening hours", "The libraries were open on every {{ working }} day."],
    "visits": {
        "town": {"centre": {"main": visits(1, 2, 4), "music": visits(8, 16, 32)}, "north": visits(64, 128, 256)},
        "country": {"bus": visits(512, 1024, 2048), "schools": visits(4096, 8192, 16384)},
    },
    "money": MONEY,
    "plans": ["Longer hours and more books are planned."],
}


def run(*words: object) -> int:
    return app.run([*map(str, words)])


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """A folder with the form, drafted, and a workbook."""
    folder = tmp_path / "my forms"
    shutil.copytree(FORM, folder / "library-report")
    assert run("forms", "draft", folder / "library-report") == 0
    return folder


def book(forms: Path, data: dict[str, object]) -> Path:
    (forms / "data.json").write_text(json.dumps(data), "utf-8")
    assert run("new", "--data", forms / "data.json", "-o", forms / "book.xlsx", "--templates", forms) == 0
    return forms / "book.xlsx"


def test_its_report_holds_every_figure(forms: Path) -> None:
    assert run(book(forms, DATA), "-o", forms / "report.docx", "--templates", forms) == 0
    report = (forms / "report.docx").read_bytes()
    first, second = ({place: cell_text(cell) for place, cell in cells_of(table).items()} for table in tables_of(report))
    rows = [[first[row, column] for column in range(3, 8)] for row in range(3, 11)]
    assert rows[3] == ["73", "146", "219", "292", "511"]
    assert rows[6] == ["4608", "9216", "13824", "18432", "32256"]
    assert rows[7] == ["4681", "9362", "14043", "18724", "32767"]
    assert [second[2, 1], second[3, 1], second[6, 2], second[7, 2], second[10, 1]] == [
        *("1234.5EUR", "491.72kEUR", "down 8", "up 5", "14.1%"),
    ]
    printed = [text for _, text in paragraphs_of(report)]
    assert printed[:2] == ["Port & Haven <Town>:", "public libraries in 2025"]
    assert "Size of the town: up to 10,000" in printed
    assert "The libraries were open on every {{ working }} day." in printed


def test_its_data_comes_back(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook = book(forms, DATA)
    capsys.readouterr()
    assert run("data", workbook, "--templates", forms) == 0
    assert json.loads(capsys.readouterr().out) == DATA


def test_its_equations_are_checked_and_its_warnings_stop_nothing(
    forms: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = {**DATA, "money": {**MONEY, "digital_share": 99.5}}
    assert run(book(forms, odd), "-o", forms / "odd.docx", "--templates", forms) == 0
    assert "[A11]" in capsys.readouterr().err
    wrong = {**DATA, "money": {**MONEY, "print": {"before": 100, "change": 8, "now": 92}}}
    assert run(book(forms, wrong), "--templates", forms) == 1
    assert "[A06]" in capsys.readouterr().err


def test_a_changed_template_is_filled_and_its_mistakes_are_said_at_once(
    forms: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = forms / "library-report" / "report.docx"
    changed = with_text(path.read_bytes(), "2. Visits", "2. Visits of {{ org }}")
    path.write_bytes(changed)
    workbook = book(forms, DATA)
    assert run(workbook, "-o", forms / "r.docx", "--templates", forms) == 0
    assert "2. Visits of Port & Haven <Town>" in [text for _, text in paragraphs_of((forms / "r.docx").read_bytes())]
    for old in ("visits.town.north.children", "money.books.amount"):
        changed = with_text(changed, f"{{{{ {old} }}}}", f"{{{{ {old}x }}}}")
    path.write_bytes(changed)
    capsys.readouterr()
    for words in ((workbook, "-o", forms / "x.docx", "--templates", forms), ("forms", "draft", path.parent)):
        assert run(*words) == 3
        said = [line for line in capsys.readouterr().err.splitlines() if str(path) in line]
        assert ["table 1, row 6" in said[0], "table 2, row 3" in said[1], len(said)] == [True, True, 2]
    assert not (forms / "x.docx").exists()


def test_without_its_folder_or_its_template_the_remedy_is_said(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook = book(forms, DATA)
    assert run(workbook) == 2
    assert "--templates" in capsys.readouterr().err
    (forms / "library-report" / "report.docx").unlink()
    assert run(workbook, "--templates", forms) == 3
    assert "make-report forms draft" in capsys.readouterr().err


def test_a_broken_form_does_not_stop_the_others(forms: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (forms / "broken").mkdir()
    (forms / "broken" / "form.yaml").write_text("form: broken\n", "utf-8")
    assert [form.form_id for form in Library((forms,)).forms()] == ["library-report"]
    assert Library((forms,)).form_for_year(2025).form_id == "library-report"
    capsys.readouterr()
    assert run("forms", "--templates", forms) == 3
    shown = capsys.readouterr()
    assert "library-report\t2020-" in shown.out
    assert "form.yaml:1:1:" in shown.err
