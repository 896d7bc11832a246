"""T: data about persons, and the unit's own name."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from make_report.check.edits import HAN, pointed_at, without_codes
from make_report.check.text import folded, passages, quoted, rule_check, without_spaces
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from make_report.form.rule.hygiene import OwnName, PersonalData, TitleUnit

_MOBILE = re.compile(r"(?<![\d.-])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\d.]|-\d)")
_IDENTITY = re.compile(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
"""GB 11643: the digit that belongs to each remainder of the weighted sum."""
_REMARK = re.compile(r"\([^()]*\)")
_BEFORE_YEAR = re.compile(rf"^\s*((?:{HAN}|\([^()]*\))+?)\s*(?:19|20)\d\d\s*年")
_LATEST_BIRTH = 2100


def personal_data(rule: PersonalData, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage with the number of an identity card, or of a mobile phone where none may be."""
    for passage in passages(form, filing):
        text = folded(without_codes(passage.text))
        spans = [match.span() for match in _IDENTITY.finditer(text) if is_identity_number(match[0])]
        if passage.field.id not in rule.contacts:
            spans += [match.span() for match in _MOBILE.finditer(text)]
        yield from pointed_at(rule, passage, spans, form.language)


def is_identity_number(number: str) -> bool:
    """Return whether 18 characters are the number of an identity card: with a date of birth and its check digit."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return 1900 <= born.year < _LATEST_BIRTH and _CHECK_DIGITS[total % 11] == number[17].upper()  # noqa: PLR2004 - the first century on cards


def own_name(rule: OwnName, form: Form, filing: Filing) -> Iterator[Finding]:
    """Yield a finding for each passage in which the unit calls itself as another kind of unit does."""
    org = filing["org"].text
    words = _foreign_words(rule, _bare(org))
    if not words:
        return
    for passage in passages(form, filing):
        kept = [match.span() for phrase in rule.unless for match in re.finditer(re.escape(phrase), passage.text)]
        spans = [
            match.span()
            for match in re.finditer("|".join(map(re.escape, words)), passage.text)
            if not any(start <= match.start() and match.end() <= end for start, end in kept)
        ]
        for finding in pointed_at(rule, passage, spans, form.language):
            yield passage.finding(finding.check, **{**finding.operands, "org": quoted(org)})


@cache
def _foreign_words(rule: OwnName, org: str) -> tuple[str, ...]:
    fitting = [(len(ending), kind.never) for kind in rule.kinds for ending in kind.ends if org.endswith(ending)]
    return max(fitting, default=(0, ()))[1]


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
