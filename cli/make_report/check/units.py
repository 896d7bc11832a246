"""T: the unit's own name, and the names of others where its own should stand."""

import re
from collections.abc import Iterator
from functools import lru_cache

from make_report.check.edits import HAN, pointed_at
from make_report.check.text import folded, passages, places_of, quoted, rule_check, words_in
from make_report.check.unit_names import abridges, bare
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import OwnName, TitleUnit
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
