"""T: the unit's own name, and the names of others where its own should stand."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache, reduce

from make_report.check.edits import HAN, pointed_at
from make_report.check.text import folded, passages, places_of, quoted, rule_check, without_spaces, words_in
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import OtherUnit, OwnName, TitleUnit
from make_report.patterns import expression

_REMARK = expression(r"\([^()]*\)")
_BEFORE_YEAR = expression(rf"^\s*((?:{HAN}|\([^()]*\))+?)\s*(?:19|20)\d\d\s*年")
_YEAR_AT_END = expression(r"\s*(?:19|20)\d\d年(?:度)?\s*,?\s*$")
_YEAR_AT_BEGIN = expression(r"\s*(?:19|20)\d\d年(?:度|以来|来)?(?!,)\s*")
_YEAR_AND_COMMA = expression(r"(?:^|[。;\s])(?:19|20)\d\d年(?:度|以来|来)?,\s*$")
_SIGNS, _SENTENCE_SIGNS = ",;:。()、《》“” ", "。;"


def own_name(rule: OwnName, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage in which the unit calls itself as another kind of unit does."""
    org = filing["org"].text
    words = _foreign_words(rule, _bare(org))
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


@cache
def _foreign_words(rule: OwnName, org: str) -> tuple[str, ...]:
    kinds = [
        kind
        for kind in rule.kinds
        if (not kind.holds or any(word in org for word in kind.holds)) and not any(word in org for word in kind.lacks)
    ]
    fitting = [(len(ending), kind.never) for kind in kinds for ending in kind.ends if org.endswith(ending)]
    return max(fitting, default=(0, ()))[1]


def other_unit(rule: OtherUnit, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage that gives another unit of the same kind as the one that reports."""
    org = filing["org"].text
    endings = next((ends for ends in rule.kinds if _bare(org).endswith(ends)), ())
    if not endings:
        return
    names = (folded(without_spaces(org)), _bare(org))
    for passage in passages(form, filing, rule.section):
        text = folded(passage.text)
        spans = {
            (start, end)
            for start, end in _reporting(rule.follows, rule.leads, rule.between, endings, text)
            if not any(_is_the_same(rule, text[start:end], name, endings) for name in names)
        }
        for finding in pointed_at(rule, passage, spans, form.language):
            yield passage.finding(finding.check, **{**finding.operands, "org": quoted(org)})


@lru_cache(maxsize=1024)
def _reporting(
    follows: tuple[str, ...], leads: tuple[str, ...], between: tuple[str, ...], endings: tuple[str, ...], text: str
) -> tuple[tuple[int, int], ...]:
    """Return where a name stands before one of the phrases, and begins a sentence or follows one of the leads."""
    found: list[tuple[int, int]] = []
    for phrase in map(folded, follows):
        if phrase not in text:
            continue
        for place in places_of(phrase, text):
            before = _YEAR_AT_END.sub("", text[:place])
            if not before.endswith(endings):
                continue
            start = max((before.rfind(sign) for sign in _SIGNS), default=-1) + 1
            lead = max((before.rfind(word, start) + len(word) for word in leads if word in before[start:]), default=0)
            begin = max(start, lead)
            dated = _YEAR_AT_BEGIN.match(before, begin)
            start = dated.end() if dated else begin
            name = before[start:]
            if (lead or _begins(before[:begin])) and name and not any(word in name for word in between):
                found.append((start, len(before)))
    return tuple(found)


def _begins(before: str) -> bool:
    """Return whether a sentence begins here, or a year and a comma begin it."""
    return not before or before[-1] in _SENTENCE_SIGNS or bool(_YEAR_AND_COMMA.search(before))


def _is_the_same(rule: OtherUnit, name: str, org: str, endings: tuple[str, ...]) -> bool:
    """Return whether two names are one, but for their endings and what short names leave out."""
    short, long = (_core(_without(rule.left_out, one), endings) for one in (name, org))
    return _abridges(short, long) or _abridges(long, short)


def _without(words: tuple[str, ...], name: str) -> str:
    return reduce(lambda rest, word: rest.replace(word, ""), words, name)


def _core(name: str, endings: tuple[str, ...]) -> str:
    ending = max((ending for ending in endings if name.endswith(ending)), key=len, default="")
    return name.removesuffix(ending)


def title_unit(rule: TitleUnit, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding if the title names a unit whose name is neither a short nor a long form of the unit's own."""
    title, org = filing["title"], _bare(filing["org"].text)
    named = _BEFORE_YEAR.match(folded(title.text))
    if not named or not org:
        return
    name = _bare(named[1])
    if name.endswith(rule.ends) and not _abridges(name, org) and not _abridges(org, name):
        label = form.fields["title"].label
        operands = {"actual": quoted(named[1]), "org": quoted(filing["org"].text)}
        yield Finding(rule_check(rule), title.place, operands, label)


def _bare(org: str) -> str:
    """Return a unit's name without spaces and without what stands in brackets."""
    return _REMARK.sub("", folded(without_spaces(org)))


def _abridges(short: str, long: str) -> bool:
    """Return whether all characters of one name occur in the other in the same order."""
    rest = iter(long)
    return all(character in rest for character in short)
