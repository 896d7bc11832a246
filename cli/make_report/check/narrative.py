"""N, F15: what the texts must say, and what must not be left in them."""

import re
from collections.abc import Iterator
from functools import cache, reduce

from make_report.check.choice import possible_choices
from make_report.check.edits import without_addresses
from make_report.check.phrases import holds
from make_report.check.text import folded, listed, passages, rule_check, words_in
from make_report.filing import Filing, State
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import Leftovers, Mentions, WordsOfOthers

_ANYTHING = r"[^()\[\]{}〔〕【】]{0,40}"


def mentions(rule: Mentions, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding if the narrative has content, but none of the words."""
    value = filing[rule.section]
    text = "".join(folded(passage.text) for passage in passages(form, filing, (rule.section,)))
    said = reduce(lambda rest, word: rest.replace(folded(word), " "), rule.but, text)
    if value.state is State.READ and text and not any(folded(word) in said for word in rule.words):
        yield Finding(rule_check(rule), value.place, {}, form.fields[rule.section].label)


def leftovers(rule: Leftovers, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each paragraph or line in which one of the phrases is left."""
    left = words_in(rule.words, form, filing)
    for passage in passages(form, filing) if left else ():
        text = folded(without_addresses(passage.text))
        spans = [
            match.span()
            for word in left
            if holds(text, folded(word).split("*"))
            for match in _pattern(word).finditer(text)
            if match[0]
        ]
        outer = [span for span in spans if not any(_inside(span, other) for other in spans)]
        if words := list(dict.fromkeys(passage.text[start:end] for start, end in sorted(outer))):
            yield passage.finding(rule_check(rule), words=listed(words, form.language))


def words_of_others(rule: WordsOfOthers, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each paragraph with one of the words if the unit is certainly of one of the kinds."""
    choices = possible_choices(form, filing, rule.field)
    if not choices or not all(choice.id in rule.choices for choice in choices):
        return
    for passage in passages(form, filing, rule.section):
        if words := [word for word in rule.words if word in passage.text]:
            yield passage.finding(rule_check(rule), choice=choices[0].label, words=listed(words, form.language))


def _inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other != span and other[0] <= span[0] and span[1] <= other[1]


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """Return the regular expression for a phrase: * is a short stretch, one repeated character a run of it.

    Latin letters and digits at an end of it are not found inside longer words or addresses of the Internet.
    """
    plain = folded(phrase)
    if len(plain) > 1 and set(plain) == {plain[0]}:
        body = f"{re.escape(plain[0])}{{{len(plain)},}}"
    else:
        body = _ANYTHING.join(re.escape(part) for part in plain.split("*"))
    before = r"(?<![A-Za-z0-9/@_.])" if _is_latin(plain[:1]) else ""
    after = r"(?![A-Za-z0-9/@_])(?!\.[A-Za-z0-9])" if _is_latin(plain[-1:]) else ""
    return re.compile(f"{before}{body}{after}")


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
