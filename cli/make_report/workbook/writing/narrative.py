"""The sheet of a narrative: wide wrapped cells, one paragraph a row, the prescribed headings already there."""

from make_report.form.layout import (
    HEADING_ROW,
    HELP_ROW,
    NARRATIVE_COLUMN,
    NARRATIVE_ROWS,
    NARRATIVE_TOP,
    REFERENCE_COLUMN,
    NarrativeSheet,
)
from make_report.place import Place, column_letters
from make_report.workbook.wording import REFERENCE
from make_report.workbook.writing import style
from make_report.workbook.writing.draw import Drawing, apply, fit_row, protect, set_page, set_sizes, set_view, write
from make_report.workbook.writing.entry import write_entry
from make_report.workbook.writing.live import characters_formula
from make_report.workbook.writing.measure import MOST_HEIGHT, Box, row_heights

_WIDTH = 100.0
_LEAST_HEIGHT = 20.0
_COUNT_WIDTH = 12.0
"""The column of the count. Without a second column LibreOffice prints a wide one cut off, not smaller."""
_ROWS_SPARE = 24
"""Rows that are printed beyond those of last year."""
_REFERENCE_WIDTH = 80.0
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
    paragraphs = _paragraphs(drawing, narrative)
    _draw_paragraphs(drawing, narrative, paragraphs)
    heading = Box(HEADING_ROW, section.heading, _WIDTH, style.NARRATIVE_HEADING)
    heights = row_heights([heading, Box(HELP_ROW, says, _WIDTH, style.HELP)], _LEAST_HEIGHT)
    set_sizes(sheet, [_WIDTH, _COUNT_WIDTH], heights)
    _draw_reference(drawing, narrative, paragraphs)
    set_page(sheet, _WIDTH + _COUNT_WIDTH, MOST_HEIGHT, HEADING_ROW)
    set_view(sheet, _place(NARRATIVE_TOP), _place(NARRATIVE_TOP))
    protect(sheet, rows_may_be_inserted=True)


def _paragraphs(drawing: Drawing, narrative: NarrativeSheet) -> dict[int, str]:
    """Return the paragraphs by row, or the headings with room between them: last year's, else the prescribed ones."""
    name = narrative.section.id
    entry = drawing.contents.get(name)
    if entry is not None:
        lines = entry if isinstance(entry, tuple) else (str(entry),)
        return dict(enumerate(lines, start=NARRATIVE_TOP))
    if kept := drawing.handed_down.headings.get(name):
        texts = drawing.handed_down.texts[name]
        return {NARRATIVE_TOP + number: texts[number] for number in sorted(kept)}
    return dict(narrative.headings())


def _draw_reference(drawing: Drawing, narrative: NarrativeSheet, paragraphs: dict[int, str]) -> None:
    """Write last year's text into a column of its own, for reading; it is neither printed nor read."""
    texts = drawing.handed_down.texts.get(narrative.section.id, ())
    if not texts:
        return
    sheet, says = drawing.sheet, drawing.translated(REFERENCE)
    write(sheet, Place(row=NARRATIVE_TOP - 1, column=REFERENCE_COLUMN), style.BAND, says)
    sheet.column_dimensions[column_letters(REFERENCE_COLUMN)].width = _REFERENCE_WIDTH
    last = Place(row=NARRATIVE_TOP + max(_ROWS_DRAWN, len(texts)) + _ROWS_SPARE, column=REFERENCE_COLUMN - 1)
    sheet.print_area = f"A1:{last.cell}"
    for row, text in enumerate(texts, start=NARRATIVE_TOP):
        write(sheet, Place(row=row, column=REFERENCE_COLUMN), style.REFERENCE, text)
        boxes = [
            Box(row, text, _REFERENCE_WIDTH, style.REFERENCE),
            Box(row, paragraphs.get(row, ""), _WIDTH, style.PARAGRAPHS),
        ]
        fit_row(sheet, row, row_heights(boxes, 0)[row])


def _draw_paragraphs(drawing: Drawing, narrative: NarrativeSheet, paragraphs: dict[int, str]) -> None:
    """Write the paragraphs, or the headings, and what counts their characters."""
    sheet, field = drawing.sheet, drawing.form.fields[narrative.section.id]
    headings = {*narrative.declared_headings, *(() if field.id in drawing.contents else paragraphs.values())}
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
