"""Findings on a terminal: grouped by sheet, each with its cell, the fault and what to do."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from make_report.finding import Finding, Severity
from make_report.language import marked, translate
from make_report.show.judged import Alike, Judged, accepted, by_sheet, errors, warnings
from make_report.show.words import (
    ACCEPTED,
    accepted_reason,
    same_elsewhere,
    severity_word,
    sheet_heading,
    verdict,
)

if TYPE_CHECKING:
    from make_report.repair import Mistake

_BOLD, _RED, _GREEN, _YELLOW, _CYAN, _PLAIN = "1", "31", "32", "33", "36", ""
_SEVERITY_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}
_FAULT = marked("{severity}: {message}")


def findings_as_text(judged: Judged, *, colour: bool = False) -> str:
    """Return the verdict and all findings as lines, a blank one at the end; with colour if a terminal shows it."""
    return "\n".join(_coloured(line, style) if colour else line for line, style in _lines(judged))


def _coloured(line: str, style: str) -> str:
    return f"\x1b[{style}m{line}\x1b[0m" if style and line else line


def _lines(judged: Judged) -> Iterator[tuple[str, str]]:
    findings, language = judged.findings, judged.language
    tone = _RED if errors(findings) else _YELLOW if warnings(findings) else _GREEN
    yield verdict(findings, language), f"{_BOLD};{tone}"
    for group in by_sheet(judged):
        yield from _heading(sheet_heading(group.sheet, language))
        for alike in group.findings:
            yield from _finding_lines(alike, language)
        if group.mistakes:
            yield from _repair_lines(group.mistakes, language)
    if taken := accepted(findings):
        yield from _heading(translate(ACCEPTED, language))
        for finding in taken:
            yield f"  {_place(finding, with_sheet=True)}{finding.message(language)} [{finding.code}]", _PLAIN
            yield f"      {accepted_reason(finding, language)}", _PLAIN
    if findings:
        yield "", _PLAIN


def _repair_lines(mistakes: "Iterable[Mistake]", language: str) -> Iterator[tuple[str, str]]:
    from make_report.show.repairs import LIKELY, mistake_sentences  # noqa: PLC0415 - of no use to most runs

    yield f"  {translate(LIKELY, language)}", f"{_BOLD};{_CYAN}"
    for mistake in mistakes:
        first, *others = mistake_sentences(mistake, language)
        yield f"      ★ {first}", _CYAN
        yield from ((f"        {sentence}", _CYAN) for sentence in others)


def _heading(heading: str) -> Iterator[tuple[str, str]]:
    yield "", _PLAIN
    yield heading, _BOLD


def _finding_lines(alike: Alike, language: str) -> Iterator[tuple[str, str]]:
    finding = alike.finding
    fault = translate(_FAULT, language).format(
        severity=severity_word(finding.severity, language), message=finding.message(language)
    )
    yield f"  {_place(finding)}{fault} [{finding.code}]", _SEVERITY_COLOURS[finding.severity]
    if remedy := finding.remedy(language):
        yield f"      → {remedy}", _PLAIN
    if same := same_elsewhere(alike.others, language):
        yield f"      {same}", _PLAIN


def _place(finding: Finding, *, with_sheet: bool = False) -> str:
    place = str(finding.place) if with_sheet else finding.place.cell
    return f"{place} " if place else ""
