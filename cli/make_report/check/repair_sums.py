"""Equations as linear forms over the cells that staff typed in: what a change of cells does to them all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property

from make_report.check.arithmetic import breaks_a_sum, can_be_judged, must_come_out
from make_report.check.figures import Figures, broken_limit, figures_of
from make_report.filing import Filing
from make_report.form.equation import Equation
from make_report.form.field import Field
from make_report.form.model import Form
from make_report.record import Record

Deltas = tuple[tuple[str, Decimal], ...]
"""By how much each of some cells changes."""
Coefficients = Mapping[str, int]
"""How often each cell counts in a sum."""


class Sum(Record):
    """An equation over cells: how often each cell counts in left minus right, and what that amounts to now."""

    equation: Equation
    coefficients: Coefficients
    residual: Decimal

    def change(self, deltas: Deltas) -> Decimal:
        """Return by how much left minus right changes."""
        return sum((self.coefficients.get(cell, 0) * delta for cell, delta in deltas), Decimal(0))

    def delta(self, cell: str, missing: Decimal) -> Decimal:
        """Return by how much one of its cells must change to take `missing` away from left minus right."""
        return -missing / self.coefficients[cell]


class Joined(Record):
    """Sums that share cells, some of them broken, and the other equations that a repair must not break."""

    form: Form
    filing: Filing
    figures: Figures
    sums: tuple[Sum, ...]
    guards: tuple[Sum, ...]

    @cached_property
    def broken(self) -> frozenset[int]:
        """The numbers of the sums that do not come out."""
        return frozenset(number for number, joined in enumerate(self.sums) if joined.residual)

    @cached_property
    def sums_of(self) -> Mapping[str, tuple[int, ...]]:
        """The numbers of the sums in which each cell counts."""
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, joined in enumerate(self.sums):
            for cell in joined.coefficients:
                numbers[cell].append(number)
        return {cell: tuple(those) for cell, those in numbers.items()}

    def repaired(self, deltas: Deltas) -> frozenset[int]:
        """Return the numbers of the sums that come out after the change; none if any other comes out worse or else."""
        repaired: set[int] = set()
        for number in {number for cell, _ in deltas for number in self.sums_of[cell]}:
            if change := self.sums[number].change(deltas):
                if self.sums[number].residual + change:
                    return frozenset()
                repaired.add(number)
        return frozenset(repaired)

    def allows(self, deltas: Deltas) -> bool:
        """Return whether the workbook has the cells, they keep their limits, and no other equation is broken."""
        for cell, delta in deltas:
            limits = self.form.fields[cell].type
            in_workbook = self.filing[cell].place.sheet
            if not in_workbook or (limits and broken_limit(limits, self.figures[cell] + delta)):
                return False
        zero = Decimal(0)
        return not any(
            guard.equation.holds(guard.residual, zero)
            and not guard.equation.holds(guard.residual + guard.change(deltas), zero)
            for guard in self.guards
        )


def joined_sums(form: Form, filing: Filing) -> Iterator[Joined]:
    """Yield the sums of a filing, joined by the cells they share, where one of them is broken and all are known.

    Where a cell cannot be read or is not filled in, nothing is concluded about all that it is joined with.
    """
    figures = figures_of(form, filing)
    if not breaks_a_sum(form, filing):
        return
    judged = [equation for equation in form.sums if can_be_judged(equation, figures)]
    sums = [_sum(equation, figures) for equation in judged]
    guards = tuple(one for one in sums if not must_come_out(one.equation))
    for equations in _components(form.sums, figures):
        those = tuple(one for one in sums if one.equation in equations)
        known = all(figures.known((*equation.left, *equation.right)) for equation in equations)
        if known and any(one.residual for one in those):
            yield Joined(form, filing, figures, those, guards)


def _residual(equation: Equation, figures: Figures) -> Decimal:
    return figures.sum(equation.left) - figures.sum(equation.right)


def _sum(equation: Equation, figures: Figures) -> Sum:
    return Sum(equation, coefficients(figures, equation.left, equation.right), _residual(equation, figures))


def coefficients(figures: Figures, plus: Iterable[Field], minus: Iterable[Field] = ()) -> Coefficients:
    """Return how often cells count in a sum; totals left to the tool stand for the entry cells behind them."""
    counts = Counter(figures.cells(plus))
    counts.subtract(Counter(figures.cells(minus)))
    return {cell: count for cell, count in counts.items() if count}


def _components(equations: Iterable[Equation], figures: Figures) -> list[list[Equation]]:
    """Return the equations that must come out, those together that share a cell, directly or through others."""
    components: list[tuple[set[str], list[Equation]]] = []
    for equation in filter(must_come_out, equations):
        fields = (*equation.left, *equation.right)
        cells, together = {field.id for field in fields} | set(figures.cells(fields)), [equation]
        apart: list[tuple[set[str], list[Equation]]] = []
        for component in components:
            if cells.isdisjoint(component[0]):
                apart.append(component)
            else:
                cells, together = cells | component[0], component[1] + together
        components = [*apart, (cells, together)]
    return [together for _, together in components]
