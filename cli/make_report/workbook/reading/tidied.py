"""Findings that many cells have alike: told once for the whole workbook."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from make_report import catalogue
from make_report.finding import Check, Finding
from make_report.language import translate
from make_report.place import areas
from make_report.record import replace

_SEVERAL = {
    catalogue.T09_SPACE: catalogue.T09_SPACES,
    catalogue.U13_FORMAT: catalogue.U13_FORMATS,
    catalogue.U13_HIDDEN: catalogue.U13_HIDDEN_CELLS,
}
"""What is said instead of a finding that several cells have."""


def told_once(findings: Iterable[Finding], language: str) -> tuple[Finding, ...]:
    """Return the findings; those that several cells have alike as one, which names all their cells."""
    findings = tuple(findings)
    for check, of_several in _SEVERAL.items():
        alike = sorted((one for one in findings if one.check is check), key=lambda one: one.place)
        if len(alike) > 1:
            findings = (*(one for one in findings if one.check is not check), _as_one(alike, of_several, language))
    return findings


def _as_one(findings: Sequence[Finding], check: Check, language: str) -> Finding:
    separator = translate(catalogue.SEPARATOR, language)
    sheets = groupby((one.place for one in findings), key=lambda place: place.sheet)
    cells = separator.join(f"{sheet} {separator.join(areas(places))}" for sheet, places in sheets)
    first, *others = findings
    operands = {**first.operands, "count": len(findings), "cells": cells}
    return replace(first, check=check, operands=operands, related=tuple(one.place for one in others))
