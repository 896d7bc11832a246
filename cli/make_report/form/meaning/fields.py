"""The fields of the tables: ids that are unique and no group's, widths that fit the grid, sources of computed cells."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from make_report.form.declaration import Block, Column, Row, Section
from make_report.form.field import fields_of, path_id
from make_report.form.grid import grid_of
from make_report.form.meaning.flaw import Flaw, Path
from make_report.form.model import Form
from make_report.language import marked
from make_report.record import Record

_SAME_ID = marked("“{id}” names two cells: give rows and columns ids that differ.")
_NO_ID = marked("This has no id, and so its cells have the ids of others: “{id}”.")
_GROUP = marked("“{id}” is a field and a group of fields at once: rename one of them.")
_WIDTHS = marked("The grid has {columns} columns, labels included, but {widths} widths are given.")
_NOT_COMPUTED = marked("“{id}” is computed, but no equation with = has it alone on its right side.")


def field_flaws(form: Form) -> Iterator[Flaw]:
    """Yield what is wrong with the ids of the fields, the widths of the tables and their computed cells."""
    cells = {cell.id: cell for cell in reversed(list(_cells(form)))}
    yield from _repeated(form)
    ids = [field.id for field in fields_of(form.cover, form.types, form.sections)]
    groups = {
        ".".join(parts[:length]) for parts in (name.split(".") for name in ids) for length in range(1, len(parts))
    }
    for name in dict.fromkeys(ids):
        if name in groups:
            path = cells[name].row or cells[name].column if name in cells else ("sections",)
            yield Flaw(path, _GROUP, {"id": name})
    for number, section in enumerate(form.sections):
        if section.table and (columns := grid_of(form, section).columns) != len(section.table.widths):
            path = ("sections", number, "table", "widths")
            yield Flaw(path, _WIDTHS, {"columns": columns, "widths": len(section.table.widths)})
    yield from _computed(form, cells)


class _Cell(Record):
    """A figure's id with the nodes of its row and its column."""

    id: str
    row: Path
    column: Path
    row_id: str
    column_id: str


def _cells(form: Form) -> Iterator[_Cell]:
    for number, section in enumerate(form.sections):
        for index, block in enumerate(section.table.blocks if section.table else ()):
            yield from _cells_of(section, block, ("sections", number, "table", "blocks", index))


def _cells_of(section: Section, block: Block, path: Path) -> Iterator[_Cell]:
    columns = list(_leaves(block.columns, (*path, "columns"), "columns"))
    for row, row_path in list(_leaves(block.rows, (*path, "rows"), "rows")) or [("", ())]:
        for column, column_path in columns:
            name = ".".join(part for part in (section.id, row, column) if part)
            yield _Cell(name, row_path, column_path, row, column)


def _leaves(
    parts: tuple[Row, ...] | tuple[Column, ...], path: Path, key: str, above: tuple[Row | Column, ...] = ()
) -> Iterator[tuple[str, Path]]:
    for index, part in enumerate(parts):
        here = (*above, part)
        if part.parts:
            yield from _leaves(part.parts, (*path, index, key), key, here)
        else:
            yield path_id(here), (*path, index)


def _repeated(form: Form) -> Iterator[Flaw]:
    """Yield one flaw for each row or column whose cells have the ids of others."""
    first: dict[str, _Cell] = {}
    said: set[Path] = set()
    for cell in _cells(form):
        other = first.setdefault(cell.id, cell)
        if other is cell:
            continue
        path = cell.row if cell.row != other.row else cell.column
        if path not in said:
            said.add(path)
            own = cell.row_id if path is cell.row else cell.column_id
            yield Flaw((*path, "id"), _SAME_ID if own else _NO_ID, {"id": cell.id})
    counted = Counter(field.id for field in fields_of(form.cover, form.types, form.sections))
    for name, count in counted.items():
        if count > 1 and name not in first and "." in name:
            yield Flaw(("sections",), _SAME_ID, {"id": name})


def _computed(form: Form, cells: Mapping[str, _Cell]) -> Iterator[Flaw]:
    """Yield one flaw for each row or column with computed cells that no equation defines."""
    defined = {equation.computes.id for equation in form.sums if equation.computes}
    said: set[Path] = set()
    for field in form.fields.values():
        if field.computed and field.id not in defined and field.id in cells:
            cell = cells[field.id]
            path = next((one for one in (cell.row, cell.column) if one and _is_computed(form, one)), cell.column)
            if path not in said:
                said.add(path)
                yield Flaw((*path, "computed"), _NOT_COMPUTED, {"id": field.id})


def _is_computed(form: Form, path: Path) -> bool:
    """Return whether a row or column is computed, or one of those around it."""
    node: Any = form
    for step in path:
        node = node[step] if isinstance(step, int) else getattr(node, step)
        if getattr(node, "computed", False):
            return True
    return False
