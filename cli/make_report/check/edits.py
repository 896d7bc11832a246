"""What should be changed in a text, quoted with as much around it as one needs to find the spot."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from make_report.catalogue import MORE_PLACES
from make_report.check.text import Passage, listed, rule_check
from make_report.finding import Finding
from make_report.form.rule import Rule
from make_report.language import translate
from make_report.patterns import expression

HAN = r"(?:(?![①-⑳])[^\W\d_a-zA-Z])"
"""A Chinese character in a regular expression: a letter that is not Latin, so that rare ones count as well.

A class that names the blocks of Unicode takes Python a millisecond to compile, wherever it stands.
"""
AROUND = 6
"""Characters quoted on each side of a fault, within its sentence."""
MOST_QUOTED = 5
_SENTENCE_ENDS = "。！？\n"
_ADDRESS = expression(
    r"(?:https?:/{1,2}|www\.)[\w./?=&%#:~+@-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])(?:[\w-]+\.)+(?:cn|com|net|org)(?!\w)[\w/?=&%#:~+@-]*",
    re.ASCII | re.IGNORECASE,
)
_SIGNS_OF_ADDRESSES = (":/", "www.", "@", ".cn", ".com", ".net", ".org")
"""One of these stands in every address: a look for them takes a tenth of the search."""
_IN_BRACES = expression(r"[{｛][^{}｛｝，。；\n]{1,80}[}｝]?")
"""A reference that was not filled in: its sign between two names is no mark of punctuation."""


class Edit(NamedTuple):
    """A stretch of a text and what should stand there instead."""

    start: int
    end: int
    right: str


def without_addresses(text: str) -> str:
    """Return the text with every Internet address blanked out by NUL; every character keeps its position."""
    small = text.lower()
    return _ADDRESS.sub(_blank, text) if any(sign in small for sign in _SIGNS_OF_ADDRESSES) else text


@lru_cache(maxsize=512)
def without_codes(text: str) -> str:
    """Return the text with every Internet address and every name in braces blanked out by NUL."""
    plain = without_addresses(text)
    return _IN_BRACES.sub(_blank, plain) if "{" in plain or "｛" in plain else plain


def _blank(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def corrected(rule: Rule, passage: Passage, edits: Iterable[Edit], language: str) -> Iterator[Finding]:
    """Yield one finding that quotes every place to be changed, as it is and as it should be, if there is any."""
    windows = _windows(passage.text, sorted(edits))
    if not windows:
        return
    actual = [passage.text[start:end] for start, end, _ in windows]
    expected = [_applied(passage.text, start, end, changes) for start, end, changes in windows]
    yield passage.finding(
        rule_check(rule), actual=quotations(actual, language), expected=quotations(expected, language)
    )


def pointed_at(rule: Rule, passage: Passage, spans: Iterable[tuple[int, int]], language: str) -> Iterator[Finding]:
    """Yield one finding that quotes every place, if there is any."""
    edits = sorted(Edit(start, end, passage.text[start:end]) for start, end in spans)
    actual = [passage.text[start:end] for start, end, _ in _windows(passage.text, edits)]
    if actual:
        yield passage.finding(rule_check(rule), actual=quotations(actual, language))


def quotations(quotes: Sequence[str], language: str) -> str:
    """Return the quotations in one line, each once and between quotation marks; of many only the first."""
    quotes = list(dict.fromkeys(quotes))
    shown = [f"“{quote.strip()}”" for quote in quotes[:MOST_QUOTED]]
    line = listed(shown, language)
    more = len(quotes) - MOST_QUOTED
    return translate(MORE_PLACES, language).format(places=line, count=more) if more > 0 else line


def _windows(text: str, edits: Sequence[Edit]) -> list[tuple[int, int, list[Edit]]]:
    """Return the stretches to be quoted, from left to right, each with the edits in it; those that meet are one."""
    windows: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        start, end = _before(text, edit.start), _after(text, edit.end)
        if windows and start <= windows[-1][1]:
            first, last, changes = windows.pop()
            windows.append((first, max(last, end), [*changes, edit]))
        else:
            windows.append((start, end, [edit]))
    return windows


def _before(text: str, start: int) -> int:
    earliest = max(0, start - AROUND)
    sentence = max(text.rfind(sign, earliest, max(start - 1, earliest)) for sign in _SENTENCE_ENDS)
    return max(earliest, sentence + 1)


def _after(text: str, end: int) -> int:
    latest = min(len(text), end + AROUND)
    ends = [place for sign in _SENTENCE_ENDS if (place := text.find(sign, end, latest)) >= 0]
    return min(ends) + 1 if ends else latest


def _applied(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """Return a stretch of the text with the edits made; an edit inside another is left out."""
    pieces: list[str] = []
    for edit in edits:
        if edit.start >= start:
            pieces += (text[start : edit.start], edit.right)
            start = edit.end
    return "".join((*pieces, text[start:end]))
