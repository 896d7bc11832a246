"""The sheet on which staff accept findings: one row for each, read as it was typed."""

from collections.abc import Iterator

from make_report.filing import Waiver
from make_report.form.model import Form
from make_report.form.side_sheet import (
    SIDE_BAND_ROW,
    WAIVER_CODE,
    WAIVER_PLACE,
    WAIVER_REASON,
    WAIVER_ROWS,
    WAIVER_YEAR,
    waiver_place,
)
from make_report.patterns import expression
from make_report.workbook.reading.cell import EMPTY_CELL
from make_report.workbook.reading.number import half_width
from make_report.workbook.reading.open import Workbook
from make_report.workbook.reading.shown import shown
from make_report.workbook.reading.text import in_one_line, lines_of

_YEAR = expression(r"([12][0-9]{3})(?:\.0*)?年?度?")


def read_waivers(form: Form, workbook: Workbook) -> Iterator[Waiver]:
    """Yield what staff accept; a workbook without the sheet, such as an old one, accepts nothing."""
    if not form.waivers or form.waivers.sheet not in workbook.sheet_names:
        return
    cells = workbook.cells(form.waivers.sheet, SIDE_BAND_ROW + WAIVER_ROWS, WAIVER_REASON)
    for row in sorted({row for row, _ in cells if row > SIDE_BAND_ROW}):
        texts = {
            column: in_one_line(lines)
            for column in (WAIVER_CODE, WAIVER_PLACE, WAIVER_YEAR, WAIVER_REASON)
            if (lines := lines_of(shown(cells.get((row, column), EMPTY_CELL))).texts)
        }
        if texts:
            typed = texts.get(WAIVER_YEAR, "")
            year = _YEAR.fullmatch(half_width("".join(typed.split())))
            code, target, reason = (texts.get(column, "") for column in (WAIVER_CODE, WAIVER_PLACE, WAIVER_REASON))
            yield Waiver(code, target, int(year[1]) if year else None, reason, waiver_place(form, row), typed)
