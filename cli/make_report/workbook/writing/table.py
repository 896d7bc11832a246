"""The sheet of a table: as it is printed, entry cells in one colour, totals in another, notes below."""

from collections.abc import Iterator
from math import ceil

from make_report.finding import show_number
from make_report.form.field import NOTES, Field
from make_report.form.following import stocks_of
from make_report.form.grid import GridCell, Role
from make_report.form.layout import HEADING_ROW, HELP_ROW, TABLE_TOP, TableSheet
from make_report.workbook.wording import NOTES_LABEL
from make_report.workbook.writing import style
from make_report.workbook.writing.draw import Drawing, protect, set_page, set_sizes, set_view, write
from make_report.workbook.writing.live import blanks_formula, stock_formula, total_formula
from make_report.workbook.writing.measure import Box, row_heights, text_width
from make_report.workbook.writing.side import LAST_YEAR, draw_side, draw_sums_below, side_widths
from make_report.workbook.writing.validation import number_validations, prompted

_LABEL_SCALE, _FIGURE_SCALE = 110, 130
"""Twentieths of a point on paper for each digit on the screen."""
_LEAST_FIGURE_WIDTH = 7.6
"""Seven digits, or four Chinese characters in a line of a heading."""
_LEAST_HEIGHT = 22.0
_NOTES_LINES = 4
_TURNED_PITCH = 0.4
"""Lines that a letter of a turned label is as long as."""
_WIDEST_FROZEN = 45.0
_COUNT_ROW = TABLE_TOP - 1
_LOOKS = {
    Role.TITLE: style.TABLE_TITLE,
    Role.CORNER: style.TABLE_LABEL,
    Role.HEADER: style.TABLE_LABEL,
    Role.LABEL: style.TABLE_LABEL,
}


def draw_table(drawing: Drawing, table: TableSheet) -> None:
    """Draw the sheet."""
    widths = _table_widths(table)
    figures = [cell.field for cell in table.grid.cells if cell.field]
    boxes = [
        *_draw_head(drawing, table, widths, figures),
        *_draw_grid(drawing, table, widths),
        *draw_side(drawing, table),
        *draw_sums_below(drawing, table, widths),
        *_draw_notes(drawing, table, widths),
    ]
    _watch_figures(drawing, figures)
    heights = row_heights(boxes, _LEAST_HEIGHT)
    set_sizes(drawing.sheet, widths, heights)
    blocks = table.section.table.blocks if table.section.table else ()
    # The headings of several blocks would mislead if those of the first stood over all.
    title_rows = table.first_figure_row - 1 if len(blocks) == 1 else _COUNT_ROW
    set_page(drawing.sheet, sum(widths), sum(heights.values()), title_rows)
    labels = table.grid.label_columns
    frozen_columns = labels if sum(widths[:labels]) <= _WIDEST_FROZEN else 0
    first_entry = next((field for field in figures if not field.computed), figures[0])
    set_view(drawing.sheet, table.entries[first_entry.id], table.place(title_rows + 1, 1 + frozen_columns))
    protect(drawing.sheet)


def _table_widths(table: TableSheet) -> list[float]:
    """Return the widths of all columns of the sheet, in digits."""
    declared = table.section.table.widths if table.section.table else ()
    labels, figures = declared[: table.grid.label_columns], declared[table.grid.label_columns :]
    return [
        *(round(width / _LABEL_SCALE, 1) for width in labels),
        *(max(_LEAST_FIGURE_WIDTH, round(width / _FIGURE_SCALE, 1)) for width in figures),
        *side_widths(table),
    ]


def _draw_head(drawing: Drawing, table: TableSheet, widths: list[float], figures: list[Field]) -> Iterator[Box]:
    """The heading, the explanation of the table, and how many cells are still blank."""
    span, width = (1, table.grid.columns), sum(widths[: table.grid.columns])
    declared = table.section.table
    says = declared.help if declared else ""
    write(drawing.sheet, table.place(HEADING_ROW, 1), style.HEADING, table.section.heading, span)
    write(drawing.sheet, table.place(HELP_ROW, 1), style.HELP, says, span)
    count = write(drawing.sheet, table.place(_COUNT_ROW, 1), style.COUNT, span=span)
    if required := [field for field in figures if field.required]:
        count.value = blanks_formula(required, drawing.layout.places, drawing.form.language)
    yield Box(HEADING_ROW, table.section.heading, width, style.HEADING)
    yield Box(HELP_ROW, says, width, style.HELP)
    yield Box(_COUNT_ROW, "", width, style.COUNT)


