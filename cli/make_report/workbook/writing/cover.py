"""The first sheet of the standard workbook: what to do, and who files for which year."""

from make_report.form.field import Field, Kind
from make_report.form.layout import COVER_HELP, COVER_LABEL, HEADING_ROW, CoverSheet
from make_report.form.model import CoverField
from make_report.language import marked
from make_report.place import Place
from make_report.workbook.writing import style
from make_report.workbook.writing.draw import Drawing, protect, set_page, set_sizes, set_view, write
from make_report.workbook.writing.entry import DATE_FORMAT
from make_report.workbook.writing.measure import Box, row_heights
from make_report.workbook.writing.validation import scalar_validation

_WIDTHS = (14.0, 50.0, 44.0)
_LEAST_HEIGHT = 30.0
_PARAGRAPH_LINES = 5
_GAP = 10.0
"""Between the instructions and the fields, in points."""
_BAND = (marked("Item"), marked("Fill in here"), marked("Explanation"))
_REQUIRED = marked("Required. {help}")


def draw_cover(drawing: Drawing, cover: CoverSheet) -> None:
    """Draw the sheet."""
    sheet, declared = drawing.sheet, drawing.form.cover
    whole = sum(_WIDTHS)
    write(sheet, _place(HEADING_ROW, 1), style.TITLE, declared.heading, (1, len(_WIDTHS)))
    boxes = [Box(HEADING_ROW, declared.heading, whole, style.TITLE)]
    for row, line in enumerate(declared.instructions, start=HEADING_ROW + 1):
        write(sheet, _place(row, 1), style.INSTRUCTION, line, (1, len(_WIDTHS)))
        boxes.append(Box(row, line, whole, style.INSTRUCTION))
    for column, sentence in enumerate(_BAND, start=1):
        write(sheet, _place(cover.top - 1, column), style.BAND, drawing.translated(sentence))
    heights = dict(row_heights(boxes, 22)) | {HEADING_ROW: 40.0, cover.top - 1: 26.0}
    heights[cover.top - 2] += _GAP
    for row, field in cover.rows():
        heights[row] = _draw_field(drawing, row, field)
    set_sizes(sheet, _WIDTHS, heights)
    set_page(sheet, whole, sum(heights.values()), HEADING_ROW)
    set_view(sheet, drawing.layout.places[declared.fields[0].id], _place(HEADING_ROW + 1, 1))
    protect(sheet)


def _draw_field(drawing: Drawing, row: int, declared: CoverField) -> float:
    """Draw the row of a field; return the height it needs."""
    sheet, field = drawing.sheet, drawing.form.fields[declared.id]
    says = declared.help if declared.optional else drawing.translated(_REQUIRED).format(help=declared.help)
    write(sheet, _place(row, COVER_LABEL), style.COVER_LABEL, declared.label)
    write(sheet, _place(row, COVER_HELP), style.COVER_HELP, says.strip())
    look = style.PARAGRAPHS_IN_ONE_CELL if field.kind is Kind.PARAGRAPHS else style.COVER_ENTRY
    cell = drawing.write_field(field, look)
    if field.kind is Kind.DATE:
        cell.number_format = DATE_FORMAT
    drawing.add(scalar_validation(field, cell.coordinate, drawing.form.language))
    boxes = (
        Box(row, declared.label, _WIDTHS[0], style.COVER_LABEL),
        Box(row, _shown(drawing, field), _WIDTHS[1], look),
        Box(row, says, _WIDTHS[2], style.COVER_HELP),
    )
    return row_heights(boxes, _LEAST_HEIGHT)[row]


def _shown(drawing: Drawing, field: Field) -> str:
    """Return the text whose height the entry cell needs: what is in it, or some empty lines."""
    entry = drawing.contents.get(field.id, "")
    lines = list(entry) if isinstance(entry, tuple) else [str(entry)]
    room = _PARAGRAPH_LINES - len(lines) if field.kind is Kind.PARAGRAPHS else 0
    return "\n".join([*lines, *[""] * room])


def _place(row: int, column: int) -> Place:
    return Place(row=row, column=column)
