"""D: years in sentences, deadlines, documents no longer in force."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from make_report.check.choice import possible_choices
from make_report.check.dates import days_in, report_year
from make_report.check.text import (
    THIS_CENTURY,
    Passage,
    folded,
    listed,
    passages,
    rule_check,
    shown_day,
    without_spaces,
)
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule import Deadline, OutdatedReference, PlannedYear, PlausibleYears
from make_report.patterns import expression

_SENTENCE = expression(r"[^。!?\n]+")
_STATEMENT = expression(r"[^。;!?\n]+")
_SET_OFF = expression(r"“[^“”]*”|‘[^‘’]*’|《[^《》]*》|\([^()]{2,}\)|〔[^〔〕]*〕|【[^【】]*】")
"""What stands in quotation marks or brackets, but for numbers of headings."""
_ANY_YEAR = expression(r"(?<!\d)(20\d\d)(?!\d)")
_BRACKETS = str.maketrans("〔〕[]【】{}", "()()()()")
_SUBJECT = r"[^,。;:!?]{0,10}?"
_HEADING = expression(r"^\s*(?:\([^()]{1,3}\)|\d{1,2}[.、])[^,。;]{2,20}[。:]")
"""A numbered heading with a text behind it in its own paragraph."""


def plausible_years(rule: PlausibleYears, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each text and each year of which it cannot well tell what happened."""
    year = report_year(filing)
    if year is None:
        return
    for name in rule.section:
        strange: dict[int, Passage] = {}
        texts = passages(form, filing, (name,))
        # A text that tells of last year and never names this one was not written this year.
        usual = {year - 1, year} if any(str(year) in folded(passage.text) for passage in texts) else {year}
        for passage in texts:
            for other in _strange_years(rule, passage, year, usual, plans=name in rule.plans_in):
                strange.setdefault(other, passage)
        for other, passage in strange.items():
            yield passage.finding(rule_check(rule), actual=other, expected=year)


def _strange_years(
    rule: PlausibleYears, passage: Passage, year: int, usual_years: set[int], *, plans: bool
) -> Iterator[int]:
    if THIS_CENTURY not in passage.folded:
        return
    sentences = _SENTENCE.findall(_SET_OFF.sub("", _HEADING.sub("", passage.folded)))
    for place, sentence in enumerate(sentences):
        mentioned = {int(found) for found in _ANY_YEAR.findall(sentence)}
        if mentioned <= {year}:
            continue
        told = _told(rule.followed_by, rule.denying)
        years = {int(found) for found in chain(*told.findall(sentence)) if found}
        # One that is set against this year names it in the next sentence or in the one before.
        compared = any(str(year) in other for other in sentences[max(0, place - 1) : place + 2])
        for other in sorted(years - usual_years if compared else years - {year}):
            if other == year - 1:
                # What is put off to the next year was not done in the last one.
                alone = mentioned - {year + 1} == {other}
                usual = not alone or (other in usual_years and _has(sentence, rule.unless_both))
            elif other == year + 1:
                usual = plans or _has(sentence, rule.planning)
            else:
                usual = bool(mentioned & {year - 1, year, year + 1})
            if not usual and not _has(sentence, rule.unless):
                yield other


@cache
def _told(followed_by: tuple[str, ...], denying: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a year of which a sentence tells, what happened in it or what did not."""
    happened = rf"(?:^|(?<=[,;:)]))\s*(20\d\d)\s*年度?\s*(?={_any_of(followed_by)})"
    nothing = rf"|(?<!\d)(20\d\d)\s*年度?{_SUBJECT}(?={_any_of(denying)})" if denying else "|(?!)()"
    return re.compile(happened + nothing)


def planned_year(rule: PlannedYear, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each paragraph that announces something for the report year."""
    year = report_year(filing)
    if year is None:
        return
    texts = passages(form, filing, (rule.section,))
    if not any(THIS_CENTURY in passage.folded for passage in texts):
        return
    certain, likely = (_announced(words) for words in (rule.announcing, rule.plain))
    announced = False
    for passage in texts:
        for sentence in _STATEMENT.findall(_SET_OFF.sub("", passage.folded)):
            announced = announced or _has(sentence, rule.headings)
            rest = _ANY_YEAR.sub("", sentence)
            years = certain.findall(sentence)
            if announced and not re.search(r"\d", rest):
                years += likely.findall(sentence)
            other = next((int(found) for found in years if int(found) != year + 1), None)
            if other and not _has(sentence, rule.past):
                yield passage.finding(rule_check(rule), actual=other, expected=year + 1)
                break


@cache
def _announced(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a year for which something is announced; up to which something is done is another."""
    return re.compile(rf"(?<![\d到至~—–-])(20\d\d)\s*年度?\s*,?\s*{_SUBJECT}{_any_of(words)}")


def _has(text: str, words: Iterable[str]) -> bool:
    return any(folded(word) in text for word in words)


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(folded(word)) for word in words)})"


def deadline(rule: Deadline, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding if the date is later than the last day that may hold for the unit; unknown ones have none."""
    value, year = filing[rule.section], report_year(filing)
    choices = possible_choices(form, filing, rule.field)
    days = {choice: last.day for last in rule.deadlines for choice in last.choices}
    if year is None or value.date is None or not choices or not all(choice.id in days for choice in choices):
        return
    month, day = map(int, max(days[choice.id] for choice in choices).split("-"))
    last = date(year + 1, month, min(day, days_in(year + 1, month)))
    if value.date > last:
        operands = {
            "actual": shown_day(value.date, form.language),
            "deadline": shown_day(last, form.language),
            "choice": listed((choice.label for choice in choices), form.language),
        }
        yield Finding(rule_check(rule), value.place, operands, form.fields[rule.section].label)


def outdated_reference(rule: OutdatedReference, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each paragraph that cites the document of old and not the one in force."""
    for passage in passages(form, filing):
        text = _plain(passage.text)
        cited = next((word for word in rule.words if _plain(word) in text), "")
        if cited and not any(_plain(word) in text for word in rule.beside):
            yield passage.finding(rule_check(rule), actual=cited, instead=rule.instead)


@lru_cache(maxsize=512)
def _plain(text: str) -> str:
    return without_spaces(folded(text)).translate(_BRACKETS)
