"""T: the unit's own name with one wrong character."""

from collections.abc import Iterator
from functools import lru_cache

from make_report.check.edits import Edit, corrected
from make_report.check.subjects import area_and_last_part
from make_report.check.text import passages, places_of, whole_text
from make_report.check.unit_names import bare
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import NearName


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
            for finding in corrected(rule, passage, edits, form.language):
                yield passage.finding(finding.check, **{**finding.operands, "org": org})


def _differs_once(rule: NearName, written: str, name: str, free: range) -> bool:
    """Return whether exactly one Chinese character is another one, at one of the places where it may not be."""
    if len(written) != len(name):
        return False
    other = [place for place, (one, right) in enumerate(zip(written, name, strict=True)) if one != right]
    return len(other) == 1 and other[0] in free and written[other[0]].isalpha() and written[other[0]] not in rule.unless
