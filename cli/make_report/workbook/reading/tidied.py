"""Texts that the reader tidied: told once for the whole workbook, since nothing need be done about them."""

from collections.abc import Iterable
from itertools import groupby

from make_report import catalogue
from make_report.finding import Finding
from make_report.language import translate
from make_report.place import areas
from make_report.record import replace


def told_once(findings: Iterable[Finding], language: str) -> tuple[Finding, ...]:
    """Return the findings; those that tell of tidied text as one, which names all their cells."""
    findings = tuple(findings)
    tidied = sorted((one for one in findings if one.check is catalogue.T09_SPACE), key=lambda one: one.place)
    if len(tidied) <= 1:
        return findings
    separator = translate(catalogue.SEPARATOR, language)
    sheets = groupby((one.place for one in tidied), key=lambda place: place.sheet)
    cells = separator.join(f"{sheet} {separator.join(areas(places))}" for sheet, places in sheets)
    first, *others = tidied
    operands = {**first.operands, "count": len(tidied), "cells": cells}
    related = tuple(one.place for one in others)
    whole = replace(first, check=catalogue.T09_SPACES, operands=operands, related=related)
    return (*(one for one in findings if one.check is not catalogue.T09_SPACE), whole)
