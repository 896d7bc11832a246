"""Phrases of a rule looked for in a text. {year-1}, {year} … in them are years, * is any stretch of a clause.

No regular expressions: the forms hold a thousand phrases, of which a report says a few, and compiling the others would
take longer than looking for all.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from make_report.check.text import folded

_PLACEHOLDER = re.compile(r"\{year([+-]\d)?\}")
_CLAUSE_ENDS = frozenset(",，。;:()")


class Said(NamedTuple):
    """Where a text says a phrase."""

    start: int
    end: int


def says(phrases: Iterable[str], text: str, year: int) -> Said | None:
    """Return where the half-width text first says one of the phrases, None if it says none.

    Of several that begin at the same place the first named counts.
    """
    found = [said for phrase in phrases if (said := _said(phrase, text, year, 0))]
    return min(found, key=lambda said: said.start) if found else None


@cache
def first_pieces(phrases: tuple[str, ...], year: int) -> tuple[str, ...]:
    """Return the first piece of each phrase: only where it stands may the phrase be said."""
    return tuple(_pieces(phrase, year)[0] for phrase in phrases)


def holds(text: str, pieces: Iterable[str]) -> bool:
    """Return whether all the pieces of a pattern stand in the text: only then is it worth to be compiled."""
    return all(piece in text for piece in pieces)


def blanked(phrases: Iterable[str], text: str, year: int) -> str:
    """Return the text with spaces in place of each of the phrases; every character keeps its position."""
    phrases = [phrase for phrase in phrases if _said(phrase, text, year, 0)]
    begin = 0
    while found := [said for phrase in phrases if (said := _said(phrase, text, year, begin))]:
        start, end = min(found, key=lambda said: said.start)
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        begin = max(end, start + 1)
    return text


def _said(phrase: str, text: str, year: int, begin: int) -> Said | None:
    """Return where the text says the phrase for the first time from `begin` on, as short as can be."""
    first, *others = _pieces(phrase, year)
    start = text.find(first, begin)
    while start >= 0:
        if (end := _end(others, text, start + len(first))) is not None:
            return Said(start, end)
        start = text.find(first, start + 1)
    return None


def _end(pieces: Iterable[str], text: str, end: int) -> int | None:
    """Return where the last of the pieces ends, None if they do not all follow within a clause."""
    for piece in pieces:
        next_piece = text.find(piece, end)
        if next_piece < 0 or not _CLAUSE_ENDS.isdisjoint(text[end:next_piece]):
            return None
        end = next_piece + len(piece)
    return end


@cache
def _pieces(phrase: str, year: int) -> tuple[str, ...]:
    dated = _PLACEHOLDER.sub(lambda match: str(year + int(match[1] or 0)), phrase) if "{" in phrase else phrase
    return tuple(folded(dated).split("*"))
