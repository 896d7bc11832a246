"""T: where a text names the unit that its sentences are about."""

import re
from collections.abc import Iterator
from functools import lru_cache, reduce

from make_report.check.edits import HAN
from make_report.check.text import folded, places_of
from make_report.form.rule.hygiene import OtherUnit
from make_report.patterns import expression

_OPENING = expression(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|\([^()]{1,3}\)|\d{1,2}[.、])?\s*"
    r"(?P<year>(?:19|20)\d\d年(?:度|以来|来)?,?)?"
)
"""The number of a heading and a year, with which a sentence may begin before its subject."""
_CLAUSE = expression(r"[^,;。]*")
_SENTENCE_ENDS, _SIGNS = "。;", ",;:。()、《》“” "
_LONGEST_NAME = 24
_LONG = 4
"""Characters of an ending, such as 街道办事处, that nothing but a name ends with."""
_LONGEST_PLACE = 4
"""Characters of the name of a town or street without its ending."""
_LONG_AREA = 3
"""Characters of the name of an area that is not cut short."""


def subjects(
    rule: OtherUnit, endings: tuple[str, ...], org: str, text: str, *, first: bool
) -> Iterator[tuple[int, int]]:
    """Yield where names stand that their sentences are about: see OtherUnit. `first` is the first text of its field."""
    if not rule.areas or not any(ending in text for ending in endings):
        return
    for caller in map(folded, rule.callers):
        for place in places_of(caller, text):
            yield from _name(endings, text, place + len(caller))
    area, last = area_and_last_part(rule.areas, org)
    long = tuple(one for one in endings if len(one) >= _LONG and last.endswith(one))
    for place in places_of(area, text) if area and long else ():
        near = text[: place + len(area) + _LONGEST_PLACE + len(long[-1])]
        yield from _name(long, near, place)
    for start, end, timed, opens in _sentence_subjects(rule.times, rule.unless, endings, text):
        if timed or (first and opens) or _is_whole(rule, endings, org, text[start:end]):
            yield start, end


@lru_cache(maxsize=2048)
def _sentence_subjects(
    times: tuple[str, ...], unless: tuple[str, ...], endings: tuple[str, ...], text: str
) -> tuple[tuple[int, int, bool, bool], ...]:
    """Return where names stand with which sentences begin, whether a time stands before each, if it opens the text."""
    found: list[tuple[int, int, bool, bool]] = []
    for begin in (0, *(place + 1 for sign in _SENTENCE_ENDS for place in places_of(sign, text))):
        start, timed = _opened(times, text, begin)
        for _, end in _name(endings, text, start):
            clause = _CLAUSE.match(text, end)
            if not (clause and any(word in clause[0] for word in unless)):
                found.append((start, end, timed, not begin))
    return tuple(found)


def _opened(times: tuple[str, ...], text: str, begin: int) -> tuple[int, bool]:
    """Return where the subject of a sentence begins, and whether a time stands before it."""
    opening = _OPENING.match(text, begin)
    start = opening.end() if opening else begin
    time = next((time for time in map(folded, times) if text.startswith(time, start)), "")
    return start + len(time), bool(time or (opening and opening["year"]))


def is_name(rule: OtherUnit, name: str, org: str) -> bool:
    """Return whether none of the words that stand in no name stand in it, but for those of the unit's own name."""
    plain = reduce(lambda rest, phrase: rest.replace(phrase, " "), rule.names, name)
    return bool(name) and not any(word in plain and word not in org for word in rule.between)


def is_above(rule: OtherUnit, name: str, org: str) -> bool:
    """Return whether a name is that of the unit's own kind in an area of another kind: 某市教育局 to 某县教育局."""
    area, last = area_and_last_part(rule.areas or "-", org)
    other = name.removesuffix(last)
    return bool(area and other) and name.endswith(last) and not other.endswith(area[-1])


@lru_cache(maxsize=256)
def area_and_last_part(areas: str, org: str) -> tuple[str, str]:
    """Return the last area in a unit's name, such as 某某县, and what follows it, the unit in that area."""
    found = re.findall(rf"(?![{areas}]){HAN}{{2,5}}?[{areas}]", org)
    area = found[-1] if found else ""
    return area, org.rpartition(area)[2] if area else org


def _name(endings: tuple[str, ...], text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where the name that begins at a place stands: up to the first of the endings, if there is one."""
    rest = text[start : start + _LONGEST_NAME]
    sign = min((place for one in _SIGNS if (place := rest.find(one)) >= 0), default=len(rest))
    found = {(place, place + len(one)) for one in endings if (place := rest.find(one, 0, sign)) > 0}
    if found:
        first = min(end for _, end in found)
        # 某镇人民政府 goes on behind 某镇.
        yield start, start + max(end for place, end in found if place < first)


def _is_whole(rule: OtherUnit, endings: tuple[str, ...], org: str, name: str) -> bool:
    """Return whether a name is no short one: with the unit's own area, or its last part in an area of the same kind."""
    area, last = area_and_last_part(rule.areas, org)
    if name.endswith(tuple(one for one in endings if len(one) >= _LONG)):
        return True
    if len(area) >= _LONG_AREA and name.startswith(area):
        return True
    other = name.removesuffix(last)
    return len(last) >= _LONG_AREA <= len(other) and name.endswith(last) and other.endswith(area[-1:] or "-")
