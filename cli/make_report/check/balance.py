"""Figures that balance, for any form: every equation holds, and as few cells as possible are zero."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from make_report.check.figures import broken_limit
from make_report.form.equation import entries_behind, evaluate
from make_report.form.field import Field
from make_report.form.model import Form
from make_report.form.rule import FollowsLastYear
from make_report.record import Record

_MOST_ROUNDS = 50
_SPREAD = 7
"""Figures not given are 1 to 7: neighbours differ, so that no sum comes out by chance."""


class Line(Record):
    """An equation over entry cells: how often each counts in left minus right."""

    coefficients: Mapping[str, int]
    relation: str = "="

    def missing(self, figures: Mapping[str, Decimal]) -> Decimal:
        """Return what must be added to the left side, or taken away if it is negative; 0 if the equation holds."""
        over = sum((count * figures[cell] for cell, count in self.coefficients.items()), Decimal(0))
        holds = {"=": over == 0, "<=": over <= 0, ">=": over >= 0}[self.relation]
        return Decimal(0) if holds else -over


def balanced_figures(
    form: Form, start: Mapping[str, Decimal] | None = None, *, lasting: bool = False
) -> dict[str, Decimal]:
    """Return figures for every cell of the form's tables, totals included, in which every equation holds.

    `start` gives figures of entry cells to begin with; only as much is added as the equations need. With `lasting`,
    the same figures may also stand in last year's report: what must follow from it does. ValueError if none are found.
    """
    entries = [field for field in form.figures if not field.computed]
    given = start or {}
    figures = {field.id: given.get(field.id, Decimal(1 + number % _SPREAD)) for number, field in enumerate(entries)}
    lines = tuple(_lines(form, lasting=lasting))
    used = Counter(cell for line in lines for cell in line.coefficients)
    for _ in range(_MOST_ROUNDS):
        wrong = next((line for line in lines if line.missing(figures)), None)
        if wrong is None:
            return figures | evaluate(form.entries_behind, figures)
        for line in lines:
            if missing := line.missing(figures):
                cell, by = _change(line, missing, figures, used, form)
                figures[cell] += by
    message = f"{form.form_id}: no figures were found for which all equations hold"
    raise ValueError(message)


def _lines(form: Form, *, lasting: bool) -> Iterator[Line]:
    def counted(left: Iterable[Field], right: Iterable[Field]) -> dict[str, int]:
        counts = Counter(cell for field in left for cell in entries_behind(field, form.defining))
        counts.subtract(cell for field in right for cell in entries_behind(field, form.defining))
        return {cell: count for cell, count in counts.items() if count}

    for equation in form.sums:
        if coefficients := counted(equation.left, equation.right):
            yield Line(coefficients, equation.declaration.relation)
    for rule in form.rules if lasting else ():
        if isinstance(rule, FollowsLastYear):
            for cells in form.scopes(rule.section, rule.each).values():
                this = cells.named((rule.this, *rule.minus))
                if this and (coefficients := counted(this, cells.named((*rule.last, *rule.plus)))):
                    yield Line(coefficients)


def _change(
    line: Line, missing: Decimal, figures: Mapping[str, Decimal], used: Mapping[str, int], form: Form
) -> tuple[str, Decimal]:
    """Return the cell that disturbs the fewest other equations, and by how much it changes: more rather than less."""
    ways = [(cell, missing / count) for cell, count in line.coefficients.items()]
    allowed = [(cell, by) for cell, by in ways if not _beyond(form, cell, figures[cell] + by)]
    if not allowed:
        message = f"{form.form_id}: no figures were found for which all equations hold"
        raise ValueError(message)
    return min(allowed, key=lambda way: (way[1] < 0, used[way[0]]))


def _beyond(form: Form, cell: str, number: Decimal) -> bool:
    limits = form.fields[cell].type
    return limits is not None and bool(broken_limit(limits, number))
