"""Texts typed where nothing is read from, beside a table or under its notes: they would be lost in silence."""

from collections.abc import Iterator

from make_report import catalogue
from make_report.finding import Finding
from make_report.form.layout import TableSheet
from make_report.language import translate
from make_report.place import Place, areas
from make_report.workbook.reading.cell import Cells
from make_report.workbook.reading.text import excerpt

_SHORTEST = 6
"""Letters of a text that says something; shorter ones are the office's own jottings, such as who filled it in."""


def stray_texts(sheet: TableSheet, name: str, cells: Cells, language: str) -> Iterator[Finding]:
    """Yield one finding for a table's sheet on which texts stand that will not be printed."""
    texts = {
        Place(sheet.order, row, column, name): cell.text
        for (row, column), cell in sorted(cells.items())
        if (row > sheet.notes_row or column > sheet.help_column) and not cell.formula and _says_something(cell.text)
    }
    if texts:
        first = min(texts)
        separator = translate(catalogue.SEPARATOR, language)
        operands = {"cells": separator.join(areas(texts)), "words": excerpt(texts[first])}
        yield Finding(catalogue.F16_STRAY, first, operands, related=tuple(texts)[1:])


def _says_something(text: str) -> bool:
    return sum(character.isalpha() for character in text) >= _SHORTEST
