"""W: findings that staff accept with a written reason, and reasons that accept nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from make_report.catalogue import (
    W01_INCOMPLETE,
    W01_SHORT,
    W01_YEAR,
    W02_CODE,
    W03_ELSEWHERE,
    W03_NOTHING,
    W04_NEVER,
    W05_OTHER_YEAR,
    W05_YEAR,
    WAIVER_CODE_WORD,
    WAIVER_PLACE_WORD,
    WAIVER_REASON_WORD,
    WAIVER_TOGETHER,
    WAIVER_YEAR_WORD,
    WHOLE_WORKBOOK,
)
from make_report.check.last_year import LastYear
from make_report.check.text import listed, quoted
from make_report.codes import codes_against_last_year, codes_of, may_be_accepted, optional_codes
from make_report.filing import Filing, Waiver
from make_report.finding import Check, Finding, Operand, in_order
from make_report.form.model import Form
from make_report.form.quotable import half_width
from make_report.language import translate
from make_report.patterns import expression
from make_report.place import Place, column_number
from make_report.record import replace

_AREA = expression(r"([a-z]{1,3})(\d{1,7})(?::([a-z]{1,3})(\d{1,7}))?")
_CELLS = expression(rf"[!,.;:、]?(?:{_AREA.pattern}[,;、]?)*")
_MOST_PLACES = 5
_FEWEST_SIGNS, _FEWEST_LETTERS = 4, 8
"""A reason has words: so many Chinese characters, or so many letters."""
_SHORT_CODE = expression(r"([A-Z])(\d)")


def accepted(
    form: Form,
    filing: Filing,
    findings: Iterable[Finding],
    last_year: LastYear | None = None,
    *,
    optional: bool = False,
) -> tuple[Finding, ...]:
    """Return the findings, sorted by place; those that the filing's waivers name are accepted for their reason.

    A waiver that accepts nothing has a finding of its own: it is not complete, not for this year, or names
    what is not there or may not be accepted. Without last year's report nothing is said of a waiver for a check
    against it, or of one for an optional rule that was not asked for: nobody has looked.
    """
    standing = list(findings)
    unchecked = frozenset[str]() if last_year else codes_against_last_year(form)
    unchecked |= frozenset[str]() if optional else optional_codes(form)
    faults: list[Finding] = []
    for waiver in filing.waivers:
        if fault := _fault(form, filing, waiver):
            faults.append(fault)
            continue
        named = [number for number, finding in enumerate(standing) if _names(waiver, finding, form.language)]
        taken = [number for number in named if may_be_accepted(standing[number].check)]
        reason = _reason(waiver, len(taken), form.language)
        for number in taken:
            standing[number] = replace(standing[number], accepted=standing[number].accepted or reason)
        if not taken and (named or _code(waiver) not in unchecked):
            faults.append(_in_vain(waiver, [standing[number] for number in named], standing, form.language))
    return in_order((*standing, *faults))


def _fault(form: Form, filing: Filing, waiver: Waiver) -> Finding | None:
    """Return what is wrong with a row by itself, None if nothing is."""
    language, codes = form.language, codes_of(form)
    report = filing["year"].year
    words = {
        WAIVER_CODE_WORD: waiver.code,
        WAIVER_PLACE_WORD: waiver.target,
        WAIVER_YEAR_WORD: waiver.year or waiver.typed_year,
        WAIVER_REASON_WORD: waiver.reason,
    }
    if missing := [translate(word, language) for word, content in words.items() if not content]:
        return _said(W01_INCOMPLETE, waiver, missing=listed(missing, language))
    least = form.waivers.minimum if form.waivers else 1
    if _says_too_little(waiver.reason, least):
        return _said(W01_SHORT, waiver, reason=quoted(waiver.reason), minimum=least)
    if _code(waiver) not in codes:
        return _said(W02_CODE, waiver, code=quoted(waiver.code), nearest=_nearest_code(_code(waiver), codes))
    if waiver.year is None:
        return _said(W01_YEAR, waiver, typed=quoted(waiver.typed_year), report=report or form.years.first)
    if report is not None and waiver.year != report:
        return _said(W05_YEAR if waiver.year < report else W05_OTHER_YEAR, waiver, year=waiver.year, report=report)
    return None


def _says_too_little(reason: str, least: int) -> bool:
    """Return whether a reason is shorter than it must be without its signs, or has no words."""
    signs = [sign for sign in reason if sign.isalnum()]
    letters = [sign for sign in signs if sign.isalpha()]
    wordless = len(letters) < _FEWEST_LETTERS and sum(not sign.isascii() for sign in letters) < _FEWEST_SIGNS
    return len(signs) < least or wordless


def _nearest_code(typed: str, codes: Mapping[str, bool]) -> str:
    """Return the code that was probably meant: with its nought, or the one that looks most like it."""
    short = _SHORT_CODE.fullmatch(typed)
    whole = f"{short[1]}0{short[2]}" if short else ""
    return whole if whole in codes else get_close_matches(typed, list(codes), n=1, cutoff=0)[0]


def _reason(waiver: Waiver, count: int, language: str) -> str:
    """Return the reason for which findings are accepted; that it stands for several is said."""
    if count < 2:  # noqa: PLR2004 - one is what it was written for
        return waiver.reason
    return translate(WAIVER_TOGETHER, language).format(reason=waiver.reason, count=count)


def _in_vain(waiver: Waiver, named: Sequence[Finding], findings: Sequence[Finding], language: str) -> Finding:
    """Return why a complete waiver accepts nothing."""
    operands: Mapping[str, Operand] = {"code": _code(waiver), "target": quoted(waiver.target)}
    if named:
        return _said(W04_NEVER, waiver, **operands)
    elsewhere = dict.fromkeys(_shown(finding.place, language) for finding in findings if finding.code == _code(waiver))
    if not elsewhere:
        return _said(W03_NOTHING, waiver, **operands)
    return _said(W03_ELSEWHERE, waiver, places=listed(list(elsewhere)[:_MOST_PLACES], language), **operands)


def _said(check: Check, waiver: Waiver, **operands: Operand) -> Finding:
    return Finding(check, waiver.place, operands, waiver.code)


def _code(waiver: Waiver) -> str:
    return half_width(waiver.code).strip("[]【】").upper()


def _names(waiver: Waiver, finding: Finding, language: str) -> bool:
    """Return whether a waiver names a finding: its code, and its sheet alone or the sheet and the cell."""
    if finding.code != _code(waiver):
        return False
    place, target = finding.place, half_width(waiver.target)
    sheet = half_width(_shown(replace(place, row=0), language))
    if not target.startswith(sheet):
        return False
    cells = target.removeprefix(sheet).replace("$", "")
    if not _CELLS.fullmatch(cells):
        return False
    areas = list(_AREA.finditer(cells))
    return not areas or any(_covers(area, place) for area in areas)


def _shown(place: Place, language: str) -> str:
    return str(place) or translate(WHOLE_WORKBOOK, language)


def _covers(area: re.Match[str], place: Place) -> bool:
    """Return whether an area such as b7 or d7:j9 has the cell in it."""
    first_column, first_row, last_column, last_row = area.groups()
    rows = range(int(first_row), int(last_row or first_row) + 1)
    columns = range(column_number(first_column), column_number(last_column or first_column) + 1)
    return place.row in rows and place.column in columns
