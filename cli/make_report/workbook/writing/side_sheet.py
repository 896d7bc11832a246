"""The sheets beside those of the report: what they have in common."""

from collections.abc import Mapping, Sequence

from make_report.form.side_sheet import SIDE_BAND_ROW, SIDE_HEADING_ROW, SIDE_HELP_ROW, References, Waivers
from make_report.place import Place
from make_report.workbook.writing import style
from make_report.workbook.writing.draw import Drawing, protect, set_page, set_sizes, set_view, write
from make_report.workbook.writing.measure import Box, row_heights

_LEAST_HEIGHT = 20.0


def draw_head(
    drawing: Drawing, declared: References | Waivers, widths: Sequence[float], band: Sequence[str]
) -> Mapping[int, float]:
    """Draw the heading, the explanation and the headings of the columns; return their heights."""
    says, whole, width = "\n".join(declared.help), (1, len(widths)), sum(widths)
    write(drawing.sheet, _place(SIDE_HEADING_ROW), style.HEADING, declared.heading, whole)
    write(drawing.sheet, _place(SIDE_HELP_ROW), style.HELP, says, whole)
    for column, sentence in enumerate(band, start=1):
        write(drawing.sheet, _place(SIDE_BAND_ROW, column), style.BAND, drawing.translated(sentence))
    boxes = [
        Box(SIDE_HEADING_ROW, declared.heading, width, style.HEADING),
        Box(SIDE_HELP_ROW, says, width, style.HELP),
    ]
    return {**row_heights(boxes, _LEAST_HEIGHT), SIDE_BAND_ROW: 26.0}


def finish(drawing: Drawing, widths: Sequence[float], heights: Mapping[int, float], first: Place) -> None:
    """Set sizes, page and view, and lock the sheet; `first` is the cell at which it opens."""
    set_sizes(drawing.sheet, widths, heights)
    set_page(drawing.sheet, sum(widths), sum(heights.values()), SIDE_BAND_ROW)
    set_view(drawing.sheet, first, _place(SIDE_BAND_ROW + 1))
    protect(drawing.sheet)


def _place(row: int, column: int = 1) -> Place:
    return Place(row=row, column=column)
