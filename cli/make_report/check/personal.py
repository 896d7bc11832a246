"""T: data about persons."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from make_report.check.edits import HAN, pointed_at, without_codes
from make_report.check.text import folded, passages, places_of
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import PersonalData, PersonsNamed
from make_report.patterns import expression

_MOBILE = expression(r"(?<![\d.-])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\d.]|-\d)")
_MAIL = expression(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_IDENTITY = expression(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
"""GB 11643: the digit that belongs to each remainder of the weighted sum."""
_LATEST_BIRTH = 2100


def personal_data(rule: PersonalData, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage with the number of an identity card, or of a mobile phone where none may be."""
    for passage in passages(form, filing):
        text = folded(without_codes(passage.text))
        spans = [match.span() for match in _IDENTITY.finditer(text) if is_identity_number(match[0])]
        if passage.field.id not in rule.contacts:
            spans += [match.span() for match in _MOBILE.finditer(text)]
            spans += _mail_addresses(rule, folded(passage.text))
        yield from pointed_at(rule, passage, spans, form.language)


def _mail_addresses(rule: PersonalData, text: str) -> list[tuple[int, int]]:
    if "@" not in text or any(folded(word) in text for word in rule.contact_words):
        return []
    return [match.span() for match in _MAIL.finditer(text) if not match[0].endswith(rule.official)]


def is_identity_number(number: str) -> bool:
    """Return whether 18 characters are the number of an identity card: with a date of birth and its check digit."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return 1900 <= born.year < _LATEST_BIRTH and _CHECK_DIGITS[total % 11] == number[17].upper()  # noqa: PLR2004 - the first century on cards


def persons_named(rule: PersonsNamed, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage in which a person is named behind an office, or with a word for persons."""
    for passage in passages(form, filing):
        if not _may_name(rule, passage.text):
            continue
        kept = [(place, place + len(phrase)) for phrase in rule.unless for place in places_of(phrase, passage.text)]
        spans = [
            match.span("name")
            for pattern in _names(rule)
            for match in pattern.finditer(passage.text)
            if not any(start < match.end("name") and match.start("name") < end for start, end in kept)
        ]
        yield from pointed_at(rule, passage, sorted(set(spans)), form.language)


def _may_name(rule: PersonsNamed, text: str) -> bool:
    """Return whether a surname follows an office, or a word for persons stands in the text."""
    if any(word in text for word in rule.styles):
        return True
    if any(word in text for word in rule.behind):
        return True
    behind = [part.lstrip(":：") for title in rule.titles for part in text.split(title)[1:]]
    return any(part and (part[0] in rule.surnames or part.startswith(rule.compound)) for part in behind)


@cache
def _names(rule: PersonsNamed) -> tuple[re.Pattern[str], ...]:
    def one_of(words: tuple[str, ...]) -> str:
        return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

    surname = f"(?:{one_of((*rule.compound, *''.join(rule.surnames.split())))})"
    name = rf"(?P<name>{surname}{HAN}{{1,2}}?)"
    in_office = re.compile(rf"(?:{one_of(rule.titles)})[:：]?{name}(?:{one_of(rule.follows)})")
    alone = rf"(?:(?<!{HAN})|(?<=由))"
    styled = re.compile(rf"{alone}{name}(?:{one_of(rule.styles)})")
    # A name of two characters and an office are too often a place or a section and its head.
    in_front = re.compile(rf"{alone}(?P<name>{surname}{HAN}{{2}})(?:{one_of(rule.behind)})")
    return in_office, *((styled,) if rule.styles else ()), *((in_front,) if rule.behind else ())
