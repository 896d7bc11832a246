"""How alike two texts are, and whether two names mean the same unit."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from make_report.check.text import folded, without_spaces


def similarity(one: str, other: str, stretch: int, least: int) -> int:
    """Return how much of two texts stands in both, in percent (Dice's coefficient of their stretches of letters).

    Signs and spaces do not count, and every figure counts as the same letter, so that a text with new figures is
    last year's text. A text with fewer than `least` letters is like none: there are few ways to say little.
    """
    letters = [_letters(text) for text in (one, other)]
    if min(map(len, letters)) < max(least, stretch):
        return 0
    first, second = (Counter(_stretches(text, stretch)) for text in letters)
    return round(200 * (first & second).total() / (first.total() + second.total()))


def _letters(text: str) -> str:
    kinds = ((unicodedata.category(character)[0], character) for character in text)
    kept = ("0" if kind == "N" else character for kind, character in kinds if kind in "LN")
    return "".join("0" if character == "0" else "".join(run) for character, run in groupby(kept))


def _stretches(text: str, length: int) -> Iterable[str]:
    return (text[start : start + length] for start in range(len(text) - length + 1))


def is_other_name(one: str, other: str, left_out: Iterable[str]) -> bool:
    """Return whether two names mean different units: neither is a short form of the other.

    Short forms lack the names of what the unit belongs to (the beginning), words that may be left out, or letters
    in several places (an abbreviation). Letters missing in one place inside a name make it another unit.
    """
    names = [without_spaces(folded(name)) for name in (one, other)]
    plain = names.copy()
    for word in left_out:
        plain = [name.replace(word, "") for name in plain]
    return _is_other(*sorted(names, key=len)) and _is_other(*sorted(plain, key=len))


def _is_other(short: str, long: str) -> bool:
    if long.endswith(short):
        return False
    start = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    short_rest, long_rest = short[start:], long[start:]
    while short_rest and short_rest[-1] == long_rest[-1]:
        short_rest, long_rest = short_rest[:-1], long_rest[:-1]
    return not short_rest or not _abbreviates(short_rest, long_rest)


def _abbreviates(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)
