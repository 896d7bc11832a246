"""T: names of other units where a text gives the one that reports."""

from collections.abc import Iterator
from functools import reduce

from make_report.check.edits import pointed_at
from make_report.check.subjects import is_above, is_name, subjects
from make_report.check.text import folded, passages, places_of, quoted, without_spaces
from make_report.check.unit_names import abridges, bare
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import OtherUnit
from make_report.patterns import expression
from make_report.remembered import Recent, remember

_YEAR_AT_END = expression(r"\s*(?:19|20)\d\d年(?:度)?\s*,?\s*$")
_LONGEST_YEAR = 9
"""Characters of a year before a phrase, with spaces and a comma."""
_YEAR_AT_BEGIN = expression(r"\s*(?:19|20)\d\d年(?:度|以来|来)?(?!,)\s*")
_YEAR_AND_COMMA = expression(r"(?:^|[。;\s])(?:19|20)\d\d年(?:度|以来|来)?,\s*$")
_SIGNS, _SENTENCE_SIGNS, _TITLE_SIGNS = ",;:。()、《》“” ", "。;", "《“"


def other_unit(rule: OtherUnit, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage that gives another unit of the same kind as the one that reports."""
    org = filing["org"].text
    own = bare(org)
    endings = next((ends for ends in rule.kinds if own.endswith(ends)), ())
    if not endings:
        return
    names = (folded(without_spaces(org)), own)
    before, begun = _reported_before(rule), ""
    for passage in passages(form, filing, rule.section):
        text, field = passage.folded, passage.field.id
        reporting = before.get((endings, text))
        if reporting is None:
            reporting = before.keep((endings, text), tuple(_reporting(rule, endings, text)))
        named = (*reporting, *subjects(rule, endings, own, text, first=field != begun))
        begun = field
        if not named:
            continue
        spans = {
            (start, end)
            for start, end in named
            if is_name(rule, text[start:end], org)
            and not is_above(rule, text[start:end], own)
            and not any(_is_the_same(rule, text[start:end], name, endings) for name in names)
        }
        for finding in pointed_at(rule, passage, spans, form.language):
            yield passage.finding(finding.check, **{**finding.operands, "org": quoted(org)})


@remember(8)
def _reported_before(_: OtherUnit) -> Recent[tuple[tuple[str, ...], str], tuple[tuple[int, int], ...]]:
    """Return where names reported in the last texts."""
    return Recent(2048)


def _reporting(rule: OtherUnit, endings: tuple[str, ...], text: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands before one of the phrases, and begins a sentence or follows one of the leads."""
    for phrase in dict.fromkeys(map(folded, (*rule.follows, *rule.titles))):
        for place in places_of(phrase, text):
            before = text[:place]
            if "年" in before[-_LONGEST_YEAR:]:
                before = _YEAR_AT_END.sub("", before)
            if not before.endswith(endings):
                continue
            start = max((before.rfind(sign) for sign in _SIGNS), default=-1) + 1
            lead = max(
                (before.rfind(word, start) + len(word) for word in rule.leads if word in before[start:]), default=0
            )
            begin = max(start, lead)
            dated = _YEAR_AT_BEGIN.match(before, begin)
            start = dated.end() if dated else begin
            if lead or _begins(rule, before[:begin], phrase):
                yield start, len(before)


def _begins(rule: OtherUnit, before: str, phrase: str) -> bool:
    """Return whether a sentence begins here, or a year and a comma begin it, or a title: only that before its words."""
    if phrase in rule.titles:
        return before[-1:] in tuple(_TITLE_SIGNS)
    begins = not before or before[-1] in _SENTENCE_SIGNS or bool(_YEAR_AND_COMMA.search(before))
    return begins or (rule.clauses and before[-1] == ",")


def _is_the_same(rule: OtherUnit, name: str, org: str, endings: tuple[str, ...]) -> bool:
    """Return whether two names are one, but for their endings and what short names leave out."""
    short, long = (_core(_without(rule.left_out, one), endings) for one in (name, org))
    # 区公安分局 is 市公安局某区分局: what short names leave out they may put in another order as well.
    return set(short) <= set(long) or abridges(long, short)


def _without(words: tuple[str, ...], name: str) -> str:
    return reduce(lambda rest, word: rest.replace(word, ""), words, name)


def _core(name: str, endings: tuple[str, ...]) -> str:
    ending = max((ending for ending in endings if name.endswith(ending)), key=len, default="")
    return name.removesuffix(ending)
