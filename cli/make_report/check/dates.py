"""D: the period, the year, the day of publication, and dates that exist in the calendar."""

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from functools import cache

from make_report.catalogue import FILE_YEAR, FILE_YEAR_REMEDY, severity
from make_report.check.phrases import holds
from make_report.check.text import (
    CENTURIES,
    THIS_CENTURY,
    folded,
    passages,
    quoted,
    rule_check,
    shown_day,
    shown_span,
    without_spaces,
    words_in,
)
from make_report.filing import Filing
from make_report.finding import Check, Finding
from make_report.form.model import Form
from make_report.form.rule import AfterPeriod, Period, SameYear, WellFormedDates
from make_report.patterns import expression

_FARTHEST = 40
"""Characters between the words that announce a period and its first day."""

_SENTENCE = expression(r"[^。!?\n]+")
_DAY = r"(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?\s*(?:\d{1,2}\s*时)?"
_SPAN = expression(
    rf"(?<![\d])(\d{{4}})\s*[年./-]\s*{_DAY}\s*[起始]?\s*,?\s*(?:至|到|止于|[-‐‑–—―─~∼〜]{{1,3}})\s*"
    rf"(?:(\d{{4}})\s*[年./-]\s*)?(?:{_DAY}(?!\d)|(\d{{1,2}})\s*月(?!\s*\d))"
)
_FAULTY_OR_DATE = expression(
    r"(?P<joined>(?<!\d)(?:19|20)\d{2}\s*(?:0?[1-9]|1[0-2])\s*月(?:\s*\d{1,3}\s*日)?)"
    r"|(?<![\d.])(?:(?P<year>[1-9]\d{3})\s*年\s*)?(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,3})\s*日)?"
)
"""A year and a month without the sign between them, or a date that is to be looked up in the calendar."""

_YEAR_IN_NAME = expression(r"(?<!\d)20\d\d(?!\d)(?!\s*[年._/-]\s*\d{1,2}(?!\d))(?!\s*年?\s*[格版])")
_MONTH = "月"
_LEAP_YEAR, _MONTHS = 2024, 12
_NUMBER_OF_YEARS = expression(r"(?<![\d.〔第])(\d{3,5})\s*年(?!以上|以来|历史|前|后|间)")
_SWAPPED = 2
"""Digits that differ where two are swapped."""


