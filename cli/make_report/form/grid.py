"""A table as a grid of merged cells: the one picture from which Excel sheet and Word table are drawn."""

from collections.abc import Iterator
from enum import Enum

from make_report.form.declaration import Block, Column, Row, Section
from make_report.form.field import Field, leaves, path_id, row_paths
from make_report.form.model import Form
from make_report.record import Record


class Role(Enum):
    """What a cell of the grid is for."""

    TITLE = "title"
    CORNER = "corner"
    HEADER = "header"
    LABEL = "label"
    FIGURE = "figure"


class GridCell(Record, kw_only=True):
    """A cell of a table's grid, rows and columns counted from 0."""

    role: Role
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    text: str = ""
    field: Field | None = None
    vertical: bool = False
    help: str = ""


class Grid(Record):
    """A whole table: its size and its cells from top left to bottom right."""

    rows: int
    columns: int
    label_columns: int
    cells: tuple[GridCell, ...]
    header_rows: frozenset[int]
    """The rows that are titles or headings."""


def grid_of(form: Form, section: Section) -> Grid:
    """Return the grid of a section's table; a section without one has an empty grid."""
    blocks = section.table.blocks if section.table else ()
    if not blocks:
        return Grid(0, 0, 0, (), frozenset())
    label_columns = max(_depth(block.rows) for block in blocks)
    width = label_columns + max(len(list(leaves(block.columns))) for block in blocks)
    cells: list[GridCell] = []
    header_rows: set[int] = set()
    top = 0
    for block in blocks:
        drawing = _BlockDrawing(form, section, block, top, label_columns, width)
        cells += drawing.cells()
        header_rows |= set(range(top, drawing.first_row))
        top = drawing.first_row + len(row_paths(block))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(top, width, label_columns, tuple(cells), frozenset(header_rows))


def _depth(parts: tuple[Row, ...] | tuple[Column, ...]) -> int:
    return max((1 + _depth(part.parts) for part in parts), default=0)


class _BlockDrawing(Record):
    """One block on the grid: title row, heading rows, rows of figures from `top` down."""

    form: Form
    section: Section
    block: Block
    top: int
    label_columns: int
    width: int

    @property
    def first_header(self) -> int:
        return self.top + bool(self.block.title)

    @property
    def first_row(self) -> int:
        return self.first_header + _depth(self.block.columns)

    def cells(self) -> Iterator[GridCell]:
        if self.block.title:
            yield GridCell(role=Role.TITLE, row=self.top, column=0, column_span=self.width, text=self.block.title)
        if self.label_columns:
            yield GridCell(
                role=Role.CORNER,
                row=self.first_header,
                column=0,
                row_span=self.first_row - self.first_header,
                column_span=self.label_columns,
                text=self.block.corner,
            )
        yield from self._headers(self.block.columns, self.first_header, self.label_columns)
        yield from self._labels(self.block.rows, self.first_row, 0)
        yield from self._figures()

    def _spans(self, columns: tuple[Column, ...], *, to_edge: bool) -> list[int]:
        """Grid columns that each heading covers; the last leaf of a narrow block takes what is left of the width."""
        spans = [len(list(leaves((column,)))) for column in columns]
        if to_edge:
            spans[-1] += self.width - self.label_columns - len(list(leaves(self.block.columns)))
        return spans

    def _headers(self, columns: tuple[Column, ...], row: int, left: int) -> Iterator[GridCell]:
        at_edge = bool(columns) and columns[-1] is self._last_at_depth(row - self.first_header)
        for column, span in zip(columns, self._spans(columns, to_edge=at_edge), strict=True):
            row_span = 1 if column.columns else self.first_row - row
            yield GridCell(
                role=Role.HEADER,
                row=row,
                column=left,
                row_span=row_span,
                column_span=span,
                text=column.label,
                help=column.help,
            )
            if column.columns:
                yield from self._headers(column.columns, row + 1, left)
            left += span

    def _last_at_depth(self, depth: int) -> Column | None:
        column: Column | None = self.block.columns[-1]
        for _ in range(depth):
            column = column.columns[-1] if column and column.columns else None
        return column

    def _labels(self, rows: tuple[Row, ...], top: int, left: int) -> Iterator[GridCell]:
        for row in rows:
            row_span = len(list(leaves((row,))))
            yield GridCell(
                role=Role.LABEL,
                row=top,
                column=left,
                row_span=row_span,
                column_span=1 if row.rows else self.label_columns - left,
                text=row.label,
                vertical=row.vertical,
                help=row.help,
            )
            yield from self._labels(row.rows, top, left + 1)
            top += row_span

    def _figures(self) -> Iterator[GridCell]:
        columns = list(leaves(self.block.columns))
        spare = self.width - self.label_columns - len(columns)
        for number, row in enumerate(row_paths(self.block), start=self.first_row):
            for index, column in enumerate(columns):
                parts = (self.section.id, path_id(row), path_id(column))
                yield GridCell(
                    role=Role.FIGURE,
                    row=number,
                    column=self.label_columns + index,
                    column_span=1 + spare if index == len(columns) - 1 else 1,
                    field=self.form.fields[".".join(part for part in parts if part)],
                )
