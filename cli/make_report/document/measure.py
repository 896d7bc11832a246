"""How much room text takes, in characters of its own size (a Chinese character is 1), and where lines may break."""

import math
import unicodedata

from make_report.document.style_names import CELL_MARGIN
from make_report.patterns import expression

_FIGURE = expression(r"[^\W\d_]{0,2}[-+]?\d[\d.,]*[^\W\d_]{0,3}")
_WIDEST_DIGIT = 0.64
"""In characters: where Times New Roman is missing, faces with wider digits stand in for it."""
_ROUNDING = 10
"""In twips: programs reckon widths in units of their own."""
_NEVER_FIRST = set("，。、；：？！）〕】》〉」』”’…—,.;:?!)]}%％")
_NEVER_LAST = set("（〔【《〈「『“‘([{")


def ems(text: str) -> float:
    """Return the width of a text: full-width characters count 1, half-width ones a half, combining ones nothing."""
    return sum(_width(character) for character in text)


def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    # Quotation marks and dashes are "ambiguous": in Chinese type they are full width.
    return 1 if unicodedata.east_asian_width(character) in "WFA" else 0.5


def is_figure(text: str) -> bool:
    """Return whether a text is a figure, with its sign before it and its unit behind it."""
    return _FIGURE.fullmatch(text) is not None


def figure_width(figure: str) -> float:
    """Return the room a figure takes at most, in characters of its own size."""
    return sum(1 if _width(character) == 1 else _WIDEST_DIGIT for character in figure)


def room_in(width: int) -> int:
    """Return the room for a figure in a cell of a table, both in twips."""
    return width - 2 * CELL_MARGIN - _ROUNDING


def line_count(text: str, limit: float) -> int:
    """Return how many lines of at most `limit` characters a text takes when it is set as it comes."""
    return max(1, math.ceil(ems(text) / max(1, math.floor(limit))))


def balanced(text: str, limit: float) -> list[str]:
    """Return the text in as few lines of at most `limit` characters as it takes, of about the same width."""
    return _in_lines(text, max(1, math.ceil(ems(text) / limit)))


def _in_lines(text: str, count: int) -> list[str]:
    places = [place for place in range(1, len(text)) if may_break(text, place)]
    if count <= 1 or not places:
        return [text]
    share = ems(text) / count
    place = min(places, key=lambda candidate: abs(ems(text[:candidate]) - share))
    return [text[:place], *_in_lines(text[place:], count - 1)]


def may_break(text: str, place: int) -> bool:
    """Return whether a line may end before the character at a place."""
    before, after = text[place - 1], text[place]
    if after in _NEVER_FIRST or before in _NEVER_LAST or after.isspace():
        return False
    # Neither inside a Latin word or number, nor between a number and its unit, as in 2025年.
    return not (_width(before) < 1 and not before.isspace() and (_width(after) < 1 or before.isdigit()))
