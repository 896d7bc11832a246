"""F: numbered headings and lists inside texts."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from make_report.check.numerals import NUMERALS, number_of, numeral
from make_report.check.text import (
    Passage,
    folded,
    passages,
    places_of,
    quoted,
    rule_check,
    without_spaces,
)
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import SectionHeadings, Signs
from make_report.form.rule import Sequence as SequenceRule
from make_report.patterns import expression
from make_report.record import Record
from make_report.remembered import remembered

_QUOTED = expression(r"“[^“”\n]*”|‘[^‘’\n]*’|《[^《》\n]*》|【[^【】\n]*】")
_QUOTES = "“‘《【"
_ANY_FIRST = expression(rf"(?<![\d{NUMERALS}])[(]?[1一①][).、．是]")
"""The beginning of a list, in whatever way its first number is written."""
_BEHIND = 12
"""Characters quoted behind a number."""
_PLACE_OF_NUMBER = expression(r"\{[一1]\}")
_MAIN_NUMBER = expression(rf"(\(?)([{NUMERALS}]{{1,3}}|\d{{1,2}})([)）]?[、.．]?)")
_LONGEST_HEADING = 30


class _Number(Record):
    """A number before a heading or an item of a list."""

    passage: Passage
    start: int
    end: int
    value: int
    opens: bool
    """Whether its paragraph begins with it."""

    @property
    def shown(self) -> str:
        """The number with what stands behind it."""
        return quoted(self.passage.text[self.start : self.end + _BEHIND])


def sequence(rule: SequenceRule, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each number that does not follow the one before it: the next, or one again."""
    for name in rule.section:
        texts = passages(form, filing, (name,))
        for sign in rule.signs:
            numbers = list(_numbers(sign, texts))
            if sign in rule.first and _lacks_its_first(numbers, texts):
                yield _out_of_order(rule, sign, numbers[0], 1)
            yield from (_out_of_order(rule, sign, number, value) for number, value in _out_of_step(numbers, texts))


def _out_of_step(numbers: Sequence[_Number], texts: Sequence[Passage]) -> Iterator[tuple[_Number, int]]:
    """Yield each number that does not follow the one before it, and the value that would.

    Where the others go on as if it were right, it alone is wrong.
    """
    counted = numbers[0].value if numbers else 0
    for (before, number), after in zip(pairwise(numbers), [*numbers[2:], None], strict=False):
        expected, counted = counted + 1, number.value
        if number.value in {1, expected}:
            continue
        skipped = number.value > before.value
        if not (_stands_between if skipped else _begun)(texts, before, number):
            yield number, expected
            if after and after.value == expected + 1:
                counted = expected


def _lacks_its_first(numbers: Sequence[_Number], texts: Sequence[Passage]) -> bool:
    first = next(iter(numbers), None)
    return first is not None and first.opens and first.value > 1 and not _begun(texts, None, first)


def _out_of_order(rule: SequenceRule, sign: str, number: _Number, expected: int) -> Finding:
    return number.passage.finding(rule_check(rule), actual=number.shown, expected=_written(sign, expected))


def _begun(texts: Sequence[Passage], before: _Number | None, number: _Number) -> bool:
    """Return whether a list may have begun between two numbers, its first number written in another way."""
    return bool(_ANY_FIRST.search(_between(texts, before, number)))


def _stands_between(texts: Sequence[Passage], before: _Number, number: _Number) -> bool:
    """Return whether a number that is skipped stands there after all, only not where one is looked for."""
    between = _between(texts, before, number)
    arabic = before.passage.text[before.start : before.end].strip(" \n\t（(.．)）、").isdecimal()
    skipped = (str(value) if arabic else numeral(value) for value in range(before.value + 1, number.value))
    return any(re.search(rf"(?<![\d{NUMERALS}]){value}[).、]", between) for value in skipped)


def _between(texts: Sequence[Passage], before: _Number | None, number: _Number) -> str:
    """Return the text behind one number, or the beginning, and before another."""
    first = texts.index(before.passage) if before else 0
    last = texts.index(number.passage)
    whole = [folded(passage.text) for passage in texts[first : last + 1]]
    whole[-1] = whole[-1][: number.start]
    return "\n".join(whole)[before.end if before else 0 :]


