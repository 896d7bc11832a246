"""Names of units: as they are compared, and whether one is short for another."""

from make_report.check.text import folded, without_spaces
from make_report.patterns import expression

_REMARK = expression(r"\([^()]*\)")


def bare(org: str) -> str:
    """Return a unit's name without spaces and without what stands in brackets."""
    return _REMARK.sub("", folded(without_spaces(org)))


def abridges(short: str, long: str) -> bool:
    """Return whether all characters of one name occur in the other in the same order."""
    rest = iter(long)
    return all(character in rest for character in short)
