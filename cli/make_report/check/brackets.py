"""T: brackets and quotation marks that do not pair, pairs inside pairs, the numbers of documents."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from make_report.check.edits import HAN, Edit, corrected, pointed_at, without_codes
from make_report.check.text import CENTURIES, folded, passages, places_of, whole_text, without_spaces
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import DocumentNumbers, NestedSigns, PairedSigns
from make_report.patterns import expression

_NUMBERING = expression(r"(?:^|(?<=[\s。；：，、;:,]))(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])(?=\))")
_HALF_NUMBER = expression(r"(?m)^\s*[一二三四五六七八九十]{1,3}(\))")
_WHOLE_NUMBER = expression(r"(?m)^\s*\([一二三四五六七八九十]{1,3}\)")
"""Numbers at the beginning of a line: 一） and （一）."""
_APOSTROPHE = expression(r"(?<=[A-Za-z0-9])[‘’](?=[A-Za-z0-9])", re.ASCII)
_YEAR_IN_BRACKET = 5
"""Characters of a bracket and the year behind it."""
_NEVER_NESTED = "“‘"
"""Quotation marks that do not stand inside their own kind: the other kind does."""


def paired_signs(rule: PairedSigns, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage with an opening sign that is not closed or a closing one that was not opened."""
    pairs = {folded(pair[0]): folded(pair[1]) for pair in rule.pairs}
    both = frozenset(sign for pair in pairs.items() for sign in pair)
    whole = whole_text(form, filing)
    # Where headings have both brackets, a single one without is no other style.
    lone_number = len(_HALF_NUMBER.findall(whole)) == 1 and bool(_WHOLE_NUMBER.search(whole))
    for passage in passages(form, filing):
        if both.isdisjoint(passage.folded):
            continue
        alone = {*_standing_alone(passage.text, rule.pairs)}
        if lone_number and "(" in pairs and (match := _HALF_NUMBER.match(passage.folded)):
            alone.add(match.start(1))
        yield from pointed_at(rule, passage, ((place, place + 1) for place in alone), form.language)


@lru_cache(maxsize=4096)
def _standing_alone(passage: str, pairs: tuple[str, ...]) -> tuple[int, ...]:
    """Return where signs of the pairs stand alone in a passage."""
    text = folded(without_codes(passage))
    text = _APOSTROPHE.sub("\0", text) if "‘" in text or "’" in text else text
    halves = ((folded(pair[0]), folded(pair[1])) for pair in pairs)
    used = {first: last for first, last in halves if not (first in "“‘" and '"' in text)}
    return tuple(_unpaired(text, used)) if used else ()


def _unpaired(text: str, pairs: dict[str, str]) -> Iterator[int]:
    """Yield the places of signs that stand alone. Where signs cross, the inner one is taken to stand alone."""
    openings = {closing: opening for opening, closing in pairs.items()}
    opened: list[int] = []
    signs = re.compile(f"[{''.join(map(re.escape, (*pairs, *openings)))}]")
    for place, sign in ((match.start(), match[0]) for match in signs.finditer(text)):
        if sign in pairs:
            if sign in _NEVER_NESTED and any(text[other] == sign for other in opened):
                last = next(number for number in reversed(range(len(opened))) if text[opened[number]] == sign)
                yield opened.pop(last)
            opened.append(place)
        elif sign in openings:
            if any(text[other] == openings[sign] for other in opened):
                while text[opened[-1]] != openings[sign]:
                    yield opened.pop()
                opened.pop()
            elif not any(match.end() == place for match in _NUMBERING.finditer(text)):
                yield place
    yield from opened


def nested_signs(rule: NestedSigns, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage with a pair inside a pair of its own kind."""
    for passage in passages(form, filing):
        if passage.text.count(rule.outer[0]) > 1:
            yield from corrected(rule, passage, _nested(passage.text, rule), form.language)


def _nested(text: str, rule: NestedSigns) -> Iterator[Edit]:
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign == rule.outer[0]:
            opened.append(place)
        elif sign == rule.outer[1] and opened:
            first = opened.pop()
            if opened:
                yield Edit(first, first + 1, rule.inner[0])
                yield Edit(place, place + 1, rule.inner[1])


def document_numbers(rule: DocumentNumbers, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage in which the year of a document's number stands in other brackets."""
    if not _may_be_wrong(rule, without_spaces(whole_text(form, filing))):
        return
    pattern = _document_number(rule)
    for passage in passages(form, filing):
        edits = (
            Edit(*match.span(), f"{rule.brackets[0]}{match['year']}{rule.brackets[1]}")
            for match in pattern.finditer(folded(passage.text))
            if (match["opening"], match["closing"]) != tuple(rule.brackets)
        )
        yield from corrected(rule, passage, edits, form.language)


def _may_be_wrong(rule: DocumentNumbers, whole: str) -> bool:
    """Return whether a year may stand behind a sign that does not open it, or before one that does not close it."""
    opening, closing = map(folded, rule.brackets)
    before = (*map(folded, rule.wrong), closing)
    return any(f"{sign}{century}" in whole for sign in before for century in CENTURIES) or any(
        whole[place + _YEAR_IN_BRACKET : place + _YEAR_IN_BRACKET + 1] != closing
        for century in CENTURIES
        for place in places_of(f"{opening}{century}", whole)
    )


@cache
def _document_number(rule: DocumentNumbers) -> re.Pattern[str]:
    signs = "".join(re.escape(folded(sign)) for sign in (*rule.wrong, *rule.brackets))
    return re.compile(
        rf"(?<={HAN})(?P<opening>[{signs}])\s*(?P<year>(?:19|20)\d\d)\s*(?P<closing>[{signs}])"
        rf"(?=\s*第?\s*\d{{1,4}}\s*{re.escape(rule.ending)})"
    )
