"""A workbook into a Filing: structure first, then cell by cell; all that is wrong at once."""

from collections.abc import Iterable, Iterator, Sequence

from make_report import catalogue
from make_report.filing import Filing, Value
from make_report.finding import Finding
from make_report.form.field import Field
from make_report.form.layout import NARRATIVE_COLUMN, Layout, NarrativeSheet, Sheet, TableSheet, layout_of
from make_report.form.model import Form
from make_report.language import translate
from make_report.place import Place
from make_report.record import replace
from make_report.remembered import remember
from make_report.workbook.reading.cell import EMPTY_CELL, Cells
from make_report.workbook.reading.open import Workbook
from make_report.workbook.reading.read_entry import read_entry
from make_report.workbook.reading.read_narrative import read_narrative
from make_report.workbook.reading.read_table import TableReading, table_reading
from make_report.workbook.reading.read_waivers import read_waivers
from make_report.workbook.reading.slot import Outcome, Slot, unread_value
from make_report.workbook.reading.structure import FoundSheet, structure_of
from make_report.workbook.reading.tidied import told_once
from make_report.workbook.wording import REFERENCE


def read_filing(form: Form, workbook: Workbook) -> tuple[Filing, tuple[Finding, ...]]:
    """Return a value for every field of the form, and what is to be said about the workbook.

    A field whose sheet, row or column is not where it belongs is unreadable, never empty; of a workbook made from
    another version of the form nothing is read. FileError if the file turns out to be damaged.
    """
    layout = layout_of(form)
    if workbook.version != form.version:
        operands = {"actual": workbook.version, "expected": form.version}
        return _filing(layout, workbook, ()), (Finding(catalogue.F04_VERSION, Place(), operands),)
    structure = structure_of(layout, workbook)
    tables = table_reading(layout)
    values: list[Value] = []
    findings = [*structure.findings]
    for sheet in layout.sheets:
        if found := structure.sheets.get(sheet.name):
            plain, outcomes = _read(tables, sheet, found)
            values += plain
            values += (outcome.value for outcome in outcomes)
            findings += (finding for outcome in outcomes for finding in outcome.findings)
    filing = _filing(layout, workbook, values)
    return replace(filing, waivers=tuple(read_waivers(form, workbook))), told_once(findings, form.language)


def _filing(layout: Layout, workbook: Workbook, values: Iterable[Value]) -> Filing:
    """Return the filing with these values; all other fields were not looked for."""
    read = {value.field: value for value in values}
    fields = layout.form.fields.items()
    whole = {name: read.get(name) or unread_value(field, layout.places[name]) for name, field in fields}
    return Filing(layout.form.form_id, whole, workbook.name)


def _paragraph_cells(found: FoundSheet, language: str) -> Cells:
    """Return the cells that may hold paragraphs: below the explanation, but for last year's text beside them."""
    says = translate(REFERENCE, language)
    for_reading = {column for (_, column), cell in found.cells.items() if cell.text.strip() == says}
    return {
        (row, column): cell
        for (row, column), cell in found.cells.items()
        if row >= found.first_paragraph and column not in for_reading - {NARRATIVE_COLUMN}
    }


def _read(tables: TableReading, sheet: Sheet, found: FoundSheet) -> tuple[Sequence[Value], Sequence[Outcome]]:
    """Return the values of a sheet's plain cells, and what each other field was read as."""
    if isinstance(sheet, TableSheet):
        return _table_read(tables, found)
    return (), [*_entries(tables.form, sheet, _fields(tables.form, found), found)]


@remember(8)
def _table_read(tables: TableReading, found: FoundSheet) -> tuple[Sequence[Value], Sequence[Outcome]]:
    values, outcomes = tables.read(_fields(tables.form, found), found.cells)
    return tuple(values), tuple(outcomes)


def _fields(form: Form, found: FoundSheet) -> list[tuple[Field, Place]]:
    return [(form.fields[name], place) for name, place in found.places.items()]


def _entries(form: Form, sheet: Sheet, fields: Iterable[tuple[Field, Place]], found: FoundSheet) -> Iterator[Outcome]:
    for field, place in fields:
        if isinstance(sheet, NarrativeSheet):
            headings = sheet.section.narrative.headings if sheet.section.narrative else ()
            yield read_narrative(field, place, headings, _paragraph_cells(found, form.language))
        else:
            yield read_entry(Slot(field, place, found.cells.get((place.row, place.column), EMPTY_CELL)))
