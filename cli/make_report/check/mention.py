"""A phrase of a rule as a text says it, and the number that is meant by it: what the text alone decides."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from make_report.check.clauses import Clause, Quantity
from make_report.record import Record

Answer = TypeVar("Answer")
FARTHEST_BEHIND, FARTHEST_BEFORE = 20, 6
"""Characters between a phrase and the number that is meant, behind it or before it."""


class Mention(Record):
    """A phrase in a clause of a paragraph, from `start` to `end`; both are 0 where a clause begins without one."""

    clauses: tuple[Clause, ...]
    """Of the paragraph."""
    number: int
    """Of the clause among them."""
    start: int = 0
    end: int = 0

    @cached_property
    def clause(self) -> Clause:
        """The clause."""
        return self.clauses[self.number]

    @cached_property
    def follows(self) -> tuple[Clause, ...]:
        """The rest of the sentence."""
        return tuple(other for other in self.clauses[self.number + 1 :] if other.number == self.clause.number)

    @cached_property
    def precedes(self) -> tuple[Clause, ...]:
        """The sentence before it."""
        return tuple(other for other in self.clauses[: self.number] if other.number == self.clause.number)

    def quantity(self, units: tuple[str, ...]) -> Quantity | None:
        """Return the number that is meant if it is exact."""
        meant = self.meant(units)
        return meant if meant and meant.exact else None

    def meant(self, units: tuple[str, ...]) -> Quantity | None:
        """Return the number that is meant: inside the phrase, else soon behind it, else right before it."""
        return self.once(units, lambda: self._meant(units))

    def once(self, question: object, answer: Callable[[], Answer]) -> Answer:
        """Return the answer to a question that the text alone decides; the next report with this text need not ask."""
        # Questions are known by where they lie, and kept so that nothing else will lie there.
        known = self._answers.get(id(question))
        if known is None:
            known = self._answers[id(question)] = question, answer()
        return known[1]

    @cached_property
    def _answers(self) -> dict[int, tuple[object, Any]]:
        return {}

    def _meant(self, units: tuple[str, ...]) -> Quantity | None:
        named = ((quantity, quantity.unit(units)) for quantity in self.clause.quantities)
        counted = [(quantity, unit) for quantity, unit in named if unit is not None]
        if not counted:
            return None
        inside = [quantity for quantity, _ in counted if self.start <= quantity.start < self.end]
        behind = [quantity for quantity, _ in counted if 0 <= quantity.start - self.end <= FARTHEST_BEHIND]
        before = [
            quantity for quantity, unit in counted if 0 <= self.start - quantity.end - len(unit) <= FARTHEST_BEFORE
        ]
        meant = inside or behind[:1] or before[-1:]
        return meant[0] if len(meant) == 1 else None
