"""Text as typed into a cell: broken into lines, freed of what nobody sees."""

import re
import unicodedata
from functools import cache

from make_report.patterns import expression
from make_report.record import Record

_ESCAPE = expression(r"_x([0-9A-Fa-f]{4})_")
_PROTECTED = expression(r"_x005[Ff]_(?=x[0-9A-Fa-f]{4}_)")
_BREAK = expression("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ODD_BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")
"""Breaks that spreadsheet programs do not show as such."""
_INVISIBLE = {"Cc", "Cf", "Cs"}
_NEVER_IN_XML = "\ufffe\uffff"
_EXCERPT = 40
_SIMPLIFIED_RADICALS = str.maketrans(
    "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻰", "民西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐龙"
)
"""Radicals of the block CJK Radicals Supplement, which text copied from a PDF holds, and which no rule of Unicode
turns into the characters that they look like."""
_RADICAL = expression("[\u2e80-\u2fdf]")
"""A character of either block: a look for one takes a tenth of the exchange."""
_SPACE = r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_SIGN = "，。；：、！？（）《》〈〉【】〔〕"
_HAN = r"(?:(?![①-⑳])[^\W\d_a-zA-Z])"
_NEEDLESS = rf"(?<=[{_SIGN}]){_SPACE}+|{_SPACE}+(?=[{_SIGN}])|(?<={_HAN}){_SPACE}+(?=[“‘])|(?<=[”’]){_SPACE}+(?={_HAN})"
"""Spaces beside a full-width sign, which has its own, or between a Chinese character and a quotation mark."""
_WIDE_OR_MANY = rf"{_SPACE}{{2,}}|(?! ){_SPACE}"


class Lines(Record):
    """The lines of a cell that hold anything, without white space around them."""

    texts: tuple[str, ...]
    tidied: bool
    """Whether something was taken away besides white space around a line, which nobody misses."""


def unescaped(text: str) -> str:
    """Return a cell's text with SpreadsheetML's escapes (_x000D_) undone where office programs write them.

    They escape what XML forbids, and an underscore that would look like an escape (ISO/IEC 29500-1, 22.9.2.19
    ST_Xstring). Whatever else looks like an escape was typed.
    """

    def undone(match: re.Match[str]) -> str:
        if _PROTECTED.match(text, match.start()):
            return "_"
        character = chr(int(match[1], 16))
        return match[0] if _is_visible(character) else character

    return _ESCAPE.sub(undone, text) if "_x" in text else text


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in _INVISIBLE and character not in _NEVER_IN_XML


def visible(text: str) -> str:
    """Return the text without invisible characters: zero width, control, lone surrogates; a tab becomes a space."""
    # What can be printed has no invisible characters; looking at each one costs far more.
    return text if text.isprintable() else "".join(filter(_is_visible, text.replace("\t", " ")))


def tidy(line: str) -> str:
    """Return a line without needless spaces, every other run inside it as one, and with characters for radicals."""
    # Most lines are Chinese, without any space; the patterns take longer to compile than a workbook's lines to read.
    spaced = line if len(line.split()) <= 1 else re.sub(_WIDE_OR_MANY, " ", re.sub(_NEEDLESS, "", line))
    return spaced.translate(_radicals()) if _RADICAL.search(spaced) else spaced


@cache
def _radicals() -> dict[int, int | str]:
    """Return the characters for both blocks of radicals; Unicode knows those of Kangxi Radicals: ⼯ is 工."""
    kangxi = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return kangxi | _SIMPLIFIED_RADICALS


def lines_of(text: str) -> Lines:
    """Return the lines of a text. Inside a line all is as typed, but for invisible characters and spaces."""
    if text.isprintable():
        # No line breaks, nothing invisible: so is nearly every cell.
        stripped = text.strip()
        line = tidy(stripped).strip()
        return Lines((line,) if line else (), line != stripped)
    typed = [line.strip() for line in _BREAK.split(text)]
    shown = [tidy(visible(line)).strip() for line in typed]
    return Lines(tuple(line for line in shown if line), tidied=shown != typed or not _ODD_BREAKS.isdisjoint(text))


def in_one_line(texts: tuple[str, ...]) -> str:
    """Return lines as one: with a space between them, but for Chinese, which has none between its words."""
    whole = texts[0]
    for text in texts[1:]:
        whole += text if _is_wide(whole[-1]) or _is_wide(text[0]) else f" {text}"
    return whole


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def excerpt(text: str) -> str:
    """Return a text short enough for a message: 40 characters at most, in one line."""
    shown = " ".join(visible(_BREAK.sub(" ", text)).split())
    return shown if len(shown) <= _EXCERPT else shown[: _EXCERPT - 1] + "…"
