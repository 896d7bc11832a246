"""A rule that is a sum: expanded from its declaration, evaluated, said, and written as an Excel formula."""

import fnmatch
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import repeat

from make_report.form.declaration import EquationDeclaration
from make_report.form.field import Field, Kind
from make_report.place import Place, ranges
from make_report.record import Record


class Equation(Record):
    """One sum over fields. `scope` is the row or column it holds for, "" where it holds once."""

    declaration: EquationDeclaration
    scope: str
    scope_label: str
    left: tuple[Field, ...]
    right: tuple[Field, ...]

    @cached_property
    def computes(self) -> Field | None:
        """The computed field that this equation defines: the only one on its right side."""
        if self.declaration.relation == "=" and len(self.right) == 1 and self.right[0].computed:
            return self.right[0]
        return None

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all its fields."""
        return frozenset(field.id for field in (*self.left, *self.right))

    @cached_property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the fields on both sides."""
        return tuple(field.id for field in self.left), tuple(field.id for field in self.right)

    def holds(self, left: Decimal, right: Decimal) -> bool:
        """Return whether the two sides stand in the declared relation."""
        relation = self.declaration.relation
        return left == right if relation == "=" else left <= right if relation == "<=" else left >= right


def matching(pattern: str, ids: Iterable[str]) -> list[str]:
    """Return the ids that a term names: itself, or with `group.*` all below the group."""
    if pattern.endswith(".*"):
        return [name for name in ids if name.startswith(pattern[:-1])]
    return [name for name in ids if name == pattern]


def figures_named(patterns: Iterable[str], fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """Return the figures that ids name; * in an id stands for any part of it."""
    found: list[Field] = []
    for pattern in patterns:
        names = fnmatch.filter(fields, pattern) if "*" in pattern else [pattern]
        found += [fields[name] for name in names if name in fields and fields[name].kind is Kind.NUMBER]
    return tuple(found)


class Cells(dict[str, Field]):
    """The figures of a row, a column or a table, by term; what is named in them is looked for once."""

    def __init__(self) -> None:
        super().__init__()
        self._named: dict[tuple[str, ...], tuple[Field, ...]] = {}

    def named(self, patterns: tuple[str, ...]) -> tuple[Field, ...]:
        """Return the fields that the patterns name, in the order of the patterns."""
        if patterns not in self._named:
            self._named[patterns] = tuple(self[name] for pattern in patterns for name in matching(pattern, self))
        return self._named[patterns]


def cells_by_scope(fields: Iterable[Field], section: str, each: str, only: Iterable[str] = ()) -> dict[str, Cells]:
    """Return the figures of a section's table, arranged for a rule: scope -> term -> field.

    With each "row" the scopes are rows and the terms columns, with "column" the other way round;
    with "table" there is one scope "" whose terms are row and column together. With `only` just the scopes it names.
    """
    arranged: dict[str, Cells] = {}
    wanted = tuple(only)
    for field in fields:
        if field.section != section or field.kind is not Kind.NUMBER:
            continue
        whole = field.id.removeprefix(f"{section}.")
        scope, term = {"row": (field.row, field.column), "column": (field.column, field.row)}.get(each, ("", whole))
        if not wanted or any(matching(pattern, [scope]) for pattern in wanted):
            arranged.setdefault(scope, Cells())[term] = field
    return arranged


def scope_label(field: Field, each: str) -> str:
    """Return the label of the row or column that a rule holds for, "" for the whole table."""
    return {"row": field.row_label, "column": field.column_label}.get(each, "")


def equations_of(declarations: Iterable[EquationDeclaration], fields: Mapping[str, Field]) -> Iterator[Equation]:
    """Yield every equation, once for each row or column in which all its terms exist."""
    for declaration in declarations:
        scopes = cells_by_scope(fields.values(), declaration.section, declaration.each, declaration.only)
        for scope, cells in scopes.items():
            if all(matching(term, cells) for term in (*declaration.left, *declaration.right)):
                left, right = cells.named(declaration.left), cells.named(declaration.right)
                label = scope_label(left[0], declaration.each)
                yield Equation(declaration, scope, label, left, right)


def defining_equations(equations: Iterable[Equation]) -> dict[str, Equation]:
    """Return the equation from which each computed field is calculated: of several the one declared first."""
    return {equation.computes.id: equation for equation in reversed(list(equations)) if equation.computes}


def entries_behind(
    field: Field, defining: Mapping[str, Equation], above: frozenset[str] = frozenset()
) -> Iterator[str]:
    """Yield the ids of the entry cells from which a field is calculated; of an entry cell its own."""
    if field.id not in defining:
        yield field.id
    elif field.id not in above:
        for term in defining[field.id].left:
            yield from entries_behind(term, defining, above | {field.id})


def evaluate(entries: Mapping[str, tuple[str, ...]], entered: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return the figures of the computed fields, calculated from the entered ones; a blank counts as nothing.

    `entries` are the entry cells behind each computed field (Form.entries_behind).
    """
    nothing = Decimal(0)
    figure = entered.get
    return {name: sum(map(figure, cells, repeat(nothing)), nothing) for name, cells in entries.items()}


def excel_cells(fields: Iterable[Field], places: Mapping[str, Place]) -> str:
    """Return the fields' cells as arguments of an Excel function; neighbouring cells stand as one range."""
    return ",".join(ranges(places[field.id] for field in fields))


def excel_sum(fields: Iterable[Field], places: Mapping[str, Place]) -> str:
    """Return the Excel expression that adds the fields' cells; no fields add up to 0."""
    cells = excel_cells(fields, places)
    return f"SUM({cells})" if cells else "0"
