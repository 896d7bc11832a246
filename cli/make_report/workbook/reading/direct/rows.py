"""The rows of a sheet as nearly all programs write them, read without a parser.

Cells are most of a sheet, and each of their elements costs a parser a call. Read so are only rows that are what is
expected from their first sign to their last; one other sign, and the parser reads the whole part (sheet.py). What
stands around the rows is the parser's in any case.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from make_report.patterns import expression
from make_report.place import LAST_COLUMN, LAST_ROW, column_number
from make_report.workbook.reading.cell import Cell
from make_report.workbook.reading.direct.content import Meaning
from make_report.workbook.reading.direct.markup import NotUnderstoodError, feed, parser

_BEGIN, _END, _EMPTIED = b"<sheetData>", b"</sheetData>", b"<sheetData/>"
_TOKEN = expression(
    r'(<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]{1,5})")?(?: t="([A-Za-z]{1,9})")?'
    r'(?:/>|>(?:<f(?: aca="(?:false|0)")?>([^<]+)</f>)?'
    r'(?:(<v>)([^<]*)</v>|(<is>)<t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)'
    r'|<row r="([1-9][0-9]{0,6})"([^<>]*)>)'
)
_END_OF_ROW = "</row>"
_SHORT = 2048
"""Signs of a stretch of rows that is worth remembering."""
_ROW_ATTRIBUTE = expression(r'\s+([\w:]+)="[^"<&]*"', re.ASCII)
_ROW_ATTRIBUTES = frozenset(
    (
        "spans",
        "s",
        "customFormat",
        "ht",
        "hidden",
        "customHeight",
        "outlineLevel",
        "collapsed",
        "thickTop",
        "thickBot",
        "ph",
    )
)
"""ISO/IEC 29500-1, 18.3.1.73; one in a namespace is the parser's."""
_ASCII, _DECLARATION_END = b"ascii", b"?>"
_SPACES = " \t\n"
_CDATA = b"<!["
_BETWEEN = "\ufdd0"
"""Stands between texts; a row that holds it is the parser's."""
_FOR_THE_PARSER = expression(rf"[\x00-\x08\x0b-\x1f\ufffe\uffff{_BETWEEN}]|\]\]>")
"""What XML forbids, and the carriage return, which a parser turns into a line feed."""
_Content = tuple[str, str, str | None, str | None, str]
"""Style, type, value, text and formula of a cell."""
_Placed = tuple[tuple[int, int], _Content]
"""A cell with its row and column."""


class Parted(NamedTuple):
    """The rows of a sheet, and the part without them. Whether they are the sheet's only a parser can tell."""

    rows: str
    around: bytes
    place: int
    """Where in `around` the rows were taken out, in bytes."""


def parted(part: bytes) -> Parted | None:
    """Return a sheet's rows and what stands around them; None if they can only be told by a parser."""
    begin, end = part.find(_BEGIN), part.rfind(_END)
    if begin < 0 or end < begin:
        return None
    if _ASCII in part[: part.find(_DECLARATION_END) + 1].lower() or _CDATA in part:
        return None
    try:
        rows = part[begin + len(_BEGIN) : end].decode()
    except UnicodeDecodeError:
        return None
    return Parted(rows, part[:begin] + _EMPTIED + part[end + len(_END) :], begin)


def cells_in(markup: str, rows: int, columns: int, meaning: Meaning) -> dict[tuple[int, int], Cell]:
    """Return the cells of the upper left corner by row and column. NotUnderstoodError where a parser has to see."""
    told = _contents(markup, rows, meaning)
    # Many cells are alike to the letter, and cells are values: each kind is made once.
    cells = {content: meaning.cell(*content) for content in {*told.values()}}
    return {
        place: cell
        for place, content in told.items()
        if place[1] <= columns and place[0] <= rows and (cell := cells[content])
    }


