"""The sheets of a workbook beside those of the form: which is which, and which cells can be trusted?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from make_report import catalogue
from make_report.finding import Check, Finding
from make_report.form.layout import HEADING_ROW, NARRATIVE_COLUMN, CoverSheet, Layout, NarrativeSheet, Sheet, TableSheet
from make_report.form.side_sheet import side_sheets
from make_report.patterns import expression
from make_report.place import Place
from make_report.record import Record, replace
from make_report.remembered import Recent, remember
from make_report.workbook.reading.cell import EMPTY_CELL, Cells
from make_report.workbook.reading.expected_labels import same_text
from make_report.workbook.reading.labels import LabelCheck
from make_report.workbook.reading.merged import MergedRange
from make_report.workbook.reading.open import Workbook
from make_report.workbook.reading.read_narrative import LAST_ROW
from make_report.workbook.reading.stray import stray_texts

_ROWS_BELOW = 20
"""Rows read below a table or the first sheet, to see what was moved there."""
_COLUMNS_BESIDE = 6
_COPY = expression(r"(.+?)(?: ?\(\d{1,3}\)| ?（\d{1,3}）|_\d{1,3})")
"""What Excel and WPS call a copied sheet, and what LibreOffice does."""
_ENDS_COPY = frozenset(")）0123456789")


class FoundSheet(Record):
    """A sheet of the form as it stands in the workbook."""

    cells: Cells
    places: Mapping[str, Place]
    """The entry cells, by field id, that are where they belong; the places bear the sheet's actual name."""
    first_paragraph: int
    """Of a narrative: the first row that may hold a paragraph."""
    findings: tuple[Finding, ...]
    """What is wrong with its labels and its merged cells, and what stands beside a table."""


class Structure(Record):
    """What was found of a form in a workbook, by the names that the form gives its sheets."""

    sheets: Mapping[str, FoundSheet]
    findings: tuple[Finding, ...]


def structure_of(layout: Layout, workbook: Workbook) -> Structure:
    """Return the form's sheets in a workbook. A missing sheet is left out, a renamed one is read all the same."""
    names = _names(layout, workbook)
    findings = [*_copies(layout, workbook, names)]
    found: dict[str, FoundSheet] = {}
    before = _sheets_before(layout)
    for sheet in layout.sheets:
        name = names.get(sheet.name)
        if name != sheet.name:
            findings.append(_misnamed(sheet, name))
        if name is None:
            continue
        cells, merged = workbook.cells(name, *_size(sheet)), workbook.merged_ranges(name)
        if isinstance(sheet, TableSheet) and len(cells) <= _SMALL:
            # Cells that are alike are the same objects, which the answer keeps.
            asked = sheet.name, name, merged, tuple(cells), tuple(map(id, cells.values()))
            known = before.get(asked) or before.keep(asked, _looked_at(layout, sheet, name, cells, merged))
        else:
            known = _looked_at(layout, sheet, name, cells, merged)
        found[sheet.name] = known
        findings += known.findings
    return Structure(found, tuple(findings))


_MOST_BEFORE = 64
_SMALL = 1000
"""Cells of a sheet that is worth remembering."""


@remember(4)
def _sheets_before(_: Layout) -> Recent[object, FoundSheet]:
    """Return the last tables of a form: one without any requests looks like the other."""
    return Recent(_MOST_BEFORE)


def _looked_at(layout: Layout, sheet: Sheet, name: str, cells: Cells, merged: Iterable[MergedRange]) -> FoundSheet:
    """Return a sheet of the form; `name` is what it is called in the workbook."""
    labels = LabelCheck(sheet, name, cells)
    findings = [*labels.findings()]
    places = {} if labels.moved else _places(sheet, name)
    if isinstance(sheet, TableSheet) and not labels.moved:
        findings += stray_texts(sheet, name, cells, layout.form.language)
    hiding = list(_hiding(merged, places))
    findings += (finding for finding, _ in hiding)
    hidden = {field for _, fields in hiding for field in fields}
    trusted = {field: place for field, place in places.items() if field not in hidden}
    return FoundSheet(cells, trusted, labels.first_paragraph, tuple(findings))


