"""The sheet on which staff accept findings: code, place, year and a written reason, one finding a row."""

from make_report.catalogue import WAIVER_CODE_WORD, WAIVER_PLACE_WORD, WAIVER_REASON_WORD, WAIVER_YEAR_WORD
from make_report.filing import Waiver
from make_report.form.side_sheet import (
    SIDE_BAND_ROW,
    WAIVER_CODE,
    WAIVER_PLACE,
    WAIVER_REASON,
    WAIVER_YEAR,
    Waivers,
)
from make_report.place import Place
from make_report.workbook.writing import style
from make_report.workbook.writing.draw import Drawing, fit_row, write
from make_report.workbook.writing.entry import write_text
from make_report.workbook.writing.measure import Box, row_heights
from make_report.workbook.writing.side_sheet import draw_head, finish
from make_report.workbook.writing.validation import waiver_validations

_WIDTHS = (10.0, 22.0, 9.0, 68.0)
_BAND = (WAIVER_CODE_WORD, WAIVER_PLACE_WORD, WAIVER_YEAR_WORD, WAIVER_REASON_WORD)
_ROWS_DRAWN = 24
_LEAST_HEIGHT = 26.0


def draw_waivers(drawing: Drawing, declared: Waivers, waivers: tuple[Waiver, ...], codes: str) -> None:
    """Draw the sheet with these waivers in its first rows; `codes` is the range of what may be accepted."""
    heights = draw_head(drawing, declared, _WIDTHS, _BAND)
    last = SIDE_BAND_ROW + max(_ROWS_DRAWN, len(waivers))
    for row in range(SIDE_BAND_ROW + 1, last + 1):
        for column in (WAIVER_CODE, WAIVER_PLACE, WAIVER_YEAR, WAIVER_REASON):
            write(drawing.sheet, _place(row, column), style.COVER_ENTRY)
        fit_row(drawing.sheet, row, _LEAST_HEIGHT)
    for row, waiver in enumerate(waivers, start=SIDE_BAND_ROW + 1):
        _write_waiver(drawing, row, waiver)
    columns = (WAIVER_CODE, WAIVER_YEAR, WAIVER_REASON)
    cells = [f"{_place(SIDE_BAND_ROW + 1, column).cell}:{_place(last, column).cell}" for column in columns]
    for validation in waiver_validations(cells, codes, declared.minimum, drawing.form.language):
        drawing.add(validation)
    finish(drawing, _WIDTHS, heights, _place(SIDE_BAND_ROW + 1, WAIVER_CODE))


def _write_waiver(drawing: Drawing, row: int, waiver: Waiver) -> None:
    texts = {WAIVER_CODE: waiver.code, WAIVER_PLACE: waiver.target, WAIVER_REASON: waiver.reason}
    for column, text in texts.items():
        write_text(write(drawing.sheet, _place(row, column), style.COVER_ENTRY), text)
    if waiver.year is not None:
        write(drawing.sheet, _place(row, WAIVER_YEAR), style.COVER_ENTRY).value = waiver.year
    reason = Box(row, waiver.reason, _WIDTHS[WAIVER_REASON - 1], style.COVER_ENTRY)
    fit_row(drawing.sheet, row, row_heights([reason], _LEAST_HEIGHT)[row])


def _place(row: int, column: int) -> Place:
    return Place(row=row, column=column)
