"""Phrases of a rule looked for in a text. {year-1}, {year} … in them are years, * is any stretch of a clause.

No regular expressions: the forms hold a thousand phrases, of which a report says a few, and compiling the others would
take longer than looking for all.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from make_report.check.text import folded
from make_report.patterns import expression

_PLACEHOLDER = expression(r"\{year([+-]\d)?\}")
_CLAUSE_ENDS = frozenset(",，。;:()")


class Said(NamedTuple):
    """Where a text says a phrase."""

    start: int
    end: int


Pieces = tuple[str, ...]
"""What a phrase consists of in half-width signs: what stands between its asterisks."""


def says(phrases: Iterable[str], text: str, year: int) -> Said | None:
    """Return where the half-width text first says one of the phrases, None if it says none.

    Of several that begin at the same place the first named counts.
    """
    return first_said(pieces_of(tuple(phrases), year), text)


def first_said(phrases: Iterable[Pieces], text: str) -> Said | None:
    """Return the same for phrases in pieces."""
    found: Said | None = None
    for phrase in phrases:
        if phrase[0] in text and (said := _said(phrase, text, 0)) and (found is None or said.start < found.start):
            found = said
    return found


@lru_cache(maxsize=8192)
def pieces_of(phrases: tuple[str, ...], year: int) -> tuple[Pieces, ...]:
    """Return the phrases in pieces: only where its first piece stands may a phrase be said."""
    return tuple(_pieces(phrase, year) for phrase in phrases)


def holds(text: str, pieces: Iterable[str]) -> bool:
    """Return whether all the pieces of a pattern stand in the text: only then is it worth to be compiled."""
    return all(piece in text for piece in pieces)


def blanked(phrases: Iterable[str], text: str, year: int) -> str:
    """Return the text with spaces in place of each of the phrases; every character keeps its position."""
    return without_said(pieces_of(tuple(phrases), year), text)


def without_said(phrases: Iterable[Pieces], text: str) -> str:
    """Return the same for phrases in pieces."""
    phrases = [phrase for phrase in phrases if phrase[0] in text]
    begin = 0
    while found := [said for phrase in phrases if (said := _said(phrase, text, begin))]:
        start, end = min(found, key=lambda said: said.start)
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        begin = max(end, start + 1)
    return text


def _said(phrase: Pieces, text: str, begin: int) -> Said | None:
    """Return where the text says the phrase for the first time from `begin` on, as short as can be."""
    first, *others = phrase
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


def _pieces(phrase: str, year: int) -> Pieces:
    dated = _PLACEHOLDER.sub(lambda match: str(year + int(match[1] or 0)), phrase) if "{" in phrase else phrase
    return tuple(folded(dated).split("*"))
