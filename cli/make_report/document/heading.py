"""Headings in typed paragraphs, recognised by their numbering (GB/T 9704-2012, 7.3.3), and the lines of the title."""

from collections.abc import Iterable
from typing import TypedDict

from make_report.document.measure import balanced, ems, may_break
from make_report.patterns import expression

_NUMBERS = "一二三四五六七八九十百零〇"
_BEGIN_NUMBERS = f"{_NUMBERS}（("
_LEVELS = (
    expression(rf"\s*[{_NUMBERS}]+、"),
    expression(rf"\s*[（(][{_NUMBERS}]+[）)]"),
    expression(r"\s*\d{1,3}(?:[．、]|\.(?!\d))"),
    expression(r"\s*[（(]\d{1,3}[）)]"),
    expression(r"\s*[①-⑳]"),
)
_SENTENCE = expression(r"[^。！？\n]*[。！？\n][”’）]?")
_NOT_A_HEADING_S_END = ("，", "；", "、", "。", "！", "？", ",", ";")
LONGEST_RUN_IN = 30
"""Characters of a first sentence that still counts as a heading before its text."""
LONGEST_HEADING = 40
"""Characters of a paragraph that can be a heading as a whole."""
TITLE_LINE = 20
"""Characters of 22 points in a line of 156 mm."""
_LONGEST_TITLE = 200
"""Characters; what is longer is no title, and to balance it would take as long as it looks bad."""
_SHORTEST_TITLE_LINE = 4
_BESIDE_FIGURES = 0.5
"""The room that programs leave on both sides of a year between Chinese characters."""


class Typed(TypedDict):
    """A paragraph as the Word template sees it; heading and text together are the paragraph as typed."""

    level: int
    heading: str
    text: str


def typed(paragraph: str) -> Typed:
    """Return a paragraph with its level (1 for 一、 to 5 for ①, 0 for none) and its heading apart from its text.

    The whole is heading if it is short and no sentence; the first sentence is if it is short and text follows it.
    """
    levels = enumerate(_LEVELS, start=1) if _may_be_numbered(paragraph) else ()
    level = next((level for level, number in levels if number.match(paragraph)), 0)
    length = _heading_length(paragraph) if level else 0
    return {"level": level, "heading": paragraph[:length], "text": paragraph[length:]}


def _may_be_numbered(paragraph: str) -> bool:
    """Return whether a paragraph begins as numbers do: most do not."""
    first = paragraph.lstrip()[:1]
    return first in _BEGIN_NUMBERS or first.isdigit()


def _heading_length(paragraph: str) -> int:
    if first := _SENTENCE.match(paragraph):
        follows = paragraph[first.end() :].strip()
        return first.end() if follows and len(first.group().strip()) <= LONGEST_RUN_IN else 0
    if len(paragraph) <= LONGEST_HEADING and not paragraph.rstrip().endswith(_NOT_A_HEADING_S_END):
        return len(paragraph)
    return 0


def title_lines(title: str, breaks_before: Iterable[int]) -> list[str]:
    """Return the title in one line, or in two of sensible lengths: broken at the first good place of those given.

    Line breaks that staff typed are kept. Only a title too long for two lines takes more.
    """
    if "\n" in title:
        return [line for line in title.split("\n") if line.strip()]
    if len(title) > _LONGEST_TITLE or ems(title) <= TITLE_LINE:
        return [title]
    parts = [(title[:place].rstrip(), title[place:]) for place in breaks_before if may_break(title, place)]
    for head, tail in parts:
        if all(_SHORTEST_TITLE_LINE <= ems(line) <= TITLE_LINE for line in (head, tail)):
            return [head, tail]
    lines = [line.rstrip() for line in balanced(title, TITLE_LINE - _BESIDE_FIGURES)]
    for head, tail in parts if len(lines) > 2 else ():  # noqa: PLR2004 - two are what a title should have
        if _SHORTEST_TITLE_LINE <= ems(tail) <= TITLE_LINE:
            return [*balanced(head, TITLE_LINE), tail]
    return lines