def _draw_grid(drawing: Drawing, table: TableSheet, widths: list[float]) -> Iterator[Box]:
    # Of two equations that compute a field the first declared counts, as in form.equation.evaluate.
    totals = {equation.computes.id: equation for equation in reversed(table.equations) if equation.computes}
    stocks = stocks_of(drawing.form) if drawing.handed_down.stocks else {}
    for cell in table.grid.cells:
        place, span = table.grid_place(cell), (cell.row_span, cell.column_span)
        width = sum(widths[cell.column : cell.column + cell.column_span])
        if not cell.field:
            look = _look(cell)
            write(drawing.sheet, place, look, cell.text, span)
            yield Box(place.row, _as_read(cell), width, look, cell.row_span)
            continue
        yield Box(place.row, "", width, style.FIGURE)
        is_locked = cell.field.computed or cell.field.id in drawing.handed_down.locked
        drawn = drawing.write_field(cell.field, style.COMPUTED if is_locked else style.FIGURE, span)
        if cell.field.id in totals and cell.field.id not in drawing.contents:
            drawn.value = total_formula(totals[cell.field.id], drawing.layout.places)
        elif (last := drawing.handed_down.stocks.get(cell.field.id)) is not None:
            drawn.value = stock_formula(stocks[cell.field.id], show_number(last), drawing.layout.places)
        if cell.field.unit_field:
            drawing.write_field(drawing.form.fields[cell.field.unit_field], style.UNIT)


def _watch_figures(drawing: Drawing, figures: list[Field]) -> None:
    """Add the limits of the figures, and what last year's report says to some of them."""
    prompts, places, language = drawing.handed_down.prompts, drawing.layout.places, drawing.form.language
    for validation in number_validations((one for one in figures if one.id not in prompts), places, language):
        drawing.add(validation)
    for field in figures:
        if field.id in prompts:
            limits = number_validations([field], places, language)
            for validation in prompted(limits, drawing.translated(LAST_YEAR), prompts[field.id]):
                drawing.add(validation)


def _look(cell: GridCell) -> style.Look:
    if not cell.vertical:
        return _LOOKS[cell.role]
    return style.TURNED_LABEL if _is_narrow(cell.text) else style.VERTICAL_LABEL


def _is_narrow(text: str) -> bool:
    """Return whether a text has no character as wide as a Chinese one."""
    return text_width(text) == len(text)


def _as_read(cell: GridCell) -> str:
    """Return the text in the lines in which it stands, or in as many as a turned one is tall."""
    if not cell.vertical:
        return cell.text
    return "\n" * ceil(len(cell.text) * _TURNED_PITCH) if _is_narrow(cell.text) else "\n".join(cell.text)


def _draw_notes(drawing: Drawing, table: TableSheet, widths: list[float]) -> Iterator[Box]:
    field = drawing.form.fields[f"{table.section.id}.{NOTES}"]
    span, width = (1, table.grid.columns), sum(widths[: table.grid.columns])
    label = drawing.translated(NOTES_LABEL)
    write(drawing.sheet, table.place(table.notes_row - 1, 1), style.NOTES_LABEL, label, span)
    drawing.write_field(field, style.PARAGRAPHS_IN_ONE_CELL, span)
    entry = drawing.contents.get(field.id, ())
    lines = entry if isinstance(entry, tuple) else (str(entry),)
    room = [""] * (_NOTES_LINES - len(lines))
    yield Box(table.notes_row - 1, label, width, style.NOTES_LABEL)
    yield Box(table.notes_row, "\n".join([*lines, *room]), width, style.PARAGRAPHS_IN_ONE_CELL)
