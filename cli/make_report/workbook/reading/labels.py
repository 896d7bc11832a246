"""A sheet's labels, compared with the form before anything is read: changed, moved, or all right."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from make_report import catalogue
from make_report.finding import Check, Finding
from make_report.form.layout import (
    COVER_LABEL,
    HEADING_ROW,
    HELP_ROW,
    NARRATIVE_COLUMN,
    NARRATIVE_TOP,
    CoverSheet,
    Label,
    NarrativeSheet,
    Sheet,
    TableSheet,
)
from make_report.language import translate
from make_report.place import Place
from make_report.record import Record, replace
from make_report.workbook.reading.alignment import ANY_ROW, Key, RowMissing, columns_moved, row_changes
from make_report.workbook.reading.cell import EMPTY_CELL, Cells
from make_report.workbook.reading.shown import shown
from make_report.workbook.reading.text import excerpt, visible
from make_report.workbook.wording import NOTES_LABEL

_ROWS_SEARCHED = 10
"""How far a narrative's heading and explanation, or the end of a table, are looked for."""


def same_text(text: str) -> str:
    """Return a label so that equal ones are equal: blanks, line breaks and what nobody sees do not count.

    Everything else does, full-width brackets and colons too: the wording is official.
    """
    return visible("".join(text.split()))


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
        for label in () if self.moved else self._wrong:
            check = catalogue.F02_HEADING if label.is_heading else catalogue.F03_LABEL
            actual = self.cells.get((label.place.row, label.place.column), EMPTY_CELL)
            yield self._finding(check, label.place, expected=label.text, actual=excerpt(shown(actual)))

    @property
    def first_paragraph(self) -> int:
        """The first row that may hold a paragraph of a narrative: below the explanation, wherever that stands."""
        return 1 + (self._help_row or NARRATIVE_TOP - 1)

    @cached_property
    def texts(self) -> Mapping[tuple[int, int], str]:
        """What the cells show, as it can be compared; formulas left out."""
        return {place: same_text(shown(cell)) for place, cell in self.cells.items() if not cell.formula}

    @cached_property
    def _labels(self) -> tuple[Label, ...]:
        return tuple(label for label in self.sheet.labels() if label.text)

    @cached_property
    def _wrong(self) -> tuple[Label, ...]:
        return tuple(
            label
            for label in self._labels
            if self.texts.get((label.place.row, label.place.column), "") != same_text(label.text)
        )

    @cached_property
    def _help_row(self) -> int:
        """The row near the top in which a narrative's explanation stands, 0 if there is none."""
        says = same_text(self.sheet.help) if isinstance(self.sheet, NarrativeSheet) else ""
        rows = (row for row in range(1, _ROWS_SEARCHED) if self.texts.get((row, NARRATIVE_COLUMN)) == says)
        return next(rows, 0) if says else 0

    @cached_property
    def _structure(self) -> tuple[Finding, ...]:
        if isinstance(self.sheet, NarrativeSheet):
            return tuple(self._moved_narrative())
        wrong = {(label.place.row, label.place.column): label for label in self._wrong}
        misplaced = {cell: same_text(label.text) for cell, label in wrong.items()}
        if columns_moved(misplaced, self.texts):
            return (self._column_moved(wrong[min(wrong)]),)
        # The label of a last column that was deleted stands nowhere.
        blank = (label for cell, label in wrong.items() if 1 < cell[1] == self._last_column and cell not in self.cells)
        return tuple(self._moved_rows()) or tuple(self._column_moved(label) for label in blank)[:1]

    def _column_moved(self, label: Label) -> Finding:
        return self._finding(catalogue.F04_COLUMN_MOVED, label.place, expected=label.text)

    @property
    def _last_column(self) -> int:
        return self.sheet.grid.columns if isinstance(self.sheet, TableSheet) else COVER_LABEL

    def _moved_rows(self) -> Iterator[Finding]:
        expected = list(self._expected_keys())
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

    @property
    def _label_columns(self) -> int:
        """How many columns name the rows; a row without such a name is known by its headings."""
        return self.sheet.grid.label_columns if isinstance(self.sheet, TableSheet) else COVER_LABEL

    def _key(self, row: int) -> Key:
        texts = [
            self.texts.get((row, column), "")
            for column in range(1, self._last_column + 1)
            if self.cells.get((row, column), EMPTY_CELL).text
        ]
        names = [self.texts.get((row, column), "") for column in range(1, self._label_columns + 1)]
        return tuple(text for text in (names if any(names) else texts) if text)

    def _expected_keys(self) -> Iterator[Key]:
        """Yield the keys of the rows from the sheet's first on."""
        names: dict[int, list[str]] = {}
        texts: dict[int, list[str]] = {}
        for label in self._labels:
            texts.setdefault(label.place.row, []).append(same_text(label.text))
            if label.place.column <= self._label_columns:
                names.setdefault(label.place.row, []).append(same_text(label.text))
        if isinstance(self.sheet, CoverSheet):
            cover = self.sheet.form.cover
            above = enumerate((cover.heading, *cover.instructions), start=HEADING_ROW)
            texts |= {row: [same_text(line)] for row, line in above}
        if isinstance(self.sheet, TableSheet):
            notes = translate(NOTES_LABEL, self.sheet.form.language)
            texts[self.sheet.notes_row - 1] = [same_text(notes)]
            if (table := self.sheet.section.table) and table.help:
                texts[HELP_ROW] = [same_text(table.help)]
        for row in range(HEADING_ROW, max(texts) + 1):
            yield tuple(names.get(row) or texts.get(row) or ANY_ROW)

    def _moved_narrative(self) -> Iterator[Finding]:
        """Yield a finding if the heading has moved down, or a paragraph up to where none is looked for."""
        top = Place(self.sheet.order, HEADING_ROW, NARRATIVE_COLUMN, self.name)
        headings = {same_text(label.text) for label in self._labels}
        rows = [row for row in range(1, _ROWS_SEARCHED) if self.texts.get((row, NARRATIVE_COLUMN)) in headings]
        if rows and rows[0] > HEADING_ROW:
            yield from (
                self._finding(catalogue.F04_BLANK_ROW_ADDED, replace(top, row=row), row=row)
                for row in range(HEADING_ROW, rows[0])
            )
        elif not self._help_row and self.texts.get((NARRATIVE_TOP - 1, NARRATIVE_COLUMN)):
            place = replace(top, row=HELP_ROW)
            yield self._finding(catalogue.F04_EXPLANATION_MISSING, place, row=HELP_ROW)

    def _finding(self, check: Check, place: Place, **operands: str | int) -> Finding:
        return Finding(check, replace(place, sheet=self.name), operands, str(operands.get("expected", "")))


def _said(key: Key, row: int) -> str:
    """Return a row's texts, its number if there are none."""
    return excerpt(" ".join(key)) if key and key != ANY_ROW else str(row + 1)
