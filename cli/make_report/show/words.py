"""The words in which findings are said, wherever they are shown."""

from collections.abc import Sequence

from make_report.finding import Finding, Severity
from make_report.language import marked, translate
from make_report.place import Place, areas
from make_report.show.judged import errors, warnings

_FIT = marked("Fit for publication.")
_FIT_WITH_WARNINGS = marked("Fit for publication; {warnings} to check.")
_NOT_FIT = marked("Not fit for publication: {errors} to correct.")
_NOT_FIT_WITH_WARNINGS = marked("Not fit for publication: {errors} to correct, {warnings} to check.")
_SEVERITY_WORDS = {Severity.ERROR: marked("error"), Severity.WARNING: marked("please check")}
_SAME_ELSEWHERE = marked("The same in {count} other cells: {cells}.")
_WHOLE_WORKBOOK = marked("The whole workbook")
_REASON = marked("Reason: {reason}")

ACCEPTED = marked("Accepted with a reason")


def verdict(findings: Sequence[Finding], language: str) -> str:
    """Return in one sentence whether the report may be published. What was accepted is not counted."""
    wrong, to_check = len(errors(findings)), len(warnings(findings))
    alone, with_warnings = (_NOT_FIT, _NOT_FIT_WITH_WARNINGS) if wrong else (_FIT, _FIT_WITH_WARNINGS)
    sentence = with_warnings if to_check else alone
    return translate(sentence, language).format(errors=wrong, warnings=to_check)


def severity_word(severity: Severity, language: str) -> str:
    """Return the word that a clerk reads in front of a finding."""
    return translate(_SEVERITY_WORDS[severity], language)


def sheet_heading(sheet: str, language: str) -> str:
    """Return what stands over the findings of a sheet, or of the whole workbook."""
    return sheet or translate(_WHOLE_WORKBOOK, language)


def same_elsewhere(places: Sequence[Place], language: str) -> str:
    """Return the sentence that names the cells in which the same was found, "" if there are none."""
    if not places:
        return ""
    cells = translate(marked(", "), language).join(areas(places))
    return translate(_SAME_ELSEWHERE, language).format(count=len(places), cells=cells)


def accepted_reason(finding: Finding, language: str) -> str:
    """Return the reason for which a finding was accepted, as a sentence."""
    return translate(_REASON, language).format(reason=finding.accepted)
