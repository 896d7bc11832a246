"""A sound workbook in which a test changes one thing, as staff or a broken program would."""

import io
from collections.abc import Callable, Mapping
from decimal import Decimal

import openpyxl
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from make_report.archive import read_parts, write_parts
from make_report.filing import Entries, Filing
from make_report.finding import Finding
from make_report.form.field import Kind
from make_report.form.model import Form
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from make_report.workbook.writing.blank import standard_workbook

Book = openpyxl.Workbook
Change = Callable[[Book], object]

ORG = "某某市某某区民政局"
SENTENCE = "本年度按规定公开了各类信息。"


def sound_entries(form: Form) -> Entries:
    """Return entries for all required fields: figures 0, a sentence in each narrative."""
    contents = {Kind.NUMBER: Decimal(0), Kind.TEXT: ORG, Kind.PARAGRAPHS: (SENTENCE,), Kind.YEAR: form.years.first}
    fields = [field for field in form.fields.values() if not field.computed]
    return {field.id: contents[field.kind] for field in fields if field.required or field.kind is Kind.NUMBER}


def sound_workbook(form: Form, entries: Entries | None = None) -> bytes:
    """Return a workbook with these entries added to the sound ones."""
    if entries:
        return standard_workbook(form, {**sound_entries(form), **entries})
    if form.form_id not in _SOUND:
        _SOUND[form.form_id] = standard_workbook(form, sound_entries(form))
    return _SOUND[form.form_id]


_SOUND: dict[str, bytes] = {}
"""Made once for all tests."""


def edited(content: bytes, change: Change) -> bytes:
    """Return the workbook after a change by openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_parts(content: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Return the file after a change of its parts."""
    parts = read_parts(content)
    change(parts)
    return write_parts(parts)


def read(form: Form, content: bytes) -> tuple[Filing, tuple[Finding, ...]]:
    """Return what is read from a workbook."""
    return read_filing(form, open_workbook(content, "workbook.xlsx"))


def read_edited(form: Form, change: Change) -> tuple[Filing, tuple[Finding, ...]]:
    """Return what is read from a sound workbook after a change."""
    return read(form, edited(sound_workbook(form), change))


def read_with(form: Form, cells: Mapping[str, object]) -> tuple[Filing, list[tuple[str, str]]]:
    """Return what is read, and codes with places, after typing into cells given as 表三!D7."""

    def typing(book: Book) -> None:
        for address, value in cells.items():
            sheet, cell = address.split("!")
            book[sheet][cell].value = value

    filing, findings = read_edited(form, typing)
    return filing, said(findings)


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Return the codes and places of findings."""
    return [(finding.code, str(finding.place)) for finding in findings]


def insert_rows(sheet: Worksheet, row: int, count: int = 1) -> None:
    """Insert rows as a spreadsheet program does, merged cells moving along; a negative count deletes."""
    _shift(sheet, row, count, columns=False)


def insert_columns(sheet: Worksheet, column: int, count: int = 1) -> None:
    """Insert columns, or delete some."""
    _shift(sheet, column, count, columns=True)


def _shift(sheet: Worksheet, at: int, count: int, *, columns: bool) -> None:
    merged = [CellRange(str(cells)) for cells in sheet.merged_cells.ranges]
    for cells in merged:
        sheet.unmerge_cells(cells.coord)
    insert, delete = (sheet.insert_cols, sheet.delete_cols) if columns else (sheet.insert_rows, sheet.delete_rows)
    if count > 0:
        insert(at, count)
    else:
        delete(at, -count)
    for cells in merged:
        rows, cols = (cells.min_row, cells.max_row), (cells.min_col, cells.max_col)
        first, last = cols if columns else rows
        first, last = _moved(first, at, count), _moved(last + 1, at, count) - 1
        if first <= last:
            rows, cols = (rows, (first, last)) if columns else ((first, last), cols)
            sheet.merge_cells(start_row=rows[0], end_row=rows[1], start_column=cols[0], end_column=cols[1])


def _moved(edge: int, at: int, count: int) -> int:
    if count > 0:
        return edge + count * (edge >= at)
    return edge - min(-count, max(0, edge - at))
