"""T: words that stand twice, slips of the pen, numbers without a measure word."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from make_report.check.edits import HAN, Edit, corrected, pointed_at
from make_report.check.text import folded, passages, places_of, whole_text, words_in
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import DoubledWords, Measured, Slips

_CLAUSE_ENDS = ",。;、"
_LONGEST_TEXT = 5_000
"""Characters of a paragraph that is looked through clause by clause before it is searched."""
_LONGEST_WORD = 4
"""Characters of a word that stands twice."""


def doubled_words(rule: DoubledWords, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage in which a word stands twice in a row."""
    if not _may_repeat(rule, whole_text(form, filing)):
        return
    allowed = rule.allowed.split()
    for passage in passages(form, filing):
        if not _may_repeat(rule, passage.text):
            continue
        pattern = _doubled(rule)
        right = _spans(allowed, passage.text)
        edits = (
            Edit(match.start(), match.end(), match[1] or match[2] or match[3])
            for match in pattern.finditer(passage.text)
            if not _meets(match.span(), right)
        )
        yield from corrected(rule, passage, edits, form.language)


def _may_repeat(rule: DoubledWords, text: str) -> bool:
    """Return whether one of the rule's words, or any stretch of two to four characters, may stand twice in a row.

    The text is compared with itself moved by as many characters: where it agrees, all bits of the difference are 0.
    That takes a tenth of the time of the search that it spares.
    """
    # Python encodes so by itself; for one order of bytes it loads a module.
    code = text.encode("utf-16", "surrogatepass")[2:]
    if any(2 * word in text for word in (*rule.words, *rule.counters)) or len(code) > 2 * len(text):
        return True
    return any(
        bytes(2 * length) in (_number(code) ^ _number(code[2 * length :])).to_bytes(len(code), "little")[: -2 * length]
        for length in range(2, min(_LONGEST_WORD, len(text) // 2) + 1)
    )


def _number(code: bytes) -> int:
    return int.from_bytes(code, "little")


@cache
def _doubled(rule: DoubledWords) -> re.Pattern[str]:
    single = "".join(map(re.escape, rule.words))
    counters = "".join(map(re.escape, rule.counters))
    # What follows may begin with the same character: 10个个体户.
    behind = rf"|(?<=\d)([{counters}])\3+(?!\w)" if counters else "|(?!)()"
    return re.compile(rf"({HAN}{{2,{_LONGEST_WORD}}})\1+|([{single}])\2+{behind}")


def slips(rule: Slips, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage with slips of the pen."""
    meant, allowed = _slips(rule)
    said = words_in(meant, form, filing)
    for passage in passages(form, filing) if said else ():
        right = _spans(allowed, passage.text)
        edits = (
            Edit(begin, finish, meant[passage.text[begin:finish]])
            for begin, finish in _spans(said, passage.text)
            if not any(start <= begin and finish <= end for start, end in right)
        )
        yield from corrected(rule, passage, edits, form.language)


@cache
def _slips(rule: Slips) -> tuple[dict[str, str], list[str]]:
    """Return what was meant by each slip, and all phrases that are right."""
    meant: dict[str, str] = {}
    allowed: list[str] = []
    for line in rule.slips.splitlines():
        pair, _, phrases = line.partition(" / ")
        wrong, right = pair.split(" → ")
        meant[wrong] = right
        allowed += phrases.split()
    return meant, allowed


def measured(rule: Measured, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each paragraph of a narrative with a number of things without a measure word."""
    sections = tuple(section.id for section in form.sections if section.narrative)
    for passage in passages(form, filing, sections):
        if not _may_lack_measure(passage.folded):
            continue
        spans = (match.span() for match in _measured(rule).finditer(passage.folded))
        yield from pointed_at(rule, passage, spans, form.language)


def _may_lack_measure(text: str) -> bool:
    """Return whether a clause may end with a number: most end with what is counted."""
    ends = (text[:place].rstrip()[-1:] for sign in _CLAUSE_ENDS for place in places_of(sign, text[:_LONGEST_TEXT]))
    return len(text) > _LONGEST_TEXT or text.rstrip()[-1:].isdecimal() or any(map(str.isdecimal, ends))


@cache
def _measured(rule: Measured) -> re.Pattern[str]:
    nouns = "|".join(re.escape(folded(noun)) for noun in rule.nouns)
    between = "|".join(re.escape(folded(word)) for word in rule.between)
    return re.compile(rf"(?:{nouns})(?:{between})?\s*\d+(?=\s*(?:[,。;、](?!\d)|$))")


def _spans(words: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Return where the words stand in the text, from left to right; of those that begin together the longest."""
    said = sorted((word for word in words if word in text), key=len, reverse=True)
    return [match.span() for match in re.finditer("|".join(map(re.escape, said)), text)] if said else []


def _meets(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Return whether a stretch overlaps one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)
