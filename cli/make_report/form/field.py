"""The fields of a form: every cell that staff fill, derived from the declared rows and columns."""

from collections.abc import Iterator
from enum import Enum
from typing import TypeVar, cast

from make_report.form.declaration import Block, Choice, Column, Cover, NumberType, Row, Section
from make_report.record import Record


class Kind(Enum):
    """What a field holds."""

    NUMBER = "number"
    TEXT = "text"
    PARAGRAPHS = "paragraphs"
    DATE = "date"
    YEAR = "year"
    CHOICE = "choice"


class Field(Record, kw_only=True):
    """One thing that staff fill in: a cell of a table or of the first sheet, a narrative, the notes of a table.

    The id is the path in data and in template tags: section, row, column; labels without an id add nothing to it.
    `row` and `column` are the middle and the end of that path, by which equations name their terms.
    """

    id: str
    label: str
    kind: Kind
    section: str = ""
    row: str = ""
    column: str = ""
    row_label: str = ""
    column_label: str = ""
    type: NumberType | None = None
    choices: tuple[Choice, ...] = ()
    optional: bool = False
    computed: bool = False
    printed: bool = True
    unit_field: str = ""
    """For a figure with several units: the id of the field in which the unit is chosen."""

    @property
    def required(self) -> bool:
        """Whether a blank is an error."""
        return not (self.optional or self.computed)


NOTES = "notes"
"""The last part of the id of a table's notes."""

Part = TypeVar("Part", bound=Row | Column)


def leaves(parts: tuple[Part, ...], above: tuple[Part, ...] = ()) -> Iterator[tuple[Part, ...]]:
    """Yield each row or column that has figures of its own, as the path from the outermost label to itself."""
    for part in parts:
        path = (*above, part)
        if below := cast("tuple[Part, ...]", part.parts):  # rows hold rows, columns hold columns
            yield from leaves(below, path)
        else:
            yield path


def path_id(path: tuple[Row | Column, ...]) -> str:
    """Return the ids along a path, joined by points."""
    return ".".join(part.id for part in path if part.id)


def path_label(path: tuple[Row | Column, ...]) -> str:
    """Return what a row or column is called in a message: the labels of all on its path that have an id."""
    return "·".join(part.short or part.label for part in path if part.id)


def fields_of(cover: Cover, types: tuple[NumberType, ...], sections: tuple[Section, ...]) -> Iterator[Field]:
    """Yield all fields in the order of the workbook: the first sheet, then section by section."""
    for declared in cover.fields:
        yield Field(
            id=declared.id,
            label=declared.label,
            kind=Kind(declared.kind),
            choices=declared.choices,
            optional=declared.optional,
            printed=declared.printed,
        )
    for section in sections:
        if section.narrative:
            yield Field(id=section.id, label=section.heading, kind=Kind.PARAGRAPHS, section=section.id)
        if section.table:
            for block in section.table.blocks:
                yield from _block_fields(types, section, block)
            yield Field(
                id=f"{section.id}.{NOTES}",
                label=section.heading,
                kind=Kind.PARAGRAPHS,
                section=section.id,
                optional=True,
            )


def row_paths(block: Block) -> list[tuple[Row, ...]]:
    """Return the paths of the block's rows; a block without rows has one row without a label: the empty path."""
    return list(leaves(block.rows)) or [()]


def _block_fields(declared_types: tuple[NumberType, ...], section: Section, block: Block) -> Iterator[Field]:
    types = {declared.id: declared for declared in declared_types}
    for row in row_paths(block):
        for column in leaves(block.columns):
            path = (*row, *column)
            type_id = next((part.type for part in reversed(path) if part.type), block.type)
            row_id, column_id = path_id(row), path_id(column)
            field_id = ".".join(part for part in (section.id, row_id, column_id) if part)
            row_label, column_label = path_label(row), path_label(column)
            label = "·".join(part for part in (row_label, column_label) if part)
            number_type = types[type_id]
            figure = Field(
                id=field_id,
                label=label,
                kind=Kind.NUMBER,
                section=section.id,
                row=row_id,
                column=column_id,
                row_label=row_label,
                column_label=column_label,
                type=number_type,
                optional=any(part.optional for part in path),
                computed=any(part.computed for part in path),
                unit_field=f"{field_id}_unit" if number_type.units else "",
            )
            yield figure
            if figure.unit_field:
                yield Field(
                    id=figure.unit_field,
                    label=label,
                    kind=Kind.CHOICE,
                    section=section.id,
                    choices=tuple(Choice(id=unit, label=unit) for unit in number_type.units),
                    optional=True,
                    printed=False,
                )
