"""What the cells of the tables amount to, as far as that is known: entered, typed over a total, or calculated."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from make_report.catalogue import LIMIT_DECIMALS, LIMIT_INTEGER, LIMIT_MINIMUM, LIMIT_SIGNED, LIMIT_WHOLE
from make_report.filing import Filing, State
from make_report.form.equation import evaluate
from make_report.form.field import Field
from make_report.form.model import Form, NumberType
from make_report.printed import typed_figures
from make_report.record import Record
from make_report.remembered import remembered

_NOTHING = Decimal(0)

_BLANK = (State.EMPTY, State.NOT_APPLICABLE)


class Figures(Record):
    """The figures of a filing. A cell whose figure is not known stands in none of the mappings."""

    filled: Mapping[str, Decimal]
    """What staff filled in, totals typed over their formula included."""
    calculated: Mapping[str, Decimal]
    """The totals that were left to the tool, where all they are made of is known."""
    left_out: frozenset[str]
    """The cells left blank as the form allows: they count as nothing."""
    entries: Mapping[str, tuple[str, ...]]
    """The entry cells behind each figure that the tool can calculate."""

    @cached_property
    def everything(self) -> Mapping[str, Decimal]:
        """All figures that are known; what is left out counts as nothing."""
        return {**dict.fromkeys(self.left_out, Decimal(0)), **self.calculated, **self.filled}

    def __getitem__(self, field: str) -> Decimal:
        """Return the figure of a known field."""
        return self.everything.get(field, _NOTHING)

    def known(self, fields: Iterable[Field]) -> bool:
        """Return whether all the fields have a figure, or count as nothing."""
        return all(field.id in self.everything for field in fields)

    def any_filled(self, fields: Iterable[Field]) -> bool:
        """Return whether staff filled in any of the fields: what is calculated throughout only repeats other cells."""
        return any(field.id in self.filled for field in fields)

    def sum(self, fields: Iterable[Field]) -> Decimal:
        """Return the sum of known fields."""
        figures = self.everything
        return sum((figures.get(field.id, _NOTHING) for field in fields), _NOTHING)

    def cells(self, fields: Iterable[Field]) -> Iterator[str]:
        """Yield the ids of the cells in which the fields' figures were filled in."""
        for field in fields:
            if field.id in self.filled or field.id not in self.entries:
                yield field.id
            else:
                yield from self.entries[field.id]


@remembered
def figures_of(form: Form, filing: Filing) -> Figures:
    """Return the figures of a filing. One beyond its limits has a finding: nothing more is concluded from it."""
    typed = typed_figures(form, filing).items()
    filled = {name: number for name, number in typed if not breaks_limit(form.fields[name], number)}
    left_out = frozenset(field.id for row in left_out_rows(form, filing) for field in row)
    entered = {name: number for name, number in filled.items() if not form.fields[name].computed}
    calculated = {
        name: figure
        for name, figure in evaluate(form.entries_behind, entered).items()
        if (name in filled or is_blank(filing, form.fields[name]))
        and all(entry in entered or entry in left_out for entry in form.entries_behind[name])
    }
    return Figures(filled, calculated, left_out, form.entries_behind)


def breaks_limit(field: Field, number: Decimal) -> bool:
    """Return whether a number cannot be a field's figure."""
    return field.type is not None and bool(broken_limit(field.type, number))


def broken_limit(limits: NumberType, number: Decimal) -> str:
    """Return the sentence about the first limit that the number breaks, "" if it keeps them all."""
    too_small = limits.minimum is not None and number < limits.minimum
    if limits.integer:
        if number == number.to_integral_value() and not too_small:
            return ""
        if limits.minimum is not None:
            return LIMIT_INTEGER
        return LIMIT_SIGNED if limits.signs else LIMIT_WHOLE
    if too_small:
        return LIMIT_MINIMUM
    if limits.decimals is not None and number != round(number, limits.decimals):
        return LIMIT_DECIMALS
    return ""


def left_out_rows(form: Form, filing: Filing) -> Iterator[tuple[Field, ...]]:
    """Yield the figures that are left blank as the form allows, row by row of the sheet.

    A row that is optional as a whole is left out as a whole: once a cell of it is filled, the others are missing.
    """

    def line(field: Field) -> tuple[int, int]:
        place = filing[field.id].place
        return place.order, place.row

    if not any(is_blank(filing, field) for field in form.figures if field.optional):
        return
    entries = sorted((field for field in form.figures if not field.computed), key=line)
    for _, fields in groupby(entries, key=line):
        row = tuple(fields)
        blank = tuple(field for field in row if field.optional and is_blank(filing, field))
        if blank and (blank == row or not all(field.optional for field in row)):
            yield blank


def blank_cells(filing: Filing) -> list[str]:
    """Return the fields in whose cells nothing stands."""
    return [name for name, value in filing.values.items() if value.state in _BLANK]


def is_blank(filing: Filing, field: Field) -> bool:
    """Return whether nothing stands in the field's cell."""
    return filing[field.id].state in _BLANK