def _contents(markup: str, rows: int, meaning: Meaning) -> dict[tuple[int, int], _Content]:
    """Return what stands in the cells of the first rows that are not empty.

    NotUnderstoodError if rows or cells are not in their order, or have a style that is not there, or if anything else
    stands between them.
    """
    found: dict[tuple[int, int], _Content] = {}
    styles = meaning.formats.keys()
    row = 0
    *ended, rest = markup.split(_END_OF_ROW)
    for stretch, is_ended in (*((stretch, True) for stretch in ended), *([(rest, False)] if rest else ())):
        read = (_known_rows if len(stretch) <= _SHORT else _read_rows)(stretch, is_ended)
        if read.first <= row or not read.styles <= styles:
            raise NotUnderstoodError
        row = read.last
        if read.first <= rows:
            found.update(read.cells)
    return found


class _Rows(NamedTuple):
    """What stands in a stretch of rows that ends with a row that is not empty, or with the sheet."""

    first: int
    last: int
    styles: frozenset[str]
    cells: tuple[_Placed, ...]


def _read_rows(markup: str, is_ended: bool) -> _Rows:  # noqa: FBT001 - what is remembered
    """Return the rows of a stretch; `is_ended` says that the end of a row follows."""
    if _FOR_THE_PARSER.search(markup):
        raise NotUnderstoodError
    first, row, row_digits, column, seen = 0, 0, "", 0, 0
    cells: list[_Placed] = []
    styles = set[str]()
    for whole, letters, digits, style, kind, formula, v, value, i, text, next_digits, attributes in _groups(markup):
        seen += len(whole)
        if letters:
            place = column_number(letters)
            if digits != row_digits or not column < place <= LAST_COLUMN:
                raise NotUnderstoodError
            column = place
            styles.add(style or "0")
            if formula or v or i:
                held = value if v else None, text if i else None, f"={formula}" if formula else ""
                cells.append(((row, column), (style or "0", kind or "n", *held)))
        else:
            row = _next_row(row, row_digits, next_digits, attributes)
            first = first or row
            row_digits, column = "" if attributes.endswith("/") else next_digits, 0
    if seen < len(markup) or bool(row_digits) is not is_ended:
        raise NotUnderstoodError
    return _Rows(first, row, frozenset(styles), tuple(_without_entities(cells) if "&" in markup else cells))


def _groups(markup: str) -> Iterable[tuple[str, ...]]:
    """Return the groups of every element; what stands between them is passed over."""
    if len(markup) <= _SHORT:
        return _TOKEN.findall(markup)
    return (token.groups("") for token in _TOKEN.finditer(markup))


_known_rows = lru_cache(maxsize=1024)(_read_rows)
"""Most rows of a form's table are alike in all workbooks that one program saved: labels, or nothing but zeros."""


def _next_row(row: int, still_open: str, digits: str, attributes: str) -> int:
    number = int(digits)
    if still_open or not row < number <= LAST_ROW or not _is_known(attributes.removesuffix("/")):
        raise NotUnderstoodError
    return number


@lru_cache(maxsize=256)
def _is_known(attributes: str) -> bool:
    """Return whether a row has nothing but attributes that rows have, each once."""
    names = _ROW_ATTRIBUTE.findall(attributes)
    return (
        not _ROW_ATTRIBUTE.sub("", attributes).strip(_SPACES)
        and len({*names}) == len(names)
        and {*names} <= _ROW_ATTRIBUTES
    )


def _without_entities(cells: Iterable[_Placed]) -> Iterator[_Placed]:
    """Yield the cells with what their texts mean, all told by a parser at once."""
    placed = [*cells]
    texts = [*dict.fromkeys(text for _, content in placed for text in content[2:] if text and "&" in text)]
    pieces: list[str] = []
    made = parser()
    made.CharacterDataHandler = pieces.append
    feed(made, f"<a>{_BETWEEN.join(texts)}</a>".encode())
    meant = "".join(pieces).split(_BETWEEN)
    if len(meant) != len(texts):
        raise NotUnderstoodError
    plain = dict(zip(texts, meant, strict=True))
    for place, (style, kind, *held) in placed:
        value, text, formula = (plain.get(one, one) if one else one for one in held)
        yield place, (style, kind, value, text, formula or "")