def signs(rule: Signs, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each text and each wrong way to write numbers that is used in it.

    Where another rule finds the report's own headings in a text, all it has to say of them is said.
    """
    for name in rule.section:
        texts = passages(form, filing, (name,))
        for wrong in rule.wrong:
            numbers = [number for number in _numbers(wrong.sign, texts) if number.opens or wrong.inline]
            opening = [number for number in numbers if number.opens]
            is_list = {1, 2} <= {number.value for number in numbers}
            if not numbers or not (is_list or (wrong.inline and opening)):
                continue
            if form.fields[name].label in _with_own_headings(form, filing):
                continue
            expected = _written(wrong.right, numbers[0].value)
            yield numbers[0].passage.finding(
                rule_check(rule), actual=numbers[0].shown, expected=expected, count=len(numbers)
            )


def section_headings(rule: SectionHeadings, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for the first heading in each text that belongs to the report's own parts.

    That is one of the form's headings, its number apart, or headings that carry the parts' numbers on to the last.
    """
    official = [(_shape(section.heading), _wording(section.heading)) for section in form.sections]
    for name in rule.section:
        texts = passages(form, filing, (name,))
        own = next((index for index, section in enumerate(form.sections, start=1) if section.id == name), 0)
        repeated = [passage for passage in texts if (_shape(passage.text), _wording(passage.text)) in official]
        if found := repeated or _carried_on(texts, official[0][0], own, len(official)):
            yield found[0].finding(rule_check(rule), actual=quoted(found[0].text))


def _carried_on(texts: Sequence[Passage], shape: str, own: int, last: int) -> list[Passage]:
    """Return the headings that go on from the text's own part to the last, where there are two of them or more."""
    numbered = [
        (passage, _value(passage.text))
        for passage in texts
        if shape and _shape(passage.text) == shape and len(without_spaces(passage.text)) <= _LONGEST_HEADING
    ]
    on = list(range(own + 1, last + 1))
    return [passage for passage, _ in numbered] if len(on) > 1 and [value for _, value in numbered] == on else []


def _shape(text: str) -> str:
    """Return how the number of a heading is written, its value apart; "" if there is no number with a sign."""
    match = _MAIN_NUMBER.match(without_spaces(folded(text)))
    return f"{match[1]}{'1' if match[2].isdecimal() else '一'}{match[3]}" if match and match[3] else ""


@remembered
def _with_own_headings(form: Form, filing: Filing) -> set[str]:
    """Return the labels of the texts in which another rule finds the report's own headings."""
    rules = (rule for rule in form.rules if isinstance(rule, SectionHeadings))
    return {finding.label for rule in rules for finding in section_headings(rule, form, filing)}


def _value(text: str) -> int:
    match = _MAIN_NUMBER.match(without_spaces(folded(text)))
    return number_of(match[2]) if match else 0


def _wording(text: str) -> str:
    """Return a heading without its number and without punctuation at its end."""
    return _MAIN_NUMBER.sub("", without_spaces(folded(text)), count=1).rstrip("。:;.,")


def _numbers(sign: str, texts: Sequence[Passage]) -> Iterator[_Number]:
    """Yield the numbers written in a way, where a paragraph begins or behind the end of a sentence."""
    return (_Number(passage, *number) for passage in texts for number in _numbers_in(passage.folded, sign))


@lru_cache(maxsize=4096)
def _numbers_in(text: str, sign: str) -> tuple[tuple[int, int, int, bool], ...]:
    """Return from where to where each number stands, its value, and whether the text begins with it."""
    # Most ways are used nowhere, and each has a pattern to be compiled.
    if not _may_be_used(text, sign):
        return ()
    found = ((match, number_of(match[1])) for match in _pattern(sign).finditer(text))
    return tuple(
        (match.start(), match.end(), value, not text[: match.start()].strip())
        for match, value in found
        if value and not _is_quoted(text, match.start())
    )


def _is_quoted(text: str, place: int) -> bool:
    begins = any(sign in text for sign in _QUOTES)
    return begins and any(span.start() <= place < span.end() for span in _QUOTED.finditer(text))


def _may_be_used(text: str, sign: str) -> bool:
    """Return whether numbers may be written in this way in a text."""
    before, after = _PLACE_OF_NUMBER.split(folded(sign))
    digits, whole = NUMERALS if "{一}" in sign else "0123456789", f" {text} "
    step = -1 if after else len(before)
    beside = (whole[place + step] for place in places_of(after or before, whole))
    return any(sign in digits for sign in beside) or _has_rare_digits(text)


@lru_cache(maxsize=1024)
def _has_rare_digits(text: str) -> bool:
    """Return whether digits beside 0 to 9 stand in a text, such as 𝟏 in what was copied from a PDF."""
    return any(sign.isdecimal() and not sign.isascii() for sign in {*text})


@cache
def _pattern(sign: str) -> re.Pattern[str]:
    plain = folded(sign)
    kind = "{一}" if "{一}" in plain else "{1}"
    before, _, after = plain.partition(kind)
    digits = rf"[{NUMERALS}]{{1,3}}" if kind == "{一}" else r"\d{1,2}"
    # Behind a point a digit belongs to a decimal, but for the year with which a sentence may begin;
    # behind a bracket a comma is another sign.
    end = r"(?!\d(?!\d{3}年))" if after == "." else r"(?![、])" if after == ")" else ""
    return re.compile(rf"(?:(?<=[。;:!?])|^)\s*{re.escape(before)}(?<!\d)({digits}){re.escape(after)}{end}")


def _written(sign: str, value: int) -> str:
    return sign.replace("{一}", numeral(value)).replace("{1}", str(value))
