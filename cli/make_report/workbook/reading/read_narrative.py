"""A narrative's sheet: one paragraph a cell, from the first row for paragraphs down."""

from collections.abc import Iterator

from make_report import catalogue
from make_report.filing import Paragraph
from make_report.finding import Finding
from make_report.form.field import Field
from make_report.place import Place, column_letters
from make_report.record import replace
from make_report.workbook.reading.cell import EMPTY_CELL, Cells
from make_report.workbook.reading.slot import Outcome, Slot
from make_report.workbook.reading.text import excerpt, lines_of

LAST_ROW = 5_000
"""Rows below it are not read."""
MOST_CHARACTERS = 200_000


def read_narrative(field: Field, place: Place, headings: tuple[str, ...], cells: Cells) -> Outcome:
    """Return the paragraphs in the cells of a narrative, without declared headings that have nothing under them."""
    paragraphs: list[Paragraph] = []
    findings: list[Finding] = []
    room = MOST_CHARACTERS
    for row in sorted(row for row, column in cells if column == place.column):
        slot = Slot(field, replace(place, row=row), cells[row, place.column])
        texts, notes = _lines(slot)
        room -= sum(map(len, texts))
        if room < 0:
            findings.append(slot.finding(catalogue.F04_TOO_LONG, limit=MOST_CHARACTERS))
            break
        paragraphs += (Paragraph(text, slot.place) for text in texts)
        findings += notes
    whole = Slot(field, place, cells.get((place.row, place.column), EMPTY_CELL))
    if content := tuple(_with_content(paragraphs, headings)):
        return whole.read(content, *findings)
    if beside := _beside(whole, cells):
        return whole.unread(*findings, beside)
    return replace(whole.blank(), findings=tuple(findings))


def _lines(slot: Slot) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Return the paragraphs in a cell, and what there is to say about it."""
    if trouble := slot.text_trouble():
        return (), (trouble,)
    lines = lines_of(slot.text)
    if not lines.texts:
        return (), ()
    if not slot.cell.text:
        return lines.texts, (slot.finding(catalogue.U03_NO_TEXT), *slot.disguise())
    if lines.tidied or len(lines.texts) > 1:
        return lines.texts, (slot.finding(catalogue.T09_SPACE, what=excerpt(lines.texts[0])), *slot.disguise())
    return lines.texts, slot.disguise()


def _beside(whole: Slot, cells: Cells) -> Finding | None:
    """Return what to say of text that stands in the wrong column, None if there is none."""
    column = whole.place.column
    texts = sorted(cell for cell, content in cells.items() if cell[1] > column and lines_of(content.text).texts)
    if not texts:
        return None
    first = replace(whole.place, row=texts[0][0], column=texts[0][1])
    check, letters = catalogue.F04_BESIDE, column_letters(column)
    return Finding(check, first, {"column": letters, "cells": first.cell}, whole.field.label)


def _with_content(paragraphs: list[Paragraph], headings: tuple[str, ...]) -> Iterator[Paragraph]:
    """Yield the paragraphs but for headings exactly as declared that another heading or the end follows."""
    following = [paragraph.text for paragraph in paragraphs[1:]]
    for paragraph, after in zip(paragraphs, [*following, ""], strict=False):
        stands_alone = not after or after.startswith(headings)
        if not (paragraph.text in headings and stands_alone):
            yield paragraph
