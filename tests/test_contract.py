"""What must hold for every form in templates/, whoever wrote it."""

from pathlib import Path

import pytest

from make_report.check import check_filing
from make_report.document.render import render_report
from make_report.filing import State
from make_report.form.field import Kind
from make_report.form.grid import grid_of
from make_report.form.layout import layout_of
from make_report.form.load import load_form
from make_report.form.model import Form
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from make_report.workbook.writing.blank import standard_workbook
from tests.conftest import TEMPLATES
from tests.document.word import all_text
from tests.filled import marked_entries

FOLDERS = sorted(path.parent for path in TEMPLATES.glob("*/form.yaml"))


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture(scope="module")
def form(folder: Path) -> Form:
    return load_form(folder)


def test_a_form_has_its_three_files(folder: Path) -> None:
    assert {"blank.xlsx", "form.yaml", "report.docx"} <= {path.name for path in folder.iterdir()}


def test_every_block_and_equation_and_rule_names_its_source(form: Form) -> None:
    for declared in (*form.sections, *form.equations, *form.rules, *form.types):
        assert declared.source.strip()


def test_the_grid_of_each_table_has_one_width_a_column(form: Form) -> None:
    for section, table in form.tables():
        assert grid_of(form, section).columns == len(table.widths)


def test_the_blank_workbook_is_current(form: Form, folder: Path) -> None:
    assert standard_workbook(form) == (folder / "blank.xlsx").read_bytes(), f"make-report forms draft {folder}"


def test_a_blank_workbook_misses_exactly_what_is_required(form: Form) -> None:
    filing, found = read_filing(form, open_workbook(standard_workbook(form), "blank.xlsx"))
    assert not found
    missing = {finding.place for finding in check_filing(form, filing) if finding.code in {"U01", "F05"}}
    places = layout_of(form).places
    required = {field.id for field in form.fields.values() if field.required}
    optional_rows = {finding.place for finding in check_filing(form, filing) if finding.severity.word == "warning"}
    assert missing - optional_rows == {places[field_id] for field_id in required}


def test_what_is_put_in_is_read_back(form: Form) -> None:
    entries = marked_entries(form)
    filing, found = read_filing(form, open_workbook(standard_workbook(form, entries), "full.xlsx"))
    assert not found
    for field in form.fields.values():
        value = filing[field.id]
        if field.computed:
            assert value.content is None
        elif field.kind is Kind.PARAGRAPHS:
            assert tuple(paragraph.text for paragraph in value.paragraphs) == entries[field.id]
        else:
            assert value.content == entries[field.id], field.id
            assert value.state is State.READ


def test_a_mark_in_every_field_reaches_the_report_once(form: Form, folder: Path) -> None:
    entries = marked_entries(form)
    filing, _ = read_filing(form, open_workbook(standard_workbook(form, entries), "full.xlsx"))
    text = all_text(render_report(form, (folder / "report.docx").read_bytes(), filing))
    for field in form.fields.values():
        mark = entries.get(field.id)
        if field.kind is Kind.NUMBER and mark is not None:
            assert text.count(str(mark)) == 1, field.id
        elif field.kind is Kind.PARAGRAPHS:
            assert isinstance(mark, tuple)
            assert [text.count(line) for line in mark] == [1, 1], field.id
        elif field.kind is Kind.TEXT and field.printed and field.id != "org":
            assert text.count(str(mark)) == 1, field.id
