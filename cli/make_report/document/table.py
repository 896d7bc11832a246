"""A form's table as a Word table: merged cells, widths, type size, and which rows stay on one page."""

from collections.abc import Iterator
from functools import cached_property

from make_report.document import styles
from make_report.document.measure import balanced, ems, line_count
from make_report.document.ooxml import Element, paragraph, run, w
from make_report.document.package import TEXT_HEIGHT
from make_report.form.grid import Grid, GridCell, Role, grid_of
from make_report.form.model import Form, Section
from make_report.record import Record

_LINE_PER_SIZE = 14.4
"""Height of a line set single, in twips for each half-point of type size: 1.44 times as tall, as in tall fonts."""
_ROW_PADDING = 20
_ROOM = TEXT_HEIGHT - styles.LINE - styles.TABLE_SPACE - styles.LINE
"""Height of a page under the heading of a table, with a line to spare since fonts differ."""
_ROW_HEIGHTS = {styles.SIZE_5: range(480, 400, -10), styles.SIZE_SMALL_5: range(440, 330, -10)}
"""The least height of a row, by type size: the first with which the table fits on a page, or else the last."""
_NARROW = 4
"""Characters in a line up to which a label's line breaks are chosen rather than left to chance."""
_SHADE = "F2F2F2"


class TableDrawing(Record):
    """One table, drawn on its section's grid."""

    form: Form
    section: Section

    @cached_property
    def grid(self) -> Grid:
        """The cells to draw."""
        return grid_of(self.form, self.section)

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """The widths of the grid's columns, in twips."""
        return self.section.table.widths if self.section.table else ()

    @cached_property
    def owners(self) -> dict[tuple[int, int], GridCell]:
        """The cell that covers each position of the grid."""
        return {
            (row, column): cell
            for cell in self.grid.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }

    @cached_property
    def size(self) -> int:
        """The type size of labels and figures, in half-points: 五号, or 小五 where 五号 does not fit on one page."""
        fits = self._height(styles.SIZE_5, _ROW_HEIGHTS[styles.SIZE_5][-1]) <= _ROOM
        return styles.SIZE_5 if fits else styles.SIZE_SMALL_5

    @cached_property
    def row_height(self) -> int:
        """The least height of a row, in twips."""
        heights = _ROW_HEIGHTS[self.size]
        return next((height for height in heights if self._height(self.size, height) <= _ROOM), heights[-1])

    @cached_property
    def fits_page(self) -> bool:
        """Whether the table fits on one page under its heading."""
        return self._height(self.size, self.row_height) <= _ROOM

    @cached_property
    def block_starts(self) -> tuple[int, ...]:
        """The first row of each block: a heading row with no heading row above it."""
        headers = self.grid.header_rows
        return tuple(row for row in sorted(headers) if row - 1 not in headers)

    def element(self) -> Element:
        """Return the w:tbl."""
        properties = w(
            "tblPr",
            w("tblStyle", val=styles.TABLE),
            w("tblW", w=sum(self.widths), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0600"),
        )
        columns = w("tblGrid", *(w("gridCol", w=width) for width in self.widths))
        return w("tbl", properties, columns, *(self._row(row) for row in range(self.grid.rows)))

    def _repeats(self, row: int) -> bool:
        # The first heading of a table in blocks must not stand over the rows of another block.
        headers = self.grid.header_rows
        return len(self.block_starts) == 1 and all(above in headers for above in range(row + 1))

    def _keeps_next(self, row: int) -> bool:
        """Whether a row stays on the page of the next: all do in a table that fits on a page, else headings do."""
        return row + 1 < self.grid.rows and (self.fits_page or row in self.grid.header_rows)

    def _row(self, row: int) -> Element:
        properties = [w("cantSplit"), w("trHeight", val=self.row_height, hRule="atLeast")]
        properties += [w("tblHeader")] if self._repeats(row) else []
        return w("tr", w("trPr", *properties), *self._cells(row))

    def _cells(self, row: int) -> Iterator[Element]:
        column = 0
        while column < self.grid.columns:
            cell = self.owners.get((row, column))
            span = cell.column_span if cell else 1
            yield self._cell(cell, row, sum(self.widths[column : column + span]))
            column += span

    def _cell(self, cell: GridCell | None, row: int, width: int) -> Element:
        properties = [w("tcW", w=width, type="dxa")]
        if cell and cell.column_span > 1:
            properties.append(w("gridSpan", val=cell.column_span))
        if cell and cell.row_span > 1:
            properties.append(w("vMerge", val="restart" if cell.row == row else "continue"))
        if cell and cell.role is Role.TITLE:
            properties.append(w("shd", val="clear", color="auto", fill=_SHADE))
        if cell and cell.vertical:
            properties.append(w("textDirection", val="tbRlV"))
        properties.append(w("vAlign", val="center"))
        content = self._content(cell) if cell and cell.row == row else ""
        runs = [run(content)] if content else []
        style = self._style(cell) if cell else self._sized(styles.FIGURE)
        kept = [w("keepNext")] if self._keeps_next(row) else []
        return w("tc", w("tcPr", *properties), paragraph(style, *runs, extra=kept))

    def _content(self, cell: GridCell) -> str:
        if cell.field:
            return f"{{{{ {cell.field.id} }}}}"
        return "\n".join(_label_lines(cell.text, self._room(cell))) if self._is_chosen(cell) else cell.text

    def _is_chosen(self, cell: GridCell) -> bool:
        return not cell.vertical and self._room(cell) < _NARROW + 1

    def _room(self, cell: GridCell, size: int = 0) -> float:
        """Return the characters that fit in a line of the cell."""
        width = sum(self.widths[cell.column : cell.column + cell.column_span]) - 2 * styles.CELL_MARGIN
        return width / (10 * (size or self._size(cell)))

    def _size(self, cell: GridCell) -> int:
        return styles.SIZE_SMALL_5 if self._style(cell).endswith(styles.SMALL) else styles.SIZE_5

    def _style(self, cell: GridCell) -> str:
        if cell.role is Role.TITLE:
            return styles.TABLE_TITLE
        if cell.role is Role.HEADER:
            # Headings stay in 五号 as long as two characters fit side by side.
            return styles.HEADER if self._room(cell, styles.SIZE_5) >= min(2, ems(cell.text)) else _small(styles.HEADER)
        if cell.role is Role.FIGURE:
            return self._sized(styles.FIGURE)
        is_leaf = cell.row_span == 1 and cell.role is Role.LABEL
        return self._sized(styles.LABEL if is_leaf and self.grid.label_columns > 1 else styles.LABEL_CENTRED)

    def _sized(self, style: str) -> str:
        return _small(style) if self.size == styles.SIZE_SMALL_5 else style

    def _height(self, size: int, row_height: int) -> int:
        """Return about how tall the table is, in twips; labels beside several rows find room there."""
        heights = [row_height] * self.grid.rows
        for cell in self.grid.cells:
            if cell.row_span == 1 and cell.text:
                own_size = self._size(cell) if cell.role in (Role.TITLE, Role.HEADER) else size
                lines = line_count(cell.text, self._room(cell, own_size))
                heights[cell.row] = max(heights[cell.row], round(lines * own_size * _LINE_PER_SIZE) + _ROW_PADDING)
        return sum(heights)


def _small(style: str) -> str:
    return style + styles.SMALL


def _label_lines(label: str, room: float) -> list[str]:
    """Return a narrow label in even lines, its number （三） on a line of its own if that costs none."""
    number, rest = label[: label.find("）") + 1], label[label.find("）") + 1 :]
    limit = int(room)
    if number and rest and ems(label) > limit and 1 + line_count(rest, limit) <= line_count(label, limit):
        return [number, *balanced(rest, limit)]
    # What falls into fair lines by itself needs no breaks.
    is_fair = ems(label) <= limit or ems(label) % limit == 0 or ems(label) % limit * 2 >= limit
    return [label] if is_fair else balanced(label, limit)
