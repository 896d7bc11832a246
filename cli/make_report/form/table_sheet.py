"""The sheet of a table: where its figures, units, live checks, explanations and notes stand."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from make_report.form.declaration import EquationDeclaration
from make_report.form.equation import Equation
from make_report.form.field import NOTES
from make_report.form.grid import Grid, GridCell, Role, grid_of
from make_report.form.model import Form, Section
from make_report.form.sheet import HEADING_ROW, TABLE_TOP, Label
from make_report.language import marked, translate
from make_report.place import Place
from make_report.record import Record


class CheckCell(Record):
    """The cell in which an equation is live."""

    equation: Equation
    place: Place
    column_span: int = 1


class TableSheet(Record):
    """A table as it is printed; units, live checks and help at its right; sums, live checks and notes below it."""

    form: Form
    section: Section
    name: str
    order: int

    @cached_property
    def grid(self) -> Grid:
        """The table's grid; its cell (0, 0) is the sheet's A4."""
        return grid_of(self.form, self.section)

    @cached_property
    def has_units(self) -> bool:
        """Whether some figure's unit is chosen beside the table."""
        return any(cell.field and cell.field.unit_field for cell in self.grid.cells)

    @property
    def unit_column(self) -> int:
        """The column in which units are chosen; it exists only if `has_units`."""
        return self.grid.columns + 1

    @property
    def check_column(self) -> int:
        """The first column with live checks of rows; there are `check_columns`, maybe none."""
        return self.grid.columns + 1 + self.has_units

    @cached_property
    def check_columns(self) -> int:
        """How many columns hold live checks of rows: as many as one row has equations."""
        rows = Counter(self._check_row(equation) for equation in self.equations if equation.declaration.each == "row")
        return max(rows.values(), default=0)

    @property
    def help_column(self) -> int:
        """The column with short explanations."""
        return self.check_column + self.check_columns

    @property
    def first_figure_row(self) -> int:
        """The first row that is neither title nor heading."""
        rows = range(self.grid.rows)
        return TABLE_TOP + next((row for row in rows if row not in self.grid.header_rows), self.grid.rows)

    @property
    def bottom(self) -> int:
        """The first row under the table."""
        return TABLE_TOP + self.grid.rows

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """The equations over this table."""
        return tuple(equation for equation in self.form.sums if equation.declaration.section == self.section.id)

    @cached_property
    def equation_rows(self) -> tuple[tuple[int, EquationDeclaration], ...]:
        """The rows under the table for the equations that hold for columns or for the whole table."""
        declarations = dict.fromkeys(
            equation.declaration for equation in self.equations if equation.declaration.each != "row"
        )
        return tuple(enumerate(declarations, start=self.bottom))

    @cached_property
    def notes_row(self) -> int:
        """The row of the cell for notes; its label stands in the row above."""
        return self.bottom + len(self.equation_rows) + 2

    def place(self, row: int, column: int) -> Place:
        """Return the place of a cell of this sheet, row and column counted from 1."""
        return Place(self.order, row, column, self.name)

    def grid_place(self, cell: GridCell) -> Place:
        """Return the place of a cell of the grid."""
        return self.place(TABLE_TOP + cell.row, 1 + cell.column)

    def labels(self) -> Iterator[Label]:
        """Yield the heading of the section and every label of the table."""
        yield Label(self.place(HEADING_ROW, 1), self.section.heading, 1, self.grid.columns, is_heading=True)
        for cell in self.grid.cells:
            if not cell.field:
                yield Label(self.grid_place(cell), cell.text, cell.row_span, cell.column_span)

    def places(self) -> Iterator[tuple[str, Place]]:
        """Yield the id of each figure, unit and of the notes with its entry cell."""
        yield from self.entries.items()

    @cached_property
    def entries(self) -> Mapping[str, Place]:
        """The entry cell of each figure, unit and of the notes by field id."""
        return dict(self._entries())

    def _entries(self) -> Iterator[tuple[str, Place]]:
        for cell in self.grid.cells:
            if cell.field:
                yield cell.field.id, self.grid_place(cell)
                if cell.field.unit_field:
                    yield cell.field.unit_field, self.place(TABLE_TOP + cell.row, self.unit_column)
        yield f"{self.section.id}.{NOTES}", self.place(self.notes_row, 1)

    def _check_row(self, equation: Equation) -> int:
        return self.entries[(equation.right or equation.left)[0].id].row

    @property
    def _name_columns(self) -> int:
        """The columns in which an equation over the whole table is named."""
        return max(1, self.grid.columns // 2)

    def check_cells(self) -> Iterator[CheckCell]:
        """Yield the cells in which the equations are live: at the side of their row, below their column or the table.

        A second equation of the same row stands in the next column.
        """
        rows_below = {declaration: row for row, declaration in self.equation_rows}
        spans = {cell.field.id: cell.column_span for cell in self.grid.cells if cell.field}
        seen_in_row: Counter[int] = Counter()
        for equation in self.equations:
            term = (equation.right or equation.left)[0].id
            if equation.declaration.each == "row":
                row = self._check_row(equation)
                yield CheckCell(equation, self.place(row, self.check_column + seen_in_row[row]))
                seen_in_row[row] += 1
            elif equation.declaration.each == "column":
                place = self.place(rows_below[equation.declaration], self.entries[term].column)
                yield CheckCell(equation, place, spans[term])
            else:
                place = self.place(rows_below[equation.declaration], 1 + self._name_columns)
                yield CheckCell(equation, place, max(1, self.grid.columns - self._name_columns))

    def check_names(self) -> Iterator[tuple[EquationDeclaration, Place, int]]:
        """Yield each equation below the table with the cell that names it and the columns that cell covers.

        It stands under the row labels; a table without them has it at the side.
        """
        for row, declaration in self.equation_rows:
            columns = self.grid.label_columns if declaration.each == "column" else self._name_columns
            yield declaration, self.place(row, 1 if columns else self.grid.columns + 1), max(1, columns)

    def helps(self) -> Mapping[int, str]:
        """Return the explanations by row; one of a column's heading begins with the heading."""
        named = translate(marked("{label}: {help}"), self.form.language)
        rows: dict[int, list[str]] = {}
        for cell in self.grid.cells:
            if cell.help:
                says = named.format(label=cell.text, help=cell.help) if cell.role is Role.HEADER else cell.help
                rows.setdefault(TABLE_TOP + cell.row, []).append(says)
        return {row: "\n".join(lines) for row, lines in rows.items()}
