"""The equations: that they hold somewhere, and that each computed cell comes from others in one way."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from make_report.form.equation import Equation, defining_equations
from make_report.form.meaning.flaw import Flaw
from make_report.form.model import Form
from make_report.language import marked

_NOWHERE = marked("This equation holds nowhere: no {each} has all its terms.")
_ONLY = marked("only belongs to each: row or each: column.")
_BOTH_SIDES = marked("“{id}” stands on both sides.")
_TWICE = marked("“{id}” is added twice.")
_RING = marked("“{id}” would be calculated from itself: {ring}.")
_TWO_WAYS = marked("“{id}” is calculated by {code} already, from other cells; leave one of the two out.")


def sum_flaws(form: Form) -> Iterator[Flaw]:
    """Yield what is wrong with the equations, apart from names that do not exist."""
    for number, declared in enumerate(form.equations):
        sums = [equation for equation in form.sums if equation.declaration is declared]
        if declared.only and declared.each == "table":
            yield Flaw(("equations", number, "only"), _ONLY)
        elif not sums and declared.section in {section.id for section, _ in form.tables()}:
            yield Flaw(("equations", number), _NOWHERE, {"each": declared.each})
        yield from _terms(sums, number)
    rings = list(_rings(form))
    yield from rings
    if not rings:
        yield from _two_ways(form)


def _terms(sums: Sequence[Equation], number: int) -> Iterator[Flaw]:
    """Yield one flaw for each side of an equation that names a cell twice, and for a cell on both sides."""
    for equation in sums[:1]:
        for key, side in (("left", equation.left), ("right", equation.right)):
            for field, count in Counter(side).items():
                if count > 1:
                    yield Flaw(("equations", number, key), _TWICE, {"id": field.id})
        if equation.declaration.relation == "=":
            for field in equation.right:
                if field in equation.left and not equation.computes:
                    yield Flaw(("equations", number, "right"), _BOTH_SIDES, {"id": field.id})


def _rings(form: Form) -> Iterator[Flaw]:
    """Yield a flaw for each equation by which a computed cell depends on itself; one for each declaration."""
    defining = defining_equations(form.sums)
    said: set[int] = set()
    for name, equation in defining.items():
        number = form.equations.index(equation.declaration)
        if number not in said and (ring := _way(name, name, defining)):
            said.add(number)
            yield Flaw(("equations", number, "right"), _RING, {"id": name, "ring": " ← ".join((name, *ring))})


def _way(start: str, end: str, defining: Mapping[str, Equation]) -> list[str]:
    """Return the computed cells on the way from one to one of its terms, [] if there is no way."""
    trail: list[tuple[str, list[str]]] = [(start, [])]
    seen: set[str] = set()
    while trail:
        name, way = trail.pop()
        for term in defining[name].left:
            if term.id == end:
                return [*way, end]
            if term.id in defining and term.id not in seen:
                seen.add(term.id)
                trail.append((term.id, [*way, term.id]))
    return []


def _two_ways(form: Form) -> Iterator[Flaw]:
    """Yield a flaw for each equation that calculates a cell from other entries than the equation before it does.

    The total of a table may be calculated by its row and by its column: both come from the same entries.
    """
    defining = defining_equations(form.sums)
    said: set[int] = set()
    for equation in form.sums:
        number = form.equations.index(equation.declaration)
        if not equation.computes or number in said:
            continue
        first = defining[equation.computes.id]
        same_way = first.declaration.each == equation.declaration.each
        if first is not equation and (same_way or _entries(first, defining) != _entries(equation, defining)):
            said.add(number)
            operands = {"id": equation.computes.id, "code": first.declaration.code}
            yield Flaw(("equations", number, "right"), _TWO_WAYS, operands)


def _entries(equation: Equation, defining: Mapping[str, Equation]) -> Counter[str]:
    """Return how often each cell that staff fill in is added by an equation."""
    counted: Counter[str] = Counter()
    waiting = list(equation.left)
    while waiting:
        field = waiting.pop()
        if field.id in defining:
            waiting += defining[field.id].left
        else:
            counted[field.id] += 1
    return counted
