"""What a workbook's report will be called: told from two cells, without reading or checking the rest."""

from collections.abc import Callable

from make_report.files import report_name
from make_report.form.layout import layout_of
from make_report.form.model import Form
from make_report.workbook.reading.open import EMPTY_CELL, open_workbook
from make_report.workbook.reading.read_entry import read_entry
from make_report.workbook.reading.slot import Slot

_UNIT, _YEAR = "org", "year"


def named_by(content: bytes, name: str, form_of: Callable[[str], Form]) -> str:
    """Return the name of the report, "" if unit or year is not where the form has it. FileError as in open_workbook."""
    workbook = open_workbook(content, name, whole=False)
    form = form_of(workbook.form_id)
    places = {field: layout_of(form).places[field] for field in (_UNIT, _YEAR)}
    sheet = places[_UNIT].sheet
    if sheet not in workbook.sheet_names:
        return ""
    cells = workbook.cells(sheet, *(max(getattr(at, side) for at in places.values()) for side in ("row", "column")))
    unit, year = (
        read_entry(
            Slot(form.fields[field], places[field], cells.get((places[field].row, places[field].column), EMPTY_CELL))
        ).value
        for field in (_UNIT, _YEAR)
    )
    return report_name(form, unit.text, year.year) if unit.text and year.year else ""
