"""Beside and below a table: units, live checks, explanations."""

from collections.abc import Iterator

from openpyxl.formatting.rule import Rule

from make_report.form.declaration import EquationDeclaration
from make_report.form.layout import TABLE_TOP, TableSheet
from make_report.language import marked
from make_report.place import Place, ranges
from make_report.workbook.writing import style
from make_report.workbook.writing.draw import Drawing, write
from make_report.workbook.writing.live import RIGHT, check_formula, excel_text
from make_report.workbook.writing.measure import Box

_UNIT_WIDTH, _CHECK_WIDTH, HELP_WIDTH = 8.0, 16.0, 28.0
_UNIT = marked("Unit")
_CHECK = marked("Live check")
_EXPLANATION = marked("Explanation")
LAST_YEAR = marked("From last year's report")
_LOCKED = marked("The grey figures follow from last year's report and are locked: click on one to read why.")
_CHECK_NAME = marked("Live check: {name}")
_LEFT, _RIGHT = marked("left: {name}"), marked("right: {name}")
_NARROW_LINES = 3
"""The lines of a live check that says in a narrow cell what differs."""


def side_widths(table: TableSheet) -> list[float]:
    """Return the widths of the columns at the side of a table, in digits."""
    units = [_UNIT_WIDTH] if table.has_units else []
    return units + [_CHECK_WIDTH] * table.check_columns + ([HELP_WIDTH] if table.helps() else [])


def draw_side(drawing: Drawing, table: TableSheet) -> Iterator[Box]:
    """Draw the headings of the side columns, the explanations and all live checks; yield what needs room."""
    helps, widths = _helps(drawing, table), side_widths(table)
    for row, says in helps.items():
        write(drawing.sheet, table.place(row, table.help_column), style.SIDE_HELP, says)
        yield Box(row, says, HELP_WIDTH, style.SIDE_HELP)
    _draw_checks(drawing, table)
    # A heading stands from the row over the table down to where something else stands beside it.
    occupied = {*helps, *(check.place.row for check in table.check_cells()), table.first_figure_row}
    end = min(row for row in occupied if row >= TABLE_TOP)
    top, rows = TABLE_TOP - 1, end - TABLE_TOP + 1
    for column, says in _side_headings(drawing, table):
        write(drawing.sheet, table.place(top, column), style.SIDE_BAND, says, (rows, 1))
        yield Box(top, says, widths[column - table.grid.columns - 1], style.SIDE_BAND, rows)


def _helps(drawing: Drawing, table: TableSheet) -> dict[int, str]:
    """Return the explanations by row; where figures are locked, that is explained as well."""
    helps = dict(table.helps())
    rows = {table.entries[name].row for name in drawing.handed_down.locked if name in table.entries}
    for row in sorted(rows) if helps else ():
        helps[row] = "\n".join(filter(None, (helps.get(row), drawing.translated(_LOCKED))))
    return helps


def _side_headings(drawing: Drawing, table: TableSheet) -> Iterator[tuple[int, str]]:
    if table.has_units:
        yield table.unit_column, drawing.translated(_UNIT)
    for column in range(table.check_column, table.help_column):
        names = dict.fromkeys(
            check.equation.declaration.name
            for check in table.check_cells()
            if check.place.column == column and check.equation.declaration.each == "row"
        )
        yield column, "\n".join((drawing.translated(_CHECK), *names))
    if table.helps():
        yield table.help_column, drawing.translated(_EXPLANATION)


def _draw_checks(drawing: Drawing, table: TableSheet) -> None:
    """Write every live check; green where it is right, red or amber where it says what differs."""
    errors: list[Place] = []
    warnings: list[Place] = []
    for check in table.check_cells():
        declaration = check.equation.declaration
        narrow = declaration.each == "column"
        look = style.NARROW_CHECK if narrow else style.CHECK
        cell = write(drawing.sheet, check.place, look, span=(1, check.column_span))
        cell.value = check_formula(check.equation, drawing.layout.places, drawing.form.language, narrow=narrow)
        (errors if declaration.severity == "error" else warnings).append(check.place)
    for places, wrong_look in ((errors, style.WRONG), (warnings, style.DOUBTFUL)):
        right = Rule("cellIs", operator="equal", formula=[excel_text(RIGHT)], dxf=style.RIGHT, stopIfTrue=True)
        # A cell that shows nothing is no fault.
        wrong = Rule("cellIs", operator="notEqual", formula=['""'], dxf=wrong_look)
        for rule in (right, wrong) if places else ():
            drawing.sheet.conditional_formatting.add(" ".join(ranges(places)), rule)  # pyright: ignore[reportUnknownMemberType] - untyped stub


def draw_sums_below(drawing: Drawing, table: TableSheet, widths: list[float]) -> Iterator[Box]:
    """Draw the names of the equations whose live checks stand below the table; yield what needs room."""
    for declaration, place, columns in table.check_names():
        says = _named(drawing, declaration)
        write(drawing.sheet, place, style.CHECK_NAME, says, (1, columns))
        width = sum(widths[place.column - 1 : place.column - 1 + columns]) or HELP_WIDTH
        yield Box(place.row, says, width, style.CHECK_NAME)
        yield Box(place.row, "\n" * (_NARROW_LINES - 1), width, style.NARROW_CHECK)


def _named(drawing: Drawing, declaration: EquationDeclaration) -> str:
    lines = [drawing.translated(_CHECK_NAME).format(name=declaration.name)]
    if declaration.left_name:
        lines.append(drawing.translated(_LEFT).format(name=declaration.left_name))
    if declaration.right_name:
        lines.append(drawing.translated(_RIGHT).format(name=declaration.right_name))
    return "\n".join(lines)
