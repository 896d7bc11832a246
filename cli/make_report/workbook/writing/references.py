"""The sheet of the names that texts may quote: each in a cell of its own, ready to copy, with its present value."""

from collections.abc import Iterable
from itertools import groupby

from make_report.form.field import Field, Kind
from make_report.form.quotable import Quotable
from make_report.form.reference import Names
from make_report.form.side_sheet import SIDE_BAND_ROW, References
from make_report.language import marked
from make_report.place import Place, areas, ranges
from make_report.workbook.writing import style
from make_report.workbook.writing.draw import Drawing, write
from make_report.workbook.writing.entry import DATE_FORMAT
from make_report.workbook.writing.live import excel_text
from make_report.workbook.writing.side_sheet import draw_head, finish

_NAME, _VALUE, _UNIT, _FROM = 1, 2, 3, 4
_WIDTHS = (56.0, 22.0, 9.0, 28.0)
_LEAST_HEIGHT = 20.0
_PRINTED_DATE = 'yyyy"年"m"月"d"日"'
_BAND = (marked("Name, to be copied into the text"), marked("Present value"), marked("Unit"), marked("Taken from"))
_NOT_FILLED = marked("not filled in")
_SUM_OF = marked("sum of {cells}")


def draw_references(drawing: Drawing, declared: References) -> None:
    """Draw the sheet."""
    heights = draw_head(drawing, declared, _WIDTHS, _BAND)
    whole = (1, len(_WIDTHS))
    row = SIDE_BAND_ROW
    for section, group in groupby(Names(drawing.form).quotables, key=lambda quotable: quotable.section):
        row += 1
        title = drawing.form.section(section).heading if section else drawing.form.cover.sheet
        write(drawing.sheet, _place(row, 1), style.QUOTED_PART, title, whole)
        for row, quotable in enumerate(group, start=row + 1):  # noqa: B020 - the next part goes on where this one ends
            _draw_row(drawing, row, quotable)
    heights = {**dict.fromkeys(range(SIDE_BAND_ROW + 1, row + 1), _LEAST_HEIGHT), **heights}
    finish(drawing, _WIDTHS, heights, _place(SIDE_BAND_ROW + 2, _NAME))


def _draw_row(drawing: Drawing, row: int, quotable: Quotable) -> None:
    field = quotable.fields[0]
    write(drawing.sheet, _place(row, _NAME), style.QUOTED_NAME, quotable.braced)
    value = write(drawing.sheet, _place(row, _VALUE), style.QUOTED_VALUE)
    value.value = _value_formula(drawing, quotable)
    value.number_format = _printed_format(field, drawing.form.language)
    unit = write(drawing.sheet, _place(row, _UNIT), style.QUOTED_UNIT, field.type.unit if field.type else "")
    if field.unit_field:
        chosen = _cells(drawing, [drawing.form.fields[field.unit_field]])
        unit.value = f'=IF({chosen}="","",{chosen})'
    write(drawing.sheet, _place(row, _FROM), style.QUOTED_FROM, _origin(drawing, quotable))


def _printed_format(field: Field, language: str) -> str:
    """Return the number format in which the value looks as the report prints it (printed.py)."""
    if field.kind is Kind.DATE:
        return _PRINTED_DATE if language.startswith("zh") else DATE_FORMAT
    if signs := field.type and field.type.signs:
        return f'"{signs.positive}"General;"{signs.negative}"General;0'
    return "General"


def _value_formula(drawing: Drawing, quotable: Quotable) -> str:
    """Return the formula of the present value: the cell's, or the sum of several; a word while nothing is there."""
    cells, nothing = _cells(drawing, quotable.fields), excel_text(drawing.translated(_NOT_FILLED))
    if len(quotable.fields) == 1:
        return f'=IF({cells}="",{nothing},{cells})'
    return f"=IF(COUNT({cells})=0,{nothing},SUM({cells}))"


def _cells(drawing: Drawing, fields: Iterable[Field]) -> str:
    """Return cells of one other sheet as arguments of an Excel function."""
    places = [drawing.layout.places[field.id] for field in fields]
    sheet = places[0].sheet.replace("'", "''")
    return ",".join(f"'{sheet}'!{cells}" for cells in ranges(places))


def _origin(drawing: Drawing, quotable: Quotable) -> str:
    places = [drawing.layout.places[field.id] for field in quotable.fields]
    cells = f"{places[0].sheet} {' '.join(areas(places))}"
    return drawing.translated(_SUM_OF).format(cells=cells) if len(places) > 1 else cells


def _place(row: int, column: int) -> Place:
    return Place(row=row, column=column)
