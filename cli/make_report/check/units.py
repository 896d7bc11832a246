"""T: the unit's own name, and the names of others where its own should stand."""

import re
from collections.abc import Iterator
from functools import lru_cache

from make_report.check.edits import HAN, Edit, corrected, pointed_at
from make_report.check.subjects import area_and_last_part
from make_report.check.text import folded, passages, places_of, quoted, rule_check, whole_text, words_in
from make_report.check.unit_names import abridges, bare
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import NearName, OwnName, TitleUnit
from make_report.patterns import expression

_BEFORE_YEAR = expression(rf"^\s*((?:{HAN}|\([^()]*\))+?)\s*(?:19|20)\d\d\s*年")


def own_name(rule: OwnName, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage in which the unit calls itself as another kind of unit does."""
    org = filing["org"].text
    words = _foreign_words(rule, bare(org))
    if not words:
        return
    said = words_in(words, form, filing)
    for passage in passages(form, filing) if said else ():
        kept = [(place, place + len(phrase)) for phrase in rule.unless for place in places_of(phrase, passage.text)]
        spans = [
            match.span()
            for match in re.finditer("|".join(map(re.escape, said)), passage.text)
            if not any(start <= match.start() and match.end() <= end for start, end in kept)
        ]
        for finding in pointed_at(rule, passage, spans, form.language):
            yield passage.finding(finding.check, **{**finding.operands, "org": quoted(org)})


@lru_cache(maxsize=256)
def _foreign_words(rule: OwnName, org: str) -> tuple[str, ...]:
    kinds = [
        kind
        for kind in rule.kinds
        if (not kind.holds or any(word in org for word in kind.holds)) and not any(word in org for word in kind.lacks)
    ]
    fitting = [(len(ending), kind.never) for kind in kinds for ending in kind.ends if org.endswith(ending)]
    return max(fitting, default=(0, ()))[1]


def title_unit(rule: TitleUnit, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding if the title names a unit whose name is neither a short nor a long form of the unit's own."""
    title, org = filing["title"], bare(filing["org"].text)
    named = _BEFORE_YEAR.match(folded(title.text))
    if not named or not org:
        return
    name = bare(named[1])
    if name.endswith(rule.ends) and not abridges(name, org) and not abridges(org, name):
        label = form.fields["title"].label
        operands = {"actual": quoted(named[1]), "org": quoted(filing["org"].text)}
        yield Finding(rule_check(rule), title.place, operands, label)


@lru_cache(maxsize=256)
def _near(rule: NearName, org: str) -> tuple[tuple[str, range], ...]:
    """Return the names that are looked for, each with the places at which another character is a mistake."""
    area, last = area_and_last_part(rule.areas, org)
    endings = (ending for kind in rule.kinds for ending in kind if last.endswith(ending))
    core = len(last) - len(max(endings, key=len, default=last))
    with_area = ((f"{area}{last}", range(len(area))),) if area and core > 0 else ()
    return (*with_area, (last, range(core))) if core >= rule.long else with_area


def near_name(rule: NearName, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage in which a name differs from the unit's own in one character alone."""
    whole, org = whole_text(form, filing), filing["org"].text
    for name, free in _near(rule, bare(org)):
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
            for finding in corrected(rule, passage, edits, form.language):
                yield passage.finding(finding.check, **{**finding.operands, "org": org})


def _differs_once(rule: NearName, written: str, name: str, free: range) -> bool:
    """Return whether exactly one Chinese character is another one, at one of the places where it may not be."""
    if len(written) != len(name):
        return False
    other = [place for place, (one, right) in enumerate(zip(written, name, strict=True)) if one != right]
    return len(other) == 1 and other[0] in free and written[other[0]].isalpha() and written[other[0]] not in rule.unless