def _size(sheet: Sheet) -> tuple[int, int]:
    """The rows and columns of a sheet that are looked at."""
    if isinstance(sheet, NarrativeSheet):
        return LAST_ROW, NARRATIVE_COLUMN + _COLUMNS_BESIDE
    places = [place for _, place in sheet.places()]
    last_row, last_column = max(place.row for place in places), max(place.column for place in places)
    return last_row + _ROWS_BELOW, last_column + _COLUMNS_BESIDE


def _places(sheet: Sheet, name: str) -> dict[str, Place]:
    """Return the entry cells of a sheet under the name that it has in the workbook."""
    if name == sheet.name:
        return dict(sheet.places())
    return {field: replace(place, sheet=name) for field, place in sheet.places()}


def _names(layout: Layout, workbook: Workbook) -> dict[str, str]:
    """Return what each sheet of the form is called in the workbook: by name, by heading, or by a similar name."""
    expected = {sheet.name for sheet in layout.sheets}
    names = {name: name for name in workbook.sheet_names if name in expected}
    own = expected | {side.sheet for _, side in side_sheets(layout.form)}
    others = [name for name in workbook.sheet_names if name not in own]
    headings = {name: _heading_found(workbook, name) for name in others} if len(names) < len(expected) else {}
    for sheet in layout.sheets:
        if sheet.name in names:
            continue
        from difflib import get_close_matches  # noqa: PLC0415 - only for a sheet that is missing

        alike = [name for name in others if headings[name] == same_text(_heading(layout, sheet))]
        if near := [*alike, *get_close_matches(sheet.name, others, n=1)]:
            names[sheet.name] = near[0]
            others.remove(near[0])
    return names


def _heading(layout: Layout, sheet: Sheet) -> str:
    return layout.form.cover.heading if isinstance(sheet, CoverSheet) else sheet.section.heading


def _heading_found(workbook: Workbook, name: str) -> str:
    return same_text(workbook.cells(name, HEADING_ROW, 1).get((HEADING_ROW, 1), EMPTY_CELL).text)


def _misnamed(sheet: Sheet, name: str | None) -> Finding:
    check: Check = catalogue.F04_SHEET_RENAMED if name else catalogue.F04_SHEET_MISSING
    place = Place(sheet.order, sheet=name or sheet.name)
    return Finding(check, place, {"expected": sheet.name, "actual": name or ""}, sheet.name)


def _copies(layout: Layout, workbook: Workbook, names: Mapping[str, str]) -> Iterator[Finding]:
    """Yield each sheet that nobody reads though it bears the name of one of the form, with a copy's number."""
    others = (name for name in workbook.sheet_names if name[-1:] in _ENDS_COPY and name not in names.values())
    for name in others:
        copied = _COPY.fullmatch(name)
        for sheet in layout.sheets:
            if copied and copied[1] == sheet.name:
                place = Place(sheet.order, sheet=name)
                operands = {"expected": names.get(sheet.name, sheet.name), "actual": name}
                yield Finding(catalogue.F04_SHEET_COPIED, place, operands, name)


def _span(numbers: Sequence[int]) -> tuple[int, int]:
    """Return the first of some numbers and the one behind the last."""
    return min(numbers, default=0), max(numbers, default=-1) + 1


def _hiding(ranges: Iterable[MergedRange], places: Mapping[str, Place]) -> Iterator[tuple[Finding, tuple[str, ...]]]:
    """Yield each merged range that hides an entry cell, with the fields in it."""
    by_row: dict[int, list[tuple[str, Place]]] = {}
    for field, place in places.items():
        by_row.setdefault(place.row, []).append((field, place))
    columns = range(*_span([place.column for place in places.values()]))
    for merged in ranges:
        # Most are labels, beside the entry cells or above them.
        if merged.right < columns.start or merged.left >= columns.stop:
            continue
        rows = sorted(by_row.keys() & range(merged.top, merged.bottom + 1))
        inside = {field: place for row in rows for field, place in by_row[row] if merged.covers(place)}
        if any(merged.hides(place) for place in inside.values()):
            first = min(inside.values())
            yield Finding(catalogue.F04_MERGED, first, {"cells": merged.address}), tuple(inside)
