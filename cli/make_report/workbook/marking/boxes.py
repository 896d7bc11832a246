"""The boxes in which comments are shown: shapes in a VML drawing (ISO/IEC 29500-4, 14 and 19).

Excel writes drawings that are not always well-formed XML, so they are changed as text: a box is put in before the end
or taken out, all else keeps its bytes.
"""

import re
from collections.abc import Iterator

from make_report.patterns import expression
from make_report.place import Place
from make_report.workbook.marking.sizes import Sizes, beyond
from make_report.workbook.writing.measure import line_count

_V, _O, _X = (f"urn:schemas-microsoft-com:{name}" for name in ("vml", "office:office", "office:excel"))
_SPACES = f'xmlns:v="{_V}" xmlns:o="{_O}" xmlns:x="{_X}"'
_DIGIT_PIXELS, _LINE_PIXELS, _PADDING_PIXELS, _GAP_PIXELS = 7, 17, 14, 12
_WIDTH_PIXELS = 330
_ROOM = 0.85
"""Of the box's width: programs draw it narrower than they say."""
_FIRST_NUMBER = 1024
NO_BOXES = f"""<xml {_SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>\
<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>""".encode()
"""A drawing without shapes."""
_BOX = """<v:shape {spaces} id="_x0000_s{number}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto" \
style="position:absolute;z-index:1;visibility:hidden"><v:fill color2="#ffffe1"/>\
<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>\
<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"""
_END = b"</xml>"
_SHAPE = expression(rb"<(?P<prefix>\w+:|)shape\b[^>]*>.*?</(?P=prefix)shape>", re.DOTALL)
_NUMBER = expression(rb"_x0000_s(\d+)")
_ANCHOR = expression(rb"(Anchor>\s*(?:\d+\s*,\s*){6})(\d+)(?=\s*,\s*\d+\s*</)")
"""Left column, pixels into it, top row, pixels into it, and the same for right and bottom, all from 0."""
_LAYOUT = expression(rb"<(?P<name>\w+:shape(?:type|layout))\b[^>]*>.*?</(?P=name)>", re.DOTALL)
_ELEMENT = expression(rb"<\w+:\w")


def with_box(drawing: bytes, place: Place, sizes: Sizes, text: str) -> bytes:
    """Return the drawing with a box right of the cell, large enough for its text."""
    left, top = beyond(place.column, 0, _GAP_PIXELS, sizes.width), (max(0, place.row - 2), _GAP_PIXELS // 2)
    right = beyond(*left, _WIDTH_PIXELS, sizes.width)
    bottom = beyond(*top, _text_height(text, _WIDTH_PIXELS), sizes.height)
    box = _BOX.format(
        spaces="" if b"xmlns:v=" in drawing[:1000] else _SPACES,
        number=max([_FIRST_NUMBER, *(int(number) for number in _NUMBER.findall(drawing))]) + 1,
        anchor=", ".join(str(number) for number in (*left, *top, *right, *bottom)),
        row=place.row - 1,
        column=place.column - 1,
    )
    end = drawing.rfind(_END)
    return drawing[:end] + box.encode() + drawing[end:]


def without_box(drawing: bytes, place: Place) -> bytes:
    """Return the drawing without the box of a cell's comment."""
    for start, end in _boxes(drawing, place):
        return drawing[:start] + drawing[end:]
    return drawing


def rows_lacking(drawing: bytes, place: Place, sizes: Sizes, text: str) -> int:
    """Return how many rows the box of a cell's comment must grow by to show so much more text."""
    for start, end in _boxes(drawing, place):
        if match := _ANCHOR.search(drawing, start, end):
            first, _, _, _, last, *_ = (int(number) for number in re.findall(rb"\d+", match[1] + match[2]))
            width = sum(sizes.width(column) for column in range(first + 1, last + 1)) or _WIDTH_PIXELS
            bottom = int(match[2])
            return beyond(bottom, 0, _text_height(text, width), sizes.height)[0] + 1 - bottom
    return 0


def with_grown_box(drawing: bytes, place: Place, rows: int) -> bytes:
    """Return the drawing with the box of a cell's comment made larger by some rows, or smaller."""
    for start, end in _boxes(drawing, place):
        box = _ANCHOR.sub(lambda match: match[1] + b"%d" % max(0, int(match[2]) + rows), drawing[start:end])
        return drawing[:start] + box + drawing[end:]
    return drawing


def has_shapes(drawing: bytes) -> bool:
    """Return whether the drawing holds any shape: boxes of comments, buttons, pictures in headers."""
    return bool(_ELEMENT.search(_LAYOUT.sub(b"", drawing)))


def _boxes(drawing: bytes, place: Place) -> Iterator[tuple[int, int]]:
    row, column = (
        re.compile(rb"%s>\s*%d\s*</" % (name, number - 1))
        for name, number in ((b"Row", place.row), (b"Column", place.column))
    )
    for match in _SHAPE.finditer(drawing):
        if b'"Note"' in match[0] and row.search(match[0]) and column.search(match[0]):
            yield match.span()


def _text_height(text: str, width: int) -> int:
    return line_count(text, width * _ROOM / _DIGIT_PIXELS) * _LINE_PIXELS + _PADDING_PIXELS
