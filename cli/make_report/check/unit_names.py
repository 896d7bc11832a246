"""Names of units: as they are compared, whether one is short for another. T: the own one with a wrong character."""

from collections.abc import Iterator
from functools import lru_cache

from make_report.check.edits import Edit, corrected
from make_report.check.subjects import area_and_last_part
from make_report.check.text import Passage, folded, passages, places_of, whole_text, without_spaces
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import NearName
from make_report.patterns import expression

_REMARK = expression(r"\([^()]*\)")
_LONG_AREA = 3
"""Characters of the name of an area of which one may be wrong."""
_BEFORE_CLAUSE = "。;,:)"


def bare(org: str) -> str:
    """Return a unit's name without spaces and without what stands in brackets."""
    return _REMARK.sub("", folded(without_spaces(org)))


def abridges(short: str, long: str) -> bool:
    """Return whether all characters of one name occur in the other in the same order."""
    rest = iter(long)
    return all(character in rest for character in short)


@lru_cache(maxsize=256)
def _names(rule: NearName, org: str) -> tuple[tuple[str, range], ...]:
    """Return the names that are looked for, each with the places at which another character is a mistake."""
    area, last = area_and_last_part(rule.areas, org)
    endings = (ending for kind in rule.kinds for ending in kind if last.endswith(ending))
    core = len(last) - len(max(endings, key=len, default=last))
    with_area = ((f"{area}{last}", range(len(area))),) if area and core > 0 else ()
    return (*with_area, (last, range(core))) if core >= rule.long else with_area


def near_name(rule: NearName, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage in which a name differs from the unit's own in one character alone."""
    whole, org = whole_text(form, filing), filing["org"].text
    for name, free in _names(rule, bare(org)):
        halves = name[: len(name) // 2], name[len(name) // 2 :]
        # One wrong character leaves one half right.
        if all(whole.count(half) == whole.count(name) for half in halves):
            continue
        for passage in passages(form, filing, rule.section):
            edits = {
                Edit(start, start + len(name), name)
                for half, before in ((halves[0], 0), (halves[1], len(halves[0])))
                for place in places_of(half, passage.folded)
                if (start := place - before) >= 0
                and _differs_once(rule, passage.folded[start : start + len(name)], name, free)
            }
            yield from _of_unit(org, corrected(rule, passage, edits, form.language), passage)
    for passage in passages(form, filing, rule.section) if any(word in whole for word in rule.doing) else ():
        edits = set(_areas_alone(rule, bare(org), passage.folded))
        yield from _of_unit(org, corrected(rule, passage, edits, form.language), passage)


def _of_unit(org: str, findings: Iterator[Finding], passage: Passage) -> Iterator[Finding]:
    """Yield the findings with the unit's name among what they tell."""
    for finding in findings:
        yield passage.finding(finding.check, **{**finding.operands, "org": org})


def _areas_alone(rule: NearName, org: str, text: str) -> Iterator[Edit]:
    """Yield where a clause begins with the unit's area, but for one character, as with the unit itself: 某某县坚持."""
    area, _ = area_and_last_part(rule.areas, org)
    if len(area) < _LONG_AREA:
        return
    free = range(len(area) - 1)
    for place in places_of(area[-1], text):
        start, end = place + 1 - len(area), place + 1
        begins = start == 0 or (start > 0 and text[start - 1] in _BEFORE_CLAUSE)
        if begins and text.startswith(rule.doing, end) and _differs_once(rule, text[start:end], area, free):
            yield Edit(start, end, area)


def _differs_once(rule: NearName, written: str, name: str, free: range) -> bool:
    """Return whether exactly one Chinese character is another one, at one of the places where it may not be."""
    if len(written) != len(name):
        return False
    other = [place for place, (one, right) in enumerate(zip(written, name, strict=True)) if one != right]
    return len(other) == 1 and other[0] in free and written[other[0]].isalpha() and written[other[0]] not in rule.unless
