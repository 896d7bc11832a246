"""The rows of a sheet as nearly all programs write them, read without a parser.

Cells are most of a sheet, and each of their elements costs a parser a call. Read so are only rows that are what is
expected from their first sign to their last; one other sign, and the parser reads the whole part (sheet.py). What
stands around the rows is the parser's in any case.
"""

import re
from collections.abc import Collection, Iterator, Mapping
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
    r'|<row r="([1-9][0-9]{0,6})"([^<>]*)>'
    r"|</row>)"
)
_END_OF_ROW = "</row>"
_CHUNK = 64 * 1024
"""Signs of a sheet that are taken apart at once."""
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
_NO_PLAIN_TEXT = bytes({*range(32)} - {9, 10})
"""Bytes that XML forbids, and the carriage return, which a parser turns into a line feed."""
_ASCII, _DECLARATION_END = b"ascii", b"?>"
_SPACES = " \t\n"
_CDATA = b"<!["
_FOR_THE_PARSER = ("]]>", "\ufffe", "\uffff", "\ufdd0")
_BETWEEN = "\ufdd0"
"""Stands between texts; a sheet that holds it is the parser's."""
_Content = tuple[str, str, str | None, str | None, str | None]
"""Style, type, formula, value and text of a cell, as they stand in the markup."""


class Parted(NamedTuple):
    """The rows of a sheet, and the part without them. Whether they are the sheet's only a parser can tell."""

    rows: str
    around: bytes
    place: int
    """Where in `around` the rows were taken out, in bytes."""


def parted(part: bytes) -> Parted | None:
    """Return a sheet's rows and what stands around them; None if they can only be told by a parser."""
    begin, end = part.find(_BEGIN), part.rfind(_END)
    if begin < 0 or end < begin or len(part.translate(None, _NO_PLAIN_TEXT)) < len(part):
        return None
    if _ASCII in part[: part.find(_DECLARATION_END) + 1].lower() or _CDATA in part:
        return None
    try:
        rows = part[begin + len(_BEGIN) : end].decode()
    except UnicodeDecodeError:
        return None
    if any(sign in rows for sign in _FOR_THE_PARSER):
        return None
    return Parted(rows, part[:begin] + _EMPTIED + part[end + len(_END) :], begin)


def cells_in(markup: str, rows: int, columns: int, meaning: Meaning) -> dict[tuple[int, int], Cell]:
    """Return the cells of the upper left corner by row and column. NotUnderstoodError where a parser has to see."""
    told = _contents(markup, rows, meaning)
    kinds = {*told.values()}
    plain = _without_entities(sorted({text for content in kinds for text in content[2:] if text and "&" in text}))
    # Many cells are alike to the letter, and cells are values: each kind is made once.
    cells = {content: _cell(content, plain, meaning) for content in kinds}
    return {
        place: cell
        for place, content in told.items()
        if place[1] <= columns and place[0] <= rows and (cell := cells[content])
    }


def _cell(content: _Content, plain: Mapping[str, str], meaning: Meaning) -> Cell | None:
    style, kind, *texts = content
    formula, value, text = (plain.get(part, part) if part else part for part in texts) if plain else texts
    return meaning.cell(style, kind, value, text, "" if formula is None else f"={formula}")


def _tokens(markup: str) -> Iterator[tuple[str, ...]]:
    """Yield the groups of every element; what stands between them is passed over."""
    begin = 0
    while begin < len(markup):
        cut = markup.find(_END_OF_ROW, begin + _CHUNK)
        end = cut + len(_END_OF_ROW) if cut >= 0 else len(markup)
        yield from _TOKEN.findall(markup, begin, end)
        begin = end


def _contents(markup: str, rows: int, meaning: Meaning) -> dict[tuple[int, int], _Content]:
    """Return what stands in the cells of the first rows that are not empty, and beyond them in those with entities.

    NotUnderstoodError if rows or cells are not in their order, or have a style that is not there, or if anything else
    stands between them.
    """
    found: dict[tuple[int, int], _Content] = {}
    row, row_digits, column, seen = 0, "", 0, 0
    formats = meaning.formats
    for whole, letters, digits, style, kind, formula, v, value, i, text, next_digits, attributes in _tokens(markup):
        seen += len(whole)
        if letters:
            place = column_number(letters)
            if digits != row_digits or not column < place <= LAST_COLUMN or (style or "0") not in formats:
                raise NotUnderstoodError
            column = place
            if (formula or v or i) and (row <= rows or "&" in whole):
                held = formula or None, value if v else None, text if i else None
                found[row, column] = (style or "0", kind or "n", *held)
        elif next_digits:
            row = _next_row(row, row_digits, next_digits, attributes)
            row_digits, column = "" if attributes.endswith("/") else next_digits, 0
        else:
            _end_row(row_digits)
            row_digits = ""
    if seen < len(markup) or row_digits:
        raise NotUnderstoodError
    return found


def _end_row(still_open: str) -> None:
    if not still_open:
        raise NotUnderstoodError


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


def _without_entities(texts: Collection[str]) -> dict[str, str]:
    """Return what texts with entities mean, all told by a parser at once."""
    if not texts:
        return {}
    pieces: list[str] = []
    made = parser()
    made.CharacterDataHandler = pieces.append
    feed(made, f"<a>{_BETWEEN.join(texts)}</a>".encode())
    plain = "".join(pieces).split(_BETWEEN)
    if len(plain) != len(texts):
        raise NotUnderstoodError
    return dict(zip(texts, plain, strict=True))
