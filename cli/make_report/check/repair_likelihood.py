"""How likely a change repairs the mistake that was made: the slips of people who type figures."""

from collections.abc import Sequence

from make_report.check.repair_ways import MOST_CELLS
from make_report.finding import show_number
from make_report.repair import Change, Likelihood


def likelihood(changes: Sequence[Change]) -> Likelihood:
    """Return which slip the changes would undo; of several independent ones the least likely."""
    moved = len(changes) > MOST_CELLS or is_exchange(changes)
    return Likelihood.EXCHANGED if moved else max(_slip(change) for change in changes)


def is_exchange(changes: Sequence[Change]) -> bool:
    """Return whether two cells side by side in a row or column get each other's figure."""
    if len(changes) != MOST_CELLS:
        return False
    one, other = changes
    apart = abs(one.place.row - other.place.row) + abs(one.place.column - other.place.column)
    same_sheet = one.place.sheet == other.place.sheet
    return same_sheet and apart == 1 and (one.after, other.after) == (other.before or 0, one.before or 0)


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
