"""F: what a text consists of."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from make_report.check.numerals import NUMERALS, number_of
from make_report.check.text import Passage, folded, listed, passages, places_of, quoted, rule_check, without_spaces
from make_report.check.unit_names import abridges
from make_report.filing import Filing, State
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import Aspect, Aspects, Longest, OutdatedTerm, PartsNamed, Signature
from make_report.patterns import expression

_HEADING = expression(rf"(?:^|(?<=[。;:!?]))(?:\([{NUMERALS}]{{1,3}}\)|[{NUMERALS}]{{1,3}}、)([^。;:,!?]{{1,20}})")
_BARE_HEADING = expression(r"[^。;:,!?、]{2,16}")
_NUMBER_WORDS = f"两{NUMERALS}"
_FEWEST_HEADINGS = 2
_FEWEST_HEADED = 3
"""Texts that give so many aspects a heading, and most of them, give one to each."""
_FEWEST_PARTS = 3
"""Fewer parts named in a sentence are no list of them."""
_NEAR = 6
"""Characters between a term and the number of such things."""


def aspects(rule: Aspects, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield one finding for all that a text does not speak of; a text too thin to be judged has another."""
    value = filing[rule.section]
    texts = [without_spaces(folded(passage.text)) for passage in passages(form, filing, (rule.section,))]
    fewest = next((part.narrative.minimum for part in form.sections if part.id == rule.section and part.narrative), 1)
    if value.state is not State.READ or sum(map(len, texts)) < fewest:
        return
    headings = [heading for text in texts for heading in _headings(text)]
    where = headings if len(headings) >= _FEWEST_HEADINGS else texts
    whole = "".join(texts)
    missing = [aspect.name for aspect in rule.aspects if not _spoken_of(aspect, whole, "\n".join(where))]
    headed = [aspect.name for aspect in rule.aspects if _headed(aspect, headings)]
    if len(headed) >= _FEWEST_HEADED and len(headed) > len(rule.aspects) // 2:
        named = [aspect.name for aspect in rule.aspects if any(folded(word) in whole for word in aspect.titles)]
        missing = [aspect.name for aspect in rule.aspects if aspect.name not in (*headed, *named)]
    if missing:
        operands = {"missing": listed(missing, form.language)}
        yield Finding(rule_check(rule), value.place, operands, form.fields[rule.section].label)


def _headed(aspect: Aspect, headings: list[str]) -> bool:
    return any(folded(word) in heading for heading in headings for word in (*aspect.words, *aspect.headings))


def _headings(text: str) -> Iterator[str]:
    if _BARE_HEADING.fullmatch(text):
        yield text
    yield from _HEADING.findall(text)


def _spoken_of(aspect: Aspect, whole: str, where: str) -> bool:
    return any(folded(word) in whole for word in aspect.words) or any(folded(word) in where for word in aspect.headings)


def longest(rule: Longest, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding if a text has more characters than it should."""
    count = sum(len(without_spaces(passage.text)) for passage in passages(form, filing, (rule.section,)))
    if count > rule.at_most:
        operands = {"count": count, "limit": rule.at_most}
        yield Finding(rule_check(rule), filing[rule.section].place, operands, form.fields[rule.section].label)


def parts_named(rule: PartsNamed, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each sentence that lists the parts of the report and gives another number of them."""
    expected = len(rule.parts)
    for passage in passages(form, filing, (rule.section,)):
        for sentence in without_spaces(folded(passage.text)).split("。"):
            named = [
                match
                for phrase in rule.counts
                if _may_say(phrase, sentence)
                for match in _count_phrase(phrase).finditer(sentence)
            ]
            missing = [part.name for part in rule.parts if not _spoken_of(part, sentence, "")]
            found = expected - len(missing)
            if not named or found < _FEWEST_PARTS:
                continue
            stated = number_of(named[0][1])
            if (stated, found) != (expected, expected):
                names = listed(missing, form.language)
                yield passage.finding(
                    rule_check(rule),
                    stated=stated,
                    listed=found,
                    expected=expected,
                    missing=rule.missing.format(missing=names) if missing else "",
                )


def _may_say(phrase: str, sentence: str) -> bool:
    """Return whether the phrase stands in a sentence with a number at its place."""
    before, _, after = folded(phrase).partition("{n}")
    digits = (sentence[place - 1 : place] for place in places_of(after, sentence))
    return before in sentence and (not after or any(sign.isdecimal() or sign in _NUMBER_WORDS for sign in digits))


@cache
def _count_phrase(phrase: str) -> re.Pattern[str]:
    before, _, after = folded(phrase).partition("{n}")
    number = rf"(?<![第\d{NUMERALS}])(\d{{1,2}}|[{_NUMBER_WORDS}]{{1,2}})"
    return re.compile(re.escape(before) + number + re.escape(after))


def signature(rule: Signature, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding if another unit signs than the one that reports. A short form of the name is the same unit."""
    value, org = filing[rule.section], filing["org"].text
    whole = [_core(name, ()) for name in (value.text, org)]
    cores = [_core(name, rule.endings) for name in whole]
    kinds = {kind for name in whole if (kind := _kind(rule, name))}
    if all(cores) and (len(kinds) > 1 or not any(abridges(*sorted(pair, key=len)) for pair in (whole, cores))):
        operands = {"expected": quoted(org), "actual": quoted(value.text)}
        yield Finding(rule_check(rule), value.place, operands, form.fields[rule.section].label)


def _kind(rule: Signature, name: str) -> tuple[str, ...]:
    """Return the endings of a unit's kind, by the longest with which its name ends; none if it has no such ending."""
    for office in rule.offices:
        name = name.removesuffix(office)
    found = [(len(ending), kind) for kind in rule.kinds for ending in kind if name.endswith(ending)]
    return max(found, default=(0, ()))[1]


def _core(name: str, endings: tuple[str, ...]) -> str:
    """Return a unit's name without a date behind it and without the endings."""
    core = re.split(r"\d", without_spaces(folded(name)))[0]
    while ending := next((ending for ending in endings if core.endswith(ending) and core != ending), ""):
        core = core.removesuffix(ending)
    return core


def outdated_term(rule: OutdatedTerm, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each text that counts things by their old name and never uses the name in force."""
    for name in rule.section:
        texts = passages(form, filing, (name,))
        if any(folded(rule.instead) in folded(passage.text) for passage in texts):
            continue
        found = next(_first(texts, rule), None)
        if found:
            yield found


def _first(texts: Sequence[Passage], rule: OutdatedTerm) -> Iterator[Finding]:
    for passage in texts:
        text = passage.folded
        if folded(rule.term) not in text:
            continue
        for other in rule.but:
            text = text.replace(folded(other), "\0" * len(other))
        if match := _counted(rule).search(text):
            actual = passage.text[match.start() : match.end()]
            yield passage.finding(rule_check(rule), actual=quoted(actual), term=rule.term, instead=rule.instead)


@cache
def _counted(rule: OutdatedTerm) -> re.Pattern[str]:
    term = folded(rule.term)
    counter = "|".join(re.escape(folded(counter)) for counter in rule.counters)
    near = rf"[^,。;、:\d]{{0,{_NEAR}}}"
    return re.compile(rf"{term}{near}\d+\s*(?:{counter})|(?<!\d)\d+\s*(?:{counter}){near}{term}")
