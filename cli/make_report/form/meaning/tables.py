"""The tables, as far as the fields can be derived from them: types that exist, rows and columns that have names."""

from collections.abc import Iterator

from make_report.form.declaration import Block, Column, Row
from make_report.form.meaning.flaw import Flaw, Path
from make_report.form.model import Form
from make_report.form.node import nearest
from make_report.language import marked

_NO_TYPE = marked("The type “{type}” is not declared under types.")
_WIDTH = marked("A width is a whole number above 0, in twentieths of a point.")


def table_flaws(form: Form) -> Iterator[Flaw]:
    """Yield what keeps the tables' fields from being derived."""
    known = [declared.id for declared in form.types]
    for number, section in enumerate(form.sections):
        if not section.table:
            continue
        table = ("sections", number, "table")
        for index, width in enumerate(section.table.widths):
            if width <= 0:
                yield Flaw((*table, "widths", index), _WIDTH)
        for index, block in enumerate(section.table.blocks):
            for path, used in _types_in(block, (*table, "blocks", index)):
                if used not in known:
                    yield Flaw(path, _NO_TYPE, {"type": used}, nearest(used, known))


def _types_in(block: Block, path: Path) -> Iterator[tuple[Path, str]]:
    yield (*path, "type"), block.type
    yield from _types_of(block.columns, (*path, "columns"), "columns")
    yield from _types_of(block.rows, (*path, "rows"), "rows")


def _types_of(parts: tuple[Row, ...] | tuple[Column, ...], path: Path, key: str) -> Iterator[tuple[Path, str]]:
    for index, part in enumerate(parts):
        if part.type:
            yield (*path, index, "type"), part.type
        yield from _types_of(part.parts, (*path, index, key), key)