def period(rule: Period, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each sentence that announces the period and gives other days than the report year's."""
    year = report_year(filing)
    if year is None:
        return
    first, last = date(year, 1, 1), date(year, 12, 31)
    expected = shown_span(shown_day(first, form.language), shown_day(last, form.language), form.language)
    said = words_in(rule.words, form, filing)
    if not said:
        return
    announced = re.compile("|".join(re.escape(folded(word)) for word in said))
    for passage in passages(form, filing):
        for sentence in _SENTENCE.finditer(folded(passage.text)):
            span = _announced_span(announced, sentence[0], expected)
            if span and _days(span) != ((year, 1, 1), (year, 12, 31)):
                actual = passage.text[sentence.start() + span.start() : sentence.start() + span.end()]
                yield passage.finding(rule_check(rule), expected=expected, actual=quoted(actual))


def _announced_span(announced: re.Pattern[str], sentence: str, expected: str) -> re.Match[str] | None:
    """Return the first two days that follow soon after the words that announce them, unless they are as expected."""
    words = announced.search(sentence)
    first = next((place for place in range(words.end(), len(sentence)) if sentence[place].isdigit()), 0) if words else 0
    if first and sentence.startswith(expected, first):
        return None
    span = _SPAN.search(sentence, words.end()) if words else None
    return span if words and span and span.start() <= words.end() + _FARTHEST else None


def _days(span: re.Match[str]) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Return both days of a span as year, month, day; they need not be in the calendar."""
    year, month, day, last_year, last_month, last_day, month_alone = span.groups()
    return (int(year), int(month), int(day)), (
        int(last_year or year),
        int(last_month or month_alone),
        int(last_day or 0),
    )


def same_year(rule: SameYear, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding where one of the phrases names another year than the report's, or the file's name does."""
    year = report_year(filing)
    if year is None:
        return
    for passage in passages(form, filing, rule.section):
        text = without_spaces(folded(passage.text))
        phrases = [phrase for phrase in rule.phrases if holds(text, folded(phrase).split("{year}"))]
        years = {int(match[1]) for phrase in phrases for match in _year_phrase(phrase).finditer(text)}
        for other in sorted(years - {year}):
            yield passage.finding(rule_check(rule), expected=year, actual=other)
    named = years_in_file_name(filing.source, form)
    if named and year not in named:
        check = Check(rule.code, severity(rule.severity), FILE_YEAR, FILE_YEAR_REMEDY)
        operands = {"expected": year, "actual": filing.source}
        yield Finding(check, filing["year"].place, operands, form.fields["year"].label)


@cache
def _year_phrase(phrase: str) -> re.Pattern[str]:
    before, _, after = folded(phrase).partition("{year}")
    return re.compile(rf"{re.escape(before)}(?<!\d)(\d{{4}}){re.escape(after)}")


def years_in_file_name(name: str, form: Form) -> set[int]:
    """Return the years 20xx in the name of a file that are neither part of a date nor of the form's own name."""
    if THIS_CENTURY not in folded(name):
        return set()
    own = re.escape(form.form_id).replace(r"\-", "[-_ ]?")
    plain = re.sub(own, " ", folded(name).replace(folded(form.name), " "), flags=re.IGNORECASE)
    return {int(year) for year in _YEAR_IN_NAME.findall(plain)}


def after_period(rule: AfterPeriod, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding if the date lies in the report year or before."""
    value, year = filing[rule.section], report_year(filing)
    if year is None or value.date is None or value.date.year > year:
        return
    days = {"actual": value.date, "end": date(year, 12, 31), "earliest": date(year + 1, 1, 1)}
    operands = {name: shown_day(day, form.language) for name, day in days.items()}
    yield Finding(rule_check(rule), value.place, operands, form.fields[rule.section].label)


def well_formed_dates(rule: WellFormedDates, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each date in a text that lacks its year sign or is in no calendar."""
    year = report_year(filing) or _LEAP_YEAR
    example = shown_day(date(year, 12, 31), form.language)
    for passage in passages(form, filing):
        text = folded(passage.text)
        for match in _faults(rule, year, text):
            actual = passage.text[match.start() : match.end()]
            yield passage.finding(rule_check(rule), actual=quoted(actual), example=example)


def _faults(rule: WellFormedDates, year: int, text: str) -> Iterator[re.Match[str]]:
    if rule.misspelt:
        return _misspelt(year, text)
    return _signless(rule.signless, year, text) if rule.signless else _faulty_dates(text)


def _misspelt(year: int, text: str) -> Iterator[re.Match[str]]:
    """Yield each number before the sign of years that is a year around the report's but for one digit."""
    years = [str(other) for other in (year - 1, year, year + 1)]
    for match in _NUMBER_OF_YEARS.finditer(text):
        is_year = match[1].startswith(CENTURIES) and len(match[1]) == len(years[0])
        if not is_year and any(_differs_by_one(match[1], other) for other in years):
            yield match


def _differs_by_one(number: str, year: str) -> bool:
    """Return whether one digit more, less or another one makes them equal, or two that are swapped."""
    longer, shorter = sorted((number, year), key=len, reverse=True)
    if len(longer) == len(shorter):
        differing = sum(one != other for one, other in zip(longer, shorter, strict=True))
        return differing == 1 or (differing == _SWAPPED and sorted(longer) == sorted(shorter))
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def _faulty_dates(text: str) -> Iterator[re.Match[str]]:
    for match in _FAULTY_OR_DATE.finditer(text) if _MONTH in text else ():
        if match["joined"] or not _exists(match["year"], match["month"], match["day"]):
            yield match


def _signless(words: tuple[str, ...], year: int, text: str) -> Iterator[re.Match[str]]:
    """Yield each year around the report's that one of the words follows at the beginning of a clause."""
    years = [str(other) for other in (year - 1, year, year + 1)]
    if any(other in text for other in years):
        follows = "|".join(re.escape(folded(word)) for word in words)
        yield from re.finditer(rf"(?:^|(?<=[\s,。;:!?()、]))(?:{'|'.join(years)})\s*(?:{follows})", text)


def _exists(year: str | None, month: str, day: str | None) -> bool:
    """Return whether a date may stand in a text; without a year or a day it is judged by what there is."""
    if not 1 <= int(month) <= _MONTHS:
        return year is None and day is None
    if day is None:
        return True
    return 1 <= int(day) <= days_in(int(year or _LEAP_YEAR), int(month))


def days_in(year: int, month: int) -> int:
    """Return how many days a month has. The module calendar says so too, but loads the names of all languages."""
    return 31 if month == _MONTHS else (date(year, month + 1, 1) - date(year, month, 1)).days


def report_year(filing: Filing) -> int | None:
    """Return the report year if there are dates in it and after it, else None."""
    year = filing["year"].year
    return year if year is not None and MINYEAR < year < MAXYEAR else None
