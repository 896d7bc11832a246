"""A sheet's labels, compared with the form before anything is read: changed, moved, or all right."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from make_report import catalogue
from make_report.finding import Check, Finding
from make_report.form.layout import (
    HEADING_ROW,
    HELP_ROW,
    NARRATIVE_COLUMN,
    NARRATIVE_TOP,
    Label,
    NarrativeSheet,
    Sheet,
)
from make_report.place import Place
from make_report.record import Record, replace
from make_report.workbook.reading.alignment import ANY_ROW, Key, RowMissing, columns_moved, row_changes
from make_report.workbook.reading.cell import EMPTY_CELL, Cells
from make_report.workbook.reading.expected_labels import ExpectedLabels, expected_labels, same_text
from make_report.workbook.reading.shown import shown
from make_report.workbook.reading.text import excerpt

_ROWS_SEARCHED = 10
"""How far a narrative's heading and explanation, or the end of a table, are looked for."""


class LabelCheck(Record):
    """The labels of one sheet beside what is found in it. `name` is what the sheet is called in the workbook."""

    sheet: Sheet
    name: str
    cells: Cells

    @property
    def moved(self) -> bool:
        """Whether rows or columns were inserted or deleted, so that cells don't hold what they should."""
        return bool(self._structure)

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong with the labels."""
        yield from self._structure
        for label in () if self.moved else self._wrong.values():
            check = catalogue.F02_HEADING if label.is_heading else catalogue.F03_LABEL
            actual = self.cells.get((label.place.row, label.place.column), EMPTY_CELL)
            yield self._finding(check, label.place, expected=label.text, actual=excerpt(shown(actual)))

    @property
    def first_paragraph(self) -> int:
        """The first row that may hold a paragraph of a narrative: below the explanation, wherever that stands."""
        return 1 + (self._help_row or NARRATIVE_TOP - 1)

    @cached_property
    def _expected(self) -> ExpectedLabels:
        return expected_labels(self.sheet)

    @cached_property
    def _known(self) -> dict[tuple[int, int], str]:
        return {}

    def _text(self, row: int, column: int) -> str:
        """Return what a cell shows, as it can be compared; "" for a formula."""
        place = row, column
        if place not in self._known:
            cell = self.cells.get(place)
            self._known[place] = same_text(shown(cell)) if cell and not cell.formula else ""
        return self._known[place]

    @cached_property
    def _wrong(self) -> Mapping[tuple[int, int], Label]:
        expected, found = self._expected, self.cells
        return {
            place: label
            for place, label in expected.labels.items()
            if ((cell := found.get(place)) is None or cell.value != label.text or cell.formula)
            and self._text(*place) != expected.texts[place]
        }

    @cached_property
    def _help_row(self) -> int:
        """The row near the top in which a narrative's explanation stands, 0 if there is none."""
        says = self._expected.help
        rows = (row for row in range(1, _ROWS_SEARCHED) if self._text(row, NARRATIVE_COLUMN) == says)
        return next(rows, 0) if says else 0

    @cached_property
    def _structure(self) -> tuple[Finding, ...]:
        if isinstance(self.sheet, NarrativeSheet):
            return tuple(self._moved_narrative())
        wrong = self._wrong
        if wrong:
            misplaced = {cell: self._expected.texts[cell] for cell in wrong}
            if columns_moved(misplaced, {cell: self._text(*cell) for cell in self.cells}):
                return (self._column_moved(wrong[min(wrong)]),)
        # The label of a last column that was deleted stands nowhere.
        last = self._expected.last_column
        blank = (label for cell, label in wrong.items() if 1 < cell[1] == last and cell not in self.cells)
        return tuple(self._moved_rows()) or tuple(self._column_moved(label) for label in blank)[:1]

    def _column_moved(self, label: Label) -> Finding:
        return self._finding(catalogue.F04_COLUMN_MOVED, label.place, expected=label.text)

    def _moved_rows(self) -> Iterator[Finding]:
        if not self._wrong and all(self._text(row, 1) == line for row, line in self._expected.lines.items()):
            return
        expected = self._expected.keys
        actual = [self._key(row) for row in range(1, len(expected) + _ROWS_SEARCHED)]
        for change in row_changes(expected, actual):
            place = Place(self.sheet.order, change.row + 1, 1, self.name)
            if isinstance(change, RowMissing):
                said = _said(expected[change.expected], change.expected)
                yield self._finding(catalogue.F04_ROW_MISSING, place, expected=said)
            elif actual[change.row]:
                yield self._finding(catalogue.F04_ROW_ADDED, place, actual=_said(actual[change.row], change.row))
            else:
                yield self._finding(catalogue.F04_BLANK_ROW_ADDED, place, row=place.row)

    def _key(self, row: int) -> Key:
        names = [self._text(row, column) for column in range(1, self._expected.label_columns + 1)]
        if any(names):
            return tuple(filter(None, names))
        columns = range(1, self._expected.last_column + 1)
        return tuple(
            text
            for column in columns
            if self.cells.get((row, column), EMPTY_CELL).text and (text := self._text(row, column))
        )

    def _moved_narrative(self) -> Iterator[Finding]:
        """Yield a finding if the heading has moved down, or a paragraph up to where none is looked for."""
        top = Place(self.sheet.order, HEADING_ROW, NARRATIVE_COLUMN, self.name)
        headings = {*self._expected.texts.values()}
        rows = [row for row in range(1, _ROWS_SEARCHED) if self._text(row, NARRATIVE_COLUMN) in headings]
        if rows and rows[0] > HEADING_ROW:
            yield from (
                self._finding(catalogue.F04_BLANK_ROW_ADDED, replace(top, row=row), row=row)
                for row in range(HEADING_ROW, rows[0])
            )
        elif not self._help_row and self._text(NARRATIVE_TOP - 1, NARRATIVE_COLUMN):
            place = replace(top, row=HELP_ROW)
            yield self._finding(catalogue.F04_EXPLANATION_MISSING, place, row=HELP_ROW)

    def _finding(self, check: Check, place: Place, **operands: str | int) -> Finding:
        return Finding(check, replace(place, sheet=self.name), operands, str(operands.get("expected", "")))


def _said(key: Key, row: int) -> str:
    """Return a row's texts, its number if there are none."""
    return excerpt(" ".join(key)) if key and key != ANY_ROW else str(row + 1)
