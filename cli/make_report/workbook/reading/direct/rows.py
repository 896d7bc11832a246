"""The rows of a sheet as nearly all programs write them, read without a parser.

Cells are most of a sheet, and each of their elements costs a parser a call. Read so are only rows that are what is
expected from their first sign to their last; one other sign, and the parser reads the whole part (sheet.py). What
stands around the rows is the parser's in any case.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from make_report.patterns import expression
from make_report.place import LAST_COLUMN, LAST_ROW, column_number
from make_report.remembered import Recent
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
_BATCH = 512
"""Stretches of rows that are read together."""
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


def parted(part: bytes) -> Parted:
    """Return a sheet's rows and what stands around them. NotUnderstoodError if they can only be told by a parser."""
    begin, end = part.find(_BEGIN), part.rfind(_END)
    if begin < 0 or end < begin:
        raise NotUnderstoodError
    if _ASCII in part[: part.find(_DECLARATION_END) + 1].lower() or _CDATA in part:
        raise NotUnderstoodError
    try:
        rows = part[begin + len(_BEGIN) : end].decode()
    except UnicodeDecodeError as error:
        raise NotUnderstoodError from error
    return Parted(rows, part[:begin] + _EMPTIED + part[end + len(_END) :], begin)


class Contents(NamedTuple):
    """What stands in the cells of a sheet's first rows that are not empty, and the styles of all of its cells."""

    cells: Mapping[tuple[int, int], _Content]
    styles: frozenset[str]


def cells_in(contents: Contents, rows: int, columns: int, meaning: Meaning) -> dict[tuple[int, int], Cell]:
    """Return the cells of the upper left corner by row and column.

    NotUnderstoodError where a parser has to see, or a cell has a style that is not there.
    """
    if not contents.styles <= meaning.formats.keys():
        raise NotUnderstoodError
    # Many cells are alike to the letter, and cells are values: each kind is made once.
    cells = {content: meaning.cell(*content) for content in {*contents.cells.values()}}
    return {
        place: cell
        for place, content in contents.cells.items()
        if place[1] <= columns and place[0] <= rows and (cell := cells[content])
    }


def contents_in(markup: str, rows: int) -> Contents:
    """Return what stands in the first rows.

    NotUnderstoodError if rows or cells are not in their order, or if anything else stands between them.
    """
    found: dict[tuple[int, int], _Content] = {}
    styles = set[str]()
    row = 0
    *ended, rest = markup.split(_END_OF_ROW)
    stretches = [(stretch, True) for stretch in ended]
    stretches += [(rest, False)] if rest else []
    batches = (stretches[begin : begin + _BATCH] for begin in range(0, len(stretches), _BATCH))
    for read in chain.from_iterable(map(_rows_of, batches)):
        if read.first <= row:
            raise NotUnderstoodError
        styles |= read.styles
        row = read.last
        if read.first <= rows:
            found.update(read.cells)
    return Contents(found, frozenset(styles))


_Stretch = tuple[str, bool]
"""Rows of a sheet, and whether they were taken up to the end of one that is not empty, or else of them all."""


class _Rows(NamedTuple):
    """What stands in a stretch of rows."""

    first: int
    last: int
    styles: frozenset[str]
    cells: tuple[_Placed, ...]


_known = Recent[_Stretch, _Rows](1024)
"""Rows that were read before.

Most rows of a form's table are alike in all workbooks that one program saved: labels, or nothing but zeros.
"""


def _rows_of(stretches: Sequence[_Stretch]) -> list[_Rows]:
    """Return what stands in the stretches; what entities mean is told of all new ones at once."""
    met = list(map(_known.get, stretches))
    new = {stretch: _read_rows(*stretch) for stretch, rows in zip(stretches, met, strict=True) if rows is None}
    coded = [stretch for stretch in new if "&" in stretch[0]]
    new |= zip(coded, _without_entities([new[stretch] for stretch in coded]), strict=True)
    for stretch, rows in new.items():
        if len(stretch[0]) <= _SHORT:
            _known.keep(stretch, rows)
    return [rows or new[stretch] for stretch, rows in zip(stretches, met, strict=True)]


def _read_rows(markup: str, is_ended: bool) -> _Rows:  # noqa: FBT001 - the fields of a stretch
    """Return the rows of a stretch, entities as they stand."""
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
    return _Rows(first, row, frozenset(styles), tuple(cells))


def _groups(markup: str) -> Iterable[tuple[str, ...]]:
    """Return the groups of every element; what stands between them is passed over."""
    if len(markup) <= _SHORT:
        return _TOKEN.findall(markup)
    return (token.groups("") for token in _TOKEN.finditer(markup))


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


def _without_entities(coded: Sequence[_Rows]) -> Iterator[_Rows]:
    """Yield the rows with what the texts in them mean, all told by a parser at once."""
    if not coded:
        return
    contents = (content for rows in coded for _, content in rows.cells)
    texts = [*dict.fromkeys(text for content in contents for text in content[2:] if text and "&" in text)]
    pieces: list[str] = []
    made = parser()
    made.CharacterDataHandler = pieces.append
    feed(made, f"<a>{_BETWEEN.join(texts)}</a>".encode())
    meant = "".join(pieces).split(_BETWEEN)
    if len(meant) != len(texts):
        raise NotUnderstoodError
    plain = dict(zip(texts, meant, strict=True))
    for rows in coded:
        cells = ((place, (*content[:2], *_meant(content[2:], plain))) for place, content in rows.cells)
        yield rows._replace(cells=tuple(cells))


def _meant(texts: tuple[str | None, str | None, str], plain: Mapping[str, str]) -> tuple[str | None, str | None, str]:
    value, text, formula = texts
    return value and plain.get(value, value), text and plain.get(text, text), formula and plain.get(formula, formula)
