"""How likely a change repairs the mistake that was made: the slips of people who type figures."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import groupby
from typing import TypeVar

from make_report.finding import show_number
from make_report.repair import Change

MOST_IN_ALL = 5
"""The most alternatives that are all shown: as many as a sum of four has cells, its total among them."""
MOST_ALTERNATIVES = 3
"""The most that are shown if there are others: of more, equally likely, none is worth saying."""

Item = TypeVar("Item")


class Likelihood(IntEnum):
    """The slip that a change would undo. Smaller sorts first."""

    TOTAL = 1
    """A typed total that is not the sum of its terms."""
    SWAPPED = 2
    """Two digits side by side in the wrong order, such as 132 for 123 or 1 (01) for 10."""
    DIGIT = 3
    """One digit mistyped, dropped or added."""
    EXCHANGED = 4
    """The figures of two neighbouring cells in each other's place; with a zero among them, a figure one cell off."""
    BLANK = 5
    """Nothing or 0 where a figure belongs, or a figure where nothing belongs."""
    OTHER = 6
    """Anything else."""


def likelihood(changes: Sequence[Change]) -> Likelihood:
    """Return which slip the changes would undo; of several independent ones the least likely."""
    return Likelihood.EXCHANGED if is_exchange(changes) else max(_slip(change) for change in changes)


def is_exchange(changes: Sequence[Change]) -> bool:
    """Return whether two cells side by side in a row or column get each other's figure."""
    if len(changes) == 1:
        return False
    one, other = changes
    apart = abs(one.place.row - other.place.row) + abs(one.place.column - other.place.column)
    same_sheet = one.place.sheet == other.place.sheet
    return same_sheet and apart == 1 and (one.after, other.after) == (other.before or 0, one.before or 0)


def likeliest(items: Sequence[Item], judge: Callable[[Item], Likelihood]) -> tuple[Item, ...]:
    """Return the items in order of likelihood, as many as are worth saying.

    All if they are few; else those equally likely come all or not at all, and those of no particular slip do not.
    """
    ranked = tuple(sorted(items, key=judge))
    if len(ranked) <= MOST_IN_ALL:
        return ranked
    said: tuple[Item, ...] = ()
    for kind, group in groupby(ranked, key=judge):
        more = (*said, *group)
        if len(more) > MOST_ALTERNATIVES or kind is Likelihood.OTHER:
            break
        said = more
    return said


def _slip(change: Change) -> Likelihood:
    if change.total:
        return Likelihood.TOTAL
    if not change.before or not change.after:
        return Likelihood.BLANK
    before, after = show_number(change.before), show_number(change.after)
    if _are_swapped(before, after) or _are_swapped(after, before):
        return Likelihood.SWAPPED
    return Likelihood.DIGIT if _differ_in_one_digit(before, after) else Likelihood.OTHER


def _are_swapped(figure: str, other: str) -> bool:
    """Return whether the other is the figure with two digits side by side swapped; 01 counts as 1."""
    return any(
        figure[:left] + figure[left + 1] + figure[left] + figure[left + 2 :] in {other, f"0{other}"}
        for left in range(len(figure) - 1)
        if figure[left : left + 2].isdigit()
    )


def _differ_in_one_digit(before: str, after: str) -> bool:
    if len(before) == len(after):
        pairs = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
        return len(pairs) == 1 and all(sign.isdigit() for sign in pairs[0])
    short, long = sorted((before, after), key=len)
    return any(long[:left] + long[left + 1 :] == short for left in range(len(long)) if long[left].isdigit())
