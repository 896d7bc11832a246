"""Findings as people and programs read them: lines of text, or JSON-able data."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any

from make_report.finding import Check, Finding, Severity, show_number
from make_report.language import marked, translate
from make_report.place import areas

_FIT = marked("Fit for publication.")
_FIT_WITH_WARNINGS = marked("Fit for publication; {warnings} to check.")
_NOT_FIT = marked("Not fit for publication: {errors} to correct.")
_NOT_FIT_WITH_WARNINGS = marked("Not fit for publication: {errors} to correct, {warnings} to check.")
_SEVERITY_WORDS = {Severity.ERROR: marked("error"), Severity.WARNING: marked("please check")}
_SAME_ELSEWHERE = marked("The same in {count} other cells: {cells}.")
_MOST_ALIKE = 5
"""Findings of one check on one sheet that are listed singly; of more only the first, with the cells of the others."""
_WHOLE_WORKBOOK = marked("The whole workbook")


def verdict(findings: Sequence[Finding], language: str) -> str:
    """Return in one sentence whether the report may be published."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    if errors:
        sentence = _NOT_FIT_WITH_WARNINGS if warnings else _NOT_FIT
    else:
        sentence = _FIT_WITH_WARNINGS if warnings else _FIT
    return translate(sentence, language).format(errors=errors, warnings=warnings)


def severity_word(severity: Severity, language: str) -> str:
    """Return the word that a clerk reads in front of a finding."""
    return translate(_SEVERITY_WORDS[severity], language)


def finding_lines(
    findings: Sequence[Finding], language: str, repairs: Mapping[str, Sequence[str]] | None = None
) -> Iterator[tuple[str, Severity | None]]:
    """Yield the findings as lines, grouped by sheet; each line with the severity it is to be coloured by.

    `repairs` are sentences by sheet that say which cell is likely to be wrong; they follow the sheet's findings.
    """
    for sheet, group in groupby(findings, key=lambda finding: finding.place.sheet):
        yield sheet or translate(_WHOLE_WORKBOOK, language), None
        on_sheet = list(group)
        alike = Counter(finding.check for finding in on_sheet)
        folded: set[Check] = set()
        for finding in on_sheet:
            if alike[finding.check] <= _MOST_ALIKE:
                yield from _lines(finding, language)
            elif finding.check not in folded:
                folded.add(finding.check)
                yield from _lines(finding, language)
                yield _same_elsewhere(finding, on_sheet, language), None
        for sentence in (repairs or {}).get(sheet, ()):
            yield f"  ⇒ {sentence}", None


def _lines(finding: Finding, language: str) -> Iterator[tuple[str, Severity | None]]:
    word = severity_word(finding.severity, language)
    place = f" {finding.place}" if finding.place.sheet else ""
    yield f"  {word}{place} [{finding.code}] {finding.message(language)}", finding.severity
    if remedy := finding.remedy(language):
        yield f"      → {remedy}", None


def _same_elsewhere(finding: Finding, findings: Sequence[Finding], language: str) -> str:
    others = [other.place for other in findings if other.check == finding.check and other is not finding]
    separator = translate(marked(", "), language)
    sentence = translate(_SAME_ELSEWHERE, language)
    return "      " + sentence.format(count=len(others), cells=separator.join(areas(others)))


def finding_as_data(finding: Finding, language: str) -> dict[str, Any]:
    """Return a finding as data: code, severity, place, the sentences, and the operands as numbers or text."""
    return {
        "code": finding.code,
        "severity": finding.severity.word,
        "sheet": finding.place.sheet,
        "cell": finding.place.cell,
        "label": finding.label,
        "related": [{"sheet": place.sheet, "cell": place.cell} for place in finding.related],
        "message": finding.message(language),
        "remedy": finding.remedy(language),
        "operands": {name: _plain(operand) for name, operand in finding.operands.items()},
    }


def _plain(operand: str | int | Decimal) -> str | int | float:
    if isinstance(operand, Decimal):
        return int(operand) if operand == operand.to_integral_value() else float(show_number(operand))
    return operand
