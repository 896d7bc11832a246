"""Which field sits in which cell: the standard workbook's sheets, laid out from the form and from nothing else."""

from collections.abc import Mapping
from functools import cached_property

from make_report.form.model import Form
from make_report.form.sheet import (
    COVER_ENTRY,
    COVER_HELP,
    COVER_LABEL,
    HEADING_ROW,
    HELP_ROW,
    IDENTITY_SHEET,
    NARRATIVE_COLUMN,
    NARRATIVE_ROWS,
    NARRATIVE_TOP,
    REFERENCE_COLUMN,
    TABLE_TOP,
    CoverSheet,
    Label,
    NarrativeSheet,
)
from make_report.form.table_sheet import CheckCell, TableSheet
from make_report.place import Place
from make_report.record import Record
from make_report.remembered import remember

__all__ = [
    "COVER_ENTRY",
    "COVER_HELP",
    "COVER_LABEL",
    "HEADING_ROW",
    "HELP_ROW",
    "IDENTITY_SHEET",
    "NARRATIVE_COLUMN",
    "NARRATIVE_ROWS",
    "NARRATIVE_TOP",
    "REFERENCE_COLUMN",
    "TABLE_TOP",
    "CheckCell",
    "CoverSheet",
    "Label",
    "Layout",
    "NarrativeSheet",
    "Sheet",
    "TableSheet",
    "layout_of",
]

Sheet = CoverSheet | NarrativeSheet | TableSheet


class Layout(Record):
    """All sheets of a form's workbook."""

    form: Form

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets from left to right."""
        sheets: list[Sheet] = [CoverSheet(self.form, self.form.cover.sheet, 1)]
        for order, section in enumerate(self.form.sections, start=2):
            if section.narrative:
                sheets.append(NarrativeSheet(section, section.sheet, order))
            else:
                sheets.append(TableSheet(self.form, section, section.sheet, order))
        return tuple(sheets)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """The entry cell of every field; for a narrative, the cell of its first paragraph."""
        return {field_id: place for sheet in self.sheets for field_id, place in sheet.places()}


@remember(4)
def layout_of(form: Form) -> Layout:
    """Return the layout of the form's workbook."""
    return Layout(form)
