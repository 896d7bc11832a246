"""Whether figures stand in one line of their cells, told from a part's text: others are set smaller (fit.py)."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from make_report.document.escape import MARK
from make_report.document.measure import figure_width, is_figure, room_in
from make_report.patterns import expression

TEXT = expression(r"<w:t(?: [^>]*)?>([^<]*)")
_WIDTH = expression(r'<w:tcW w:w="(\d+)" w:type="dxa"/>')
_STYLE = expression(r'<w:pStyle w:val="([^"]*)"/>')
_STYLE_BLOCK = expression(r'<w:style [^>]*w:styleId="([^"]*)"[^>]*>(.*?)</w:style>', re.DOTALL)
_IN_TABLES = expression(r"<w:tblStylePr .*?</w:tblStylePr>", re.DOTALL)
_SIZE = expression(r'<w:sz w:val="(\d+)"/>')
_BASE = expression(r'<w:basedOn w:val="([^"]*)"/>')
_PLENTY = 99.0
"""Characters that no figure has."""
HERE_MORE = "<!>"
"""Stands for a loop or a choice where only the text of a part is looked at."""


def texts_in(text: str) -> list[str]:
    """Return all that is printed of a stretch of a part, coded."""
    return TEXT.findall(text)


def figures_fit(text: str, styles: bytes) -> bool:
    """Whether it is certain that each figure stands in one line of its cell."""
    return all(_fits(cell, styles) for cell in _cells(text))


def _cells(text: str) -> Iterator[str]:
    """Yield each cell, those that are alike to the letter, and followed by the same, once."""
    for begun in {*text.split("<w:tc>")[1:]}:
        cell, end, _ = begun.partition("</w:tc>")
        # Without an end a table stands in it.
        yield cell if end else "<w:sz "


@lru_cache(maxsize=1024)
def _fits(cell: str, styles: bytes) -> bool:
    """Whether the figure of a cell fits. Tables are full of cells that are alike to the letter, most of them 0."""
    if "<w:sz " in cell:
        return False
    if cell.count("</w:p>") > 1:
        return not any(map(is_figure, texts_in(cell)))
    figure = "".join(texts_in(cell))
    return not is_figure(figure) or figure_width(figure) <= _room(cell, styles)


def _room(cell: str, styles: bytes) -> float:
    """Return how many characters of its size stand in one line of a cell with one paragraph, 0 if that is not told."""
    width, style = _WIDTH.search(cell), _STYLE.search(cell)
    if width is None:
        return 0 if "<w:tcW" in cell else math.inf
    size = _sizes(styles).get(style[1] if style else "Normal")
    return room_in(int(width[1])) / (size * 10) if size else 0


def rooms_for_values(text: str, styles: bytes) -> list[float] | None:
    """Return the room for each value of a part, which is a MARK in its text: that in its cell, or else plenty of it.

    0 for one beside which something else stands in the cell; None if a figure of the template's own does not fit, or a
    cell is not told by its text alone.
    """
    before, *begun = text.split("<w:tc>")
    rooms = [_PLENTY] * before.count(MARK)
    for cell, end, after in (one.partition("</w:tc>") for one in begun):
        texts = texts_in(cell)
        if not end or HERE_MORE in cell or not (MARK in cell or _fits(cell, styles)):
            return None
        is_alone = texts.count(MARK) == 1 and "".join(texts) == MARK and cell.count("</w:p>") == 1
        is_told = is_alone and "<w:sz " not in cell
        rooms += [min(_room(cell, styles), _PLENTY)] if is_told else [0] * cell.count(MARK)
        rooms += [_PLENTY] * after.count(MARK)
    return rooms


@lru_cache(maxsize=4)
def _sizes(styles: bytes) -> dict[str, int]:
    """Return the type size of each style by its id, in half-points; one without a size has that of its base."""
    markup = styles.decode()
    blocks = {name: _IN_TABLES.sub("", block) for name, block in _STYLE_BLOCK.findall(markup)}
    standard = _SIZE.search(markup.partition("</w:docDefaults>")[0])
    sizes: dict[str, int] = {}
    for name in blocks:
        seen: set[str] = set()
        base, size = name, None
        while base in blocks and base not in seen and size is None:
            seen.add(base)
            size = _SIZE.search(blocks[base])
            named = _BASE.search(blocks[base])
            base = named[1] if named else ""
        if found := size or standard:
            sizes[name] = int(found[1])
    return sizes
