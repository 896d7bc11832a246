"""How much room text takes: widths in Excel's unit (one digit of the standard font), heights in points.

Excel, WPS and LibreOffice fit the height of a row to wrapped text by themselves, except where cells are merged
or the height is set. Those rows are measured here.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from math import ceil

from make_report.record import Record
from make_report.workbook.writing.style import BODY_SIZE, Look

_WIDE = {"W", "F", "A"}
_LINE_PITCH = 1.45
"""Line height in font sizes: enough for the fonts that stand in for Song."""
_PADDING = 6.0
_CELL_MARGIN, _INDENT = 1.0, 1.2
"""Width that the cell's own margins take, and each step of indentation."""
_HALF_CHARACTERS_PER_DIGIT = 1.06
"""At 11 points a digit counts as 8 pixels, half a character as 7.3; other fonts have wider digits still."""
MOST_HEIGHT = 409.0
"""The greatest height of a row in Excel."""


def text_width(text: str) -> int:
    """Return the width of a line of text in half characters: a Chinese one takes two, a Latin letter one."""
    return sum(2 if unicodedata.east_asian_width(character) in _WIDE else 1 for character in text)


def line_count(text: str, width: float) -> int:
    """Return how many lines the text takes in a cell `width` digits wide; an empty text takes one."""
    # Half a Chinese character at the end of a line is lost.
    room = max(2, int((width - _CELL_MARGIN) * _HALF_CHARACTERS_PER_DIGIT) // 2 * 2)
    return sum(max(1, ceil(text_width(line) / room)) for line in text.split("\n"))


class Box(Record):
    """A text in a cell that covers some rows and is `width` digits of the standard font wide."""

    row: int
    text: str
    width: float
    look: Look
    row_span: int = 1

    @property
    def height(self) -> float:
        """The height that the text needs, in points."""
        width = (self.width - _INDENT * self.look.indent) * BODY_SIZE / self.look.size
        lines = line_count(self.text, width)
        return lines * self.look.size * _LINE_PITCH + _PADDING


def row_heights(boxes: Iterable[Box], least: float) -> Mapping[int, float]:
    """Return the height of each row that the boxes touch, so that every text shows whole.

    A box over several rows makes its last row taller if the rows together are too low for it.
    """
    heights: dict[int, float] = {}
    for box in sorted(boxes, key=lambda box: (box.row_span, box.row)):
        rows = range(box.row, box.row + box.row_span)
        for row in rows:
            heights.setdefault(row, least)
        lacking = box.height - sum(heights[row] for row in rows)
        heights[rows[-1]] = min(MOST_HEIGHT, round(heights[rows[-1]] + max(0.0, lacking), 1))
    return heights
