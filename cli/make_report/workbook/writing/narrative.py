"""The sheet of a narrative: wide wrapped cells, one paragraph a row, the prescribed headings already there."""

from make_report.form.layout import (
    HEADING_ROW,
    HELP_ROW,
    NARRATIVE_COLUMN,
    NARRATIVE_ROWS,
    NARRATIVE_TOP,
    NarrativeSheet,
)
from make_report.place import Place, column_letters
from make_report.workbook.writing import style
from make_report.workbook.writing.draw import Drawing, apply, fit_row, protect, set_page, set_sizes, set_view, write
from make_report.workbook.writing.entry import write_entry
from make_report.workbook.writing.live import characters_formula
from make_report.workbook.writing.measure import MOST_HEIGHT, Box, row_heights

_WIDTH = 100.0
_LEAST_HEIGHT = 20.0
_COUNT_WIDTH = 12.0
"""The column of the count. Without a second column LibreOffice prints a wide one cut off, not smaller."""
_ROWS_DRAWN = 36
"""Rows that are cells of their own, about a printed page. Below them the column itself is unlocked and coloured:
programs print cells, not columns, so that no empty pages come out."""


def draw_narrative(drawing: Drawing, narrative: NarrativeSheet) -> None:
    """Draw the sheet."""
    sheet, section = drawing.sheet, narrative.section
    says = narrative.help
    # First the column, so that cells of their own keep what they are given.
    apply(sheet.column_dimensions[column_letters(NARRATIVE_COLUMN)], style.PARAGRAPHS_BELOW)
    write(sheet, _place(HEADING_ROW), style.NARRATIVE_HEADING, section.heading)
    write(sheet, _place(HELP_ROW), style.HELP, says)
    write(sheet, _place(NARRATIVE_TOP - 1), style.HELP)
    _draw_paragraphs(drawing, narrative)
    heading = Box(HEADING_ROW, section.heading, _WIDTH, style.NARRATIVE_HEADING)
    heights = row_heights([heading, Box(HELP_ROW, says, _WIDTH, style.HELP)], _LEAST_HEIGHT)
    set_sizes(sheet, [_WIDTH, _COUNT_WIDTH], heights)
    set_page(sheet, _WIDTH + _COUNT_WIDTH, MOST_HEIGHT, HEADING_ROW)
    set_view(sheet, _place(NARRATIVE_TOP), _place(NARRATIVE_TOP))
    protect(sheet, rows_may_be_inserted=True)


def _draw_paragraphs(drawing: Drawing, narrative: NarrativeSheet) -> None:
    """Write the paragraphs, or the prescribed headings with room between them, and what counts their characters."""
    sheet, field = drawing.sheet, drawing.form.fields[narrative.section.id]
    paragraphs = dict(narrative.headings())
    headings = set(paragraphs.values())
    entry = drawing.contents.get(field.id)
    if entry is not None:
        lines = entry if isinstance(entry, tuple) else (str(entry),)
        paragraphs = dict(enumerate(lines, start=NARRATIVE_TOP))
    last = max((NARRATIVE_TOP + _ROWS_DRAWN - 1, *paragraphs))
    for row in range(NARRATIVE_TOP, last + 1):
        text = paragraphs.get(row, "")
        look = style.PARAGRAPH_HEADING if text in headings else style.PARAGRAPHS
        write_entry(write(sheet, _place(row), look), field, text, drawing.form.language)
        if text:
            fit_row(sheet, row, row_heights([Box(row, text, _WIDTH, look)], 0)[row])
    count = write(sheet, Place(row=HEADING_ROW, column=NARRATIVE_COLUMN + 1), style.COUNT)
    counted = _place(max(last, NARRATIVE_TOP + NARRATIVE_ROWS - 1))
    count.value = characters_formula(_place(NARRATIVE_TOP), counted, drawing.form.language)


def _place(row: int) -> Place:
    return Place(row=row, column=NARRATIVE_COLUMN)
