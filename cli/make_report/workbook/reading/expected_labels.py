"""The labels that a form expects on a sheet, worked out once for all workbooks."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from make_report.form.layout import (
    COVER_LABEL,
    HEADING_ROW,
    HELP_ROW,
    CoverSheet,
    Label,
    NarrativeSheet,
    Sheet,
    TableSheet,
)
from make_report.language import translate
from make_report.record import Record
from make_report.remembered import remember
from make_report.workbook.reading.alignment import ANY_ROW, Key
from make_report.workbook.reading.text import visible
from make_report.workbook.wording import NOTES_LABEL

_NUMBER_SIGNS = ("、", "．")


@lru_cache(maxsize=1024)
def same_text(text: str) -> str:
    """Return a label so that equal ones are equal: blanks, line breaks and what nobody sees do not count.

    Nor does the sign behind a number, as in a pasted table with 1、 for 1. Everything else does, full-width brackets
    and colons too: the wording is official.
    """
    label = visible("".join(text.split()))
    return f"{label[0]}.{label[2:]}" if label[1:2] in _NUMBER_SIGNS and label[0].isdecimal() else label


class ExpectedLabels(Record):
    """The labels that a sheet should have."""

    sheet: Sheet

    @cached_property
    def labels(self) -> Mapping[tuple[int, int], Label]:
        """The labels with a text, by row and column."""
        return {(label.place.row, label.place.column): label for label in self.sheet.labels() if label.text}

    @cached_property
    def texts(self) -> Mapping[tuple[int, int], str]:
        """Their texts as they are compared."""
        return {cell: same_text(label.text) for cell, label in self.labels.items()}

    @property
    def last_column(self) -> int:
        """The last column that may hold labels."""
        return self.sheet.grid.columns if isinstance(self.sheet, TableSheet) else COVER_LABEL

    @property
    def label_columns(self) -> int:
        """How many columns name the rows; a row without such a name is known by its headings."""
        return self.sheet.grid.label_columns if isinstance(self.sheet, TableSheet) else COVER_LABEL

    @cached_property
    def keys(self) -> Sequence[Key]:
        """The keys of the rows from the sheet's first on."""
        names: dict[int, list[str]] = {}
        texts: dict[int, list[str]] = {}
        for (row, column), text in self.texts.items():
            texts.setdefault(row, []).append(text)
            if column <= self.label_columns:
                names.setdefault(row, []).append(text)
        texts |= {row: [text] for row, text in self.lines.items()}
        return [tuple(names.get(row) or texts.get(row) or ANY_ROW) for row in range(HEADING_ROW, max(texts) + 1)]

    @cached_property
    def lines(self) -> Mapping[int, str]:
        """The lines of explanation and the label of the notes, by row: where rows moved they are somewhere else."""
        if isinstance(self.sheet, CoverSheet):
            cover = self.sheet.form.cover
            return dict(enumerate(map(same_text, (cover.heading, *cover.instructions)), start=HEADING_ROW))
        if not isinstance(self.sheet, TableSheet):
            return {}
        notes = {self.sheet.notes_row - 1: same_text(translate(NOTES_LABEL, self.sheet.form.language))}
        help_text = self.sheet.section.table.help if self.sheet.section.table else ""
        return notes | ({HELP_ROW: same_text(help_text)} if help_text else {})

    @cached_property
    def help(self) -> str:
        """The explanation of a narrative, as it is compared."""
        return same_text(self.sheet.help) if isinstance(self.sheet, NarrativeSheet) else ""


expected_labels = remember(16)(ExpectedLabels)
"""Gives the labels that a sheet should have; a form has about ten sheets."""
