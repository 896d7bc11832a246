"""The annotated workbook: a copy with a comment and a fill at each finding's place, and a list of all findings.

The parts of the file are changed as XML, where marks belong and nowhere else. openpyxl reads workbooks here but does
not write this one: loading and saving, it would lose what it does not know (validations and formats in extensions,
pictures, pivot tables, threaded comments, fonts within a cell's text), and the copy is the staff's own workbook.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from lxml import etree

from make_report.archive import UnreadableArchiveError, read_parts
from make_report.errors import FileError
from make_report.finding import Finding
from make_report.language import marked, translate, user_language
from make_report.place import Place
from make_report.record import Record
from make_report.workbook.marking.comments import Comments
from make_report.workbook.marking.fills import add_fills, fill_style, remove_fills
from make_report.workbook.marking.levels import Level, level_of
from make_report.workbook.marking.markup import parsed
from make_report.workbook.marking.note import NO_HINTS, Hints, note_pieces
from make_report.workbook.marking.overview import SHEET_NAME, Overview
from make_report.workbook.marking.package import Package
from make_report.workbook.marking.sheets import Sheets
from make_report.workbook.marking.styles import Styles, used_conditional, used_looks
from make_report.workbook.reading.merged import merged_ranges

_NO_COMMENT = marked("{place} bears a conversation, beside which there is no room for a comment: see the list instead.")
_SIGNATURE = marked("The workbook is digitally signed; the signature does not hold for the marked copy.")
_NOT_MARKED = marked(
    "No marked copy was written: a part of the workbook is damaged. Please save it anew in WPS or Excel and run this "
    "again."
)
_BROKEN = (UnreadableArchiveError, etree.XMLSyntaxError, ValueError)
_SIGNATURES = "_xmlsignatures/"


class Marked(Record):
    """The copy, and in sentences in the form's language what could not be carried into it; usually nothing."""

    content: bytes
    lost: tuple[str, ...] = ()


def marked_workbook(
    content: bytes, findings: Sequence[Finding], language: str, repairs: Sequence[str] = (), hints: Hints = NO_HINTS
) -> Marked:
    """Return a copy of a workbook with the findings marked in it; without findings, a copy without marks.

    Marks of an earlier run are taken away first; all else stays as it is. `content` is what `open_workbook` accepted,
    the findings are in order; each of the repairs is what is said of one mistake, in lines, and hints say the likeliest
    beside a finding. Same input, same bytes.
    FileError, in the user's language, if a part is broken that is not needed to read the workbook.
    """
    try:
        return _marked(content, findings, language, repairs, hints)
    except _BROKEN as error:
        raise FileError(translate(_NOT_MARKED, user_language())) from error


def _marked(content: bytes, findings: Sequence[Finding], language: str, repairs: Sequence[str], hints: Hints) -> Marked:
    package = Package(content)
    sheets = Sheets(package)
    free = _unmark(package, sheets)
    lost: list[str] = []
    if any(name.startswith(_SIGNATURES) for name in package.names()):
        lost.append(translate(_SIGNATURE, language))
    if findings:
        at_cells = [one for one in findings if one.place.row and one.place.sheet in sheets.parts]
        fills = _fills(Styles(package.tree(sheets.styles_part())), at_cells, free)
        lost += _mark(package, sheets, at_cells, fills, (language, hints))
        styles = Styles(package.tree(sheets.styles_part()))
        overview = Overview(findings, repairs, tuple(sheets.parts), language)
        sheets.add_list(translate(SHEET_NAME, language), overview.sheet(styles), overview.title_row)
    return Marked(package.content(), tuple(lost))


def unmarked_workbook(content: bytes) -> bytes:
    """Return a workbook without the marks that an earlier run put in."""
    package = Package(content)
    _unmark(package, Sheets(package))
    return package.content()


def same_but_for_marks(one: bytes, other: bytes) -> bool:
    """Return whether nothing but marks is lost if one of two files replaces the other."""
    try:
        first, second = read_parts(unmarked_workbook(one)), read_parts(unmarked_workbook(other))
    except (*_BROKEN, KeyError):
        return False
    return first.keys() == second.keys() and all(_spelled(first[name]) == _spelled(second[name]) for name in first)


def _spelled(part: bytes) -> bytes:
    """Return what is the same for parts that say the same."""
    try:
        return etree.tostring(parsed(part), method="c14n")
    except etree.XMLSyntaxError:
        return part


def _fills(styles: Styles, at_cells: Sequence[Finding], free: AbstractSet[int]) -> dict[Level, int]:
    """Return the number of the fill for each level that is found; the free numbers are taken first."""
    fills: dict[Level, int] = {}
    for level in sorted({*map(level_of, at_cells)}):
        fills[level] = styles.add_conditional(fill_style(level.colour), free - {*fills.values()})
    return fills


def _mark(
    package: Package,
    sheets: Sheets,
    at_cells: Sequence[Finding],
    fills: Mapping[Level, int],
    said: tuple[str, Hints],
) -> list[str]:
    """Mark the cells; return what could not be done. `said` is the language and what is said beside findings."""
    parts, lost, (language, hints) = sheets.parts, list[str](), said
    for name, group in groupby(at_cells, key=lambda finding: finding.place.sheet):
        cells = _by_cell(group)
        comments = Comments(package, parts[name])
        talked = comments.conversations()
        for place, at_cell in cells.items():
            if place.cell in talked:
                lost.append(translate(_NO_COMMENT, language).format(place=place))
            else:
                comments.add(place, note_pieces(at_cell, language, hints))
        worst = {place: min(map(level_of, at_cell)) for place, at_cell in cells.items()}
        places = {fill: [place for place in worst if worst[place] is level] for level, fill in fills.items()}
        merged = merged_ranges(package.raw(parts[name]))
        add_fills(package.tree(parts[name]), {fill: cells for fill, cells in places.items() if cells}, merged)
    return lost


def _by_cell(findings: Iterable[Finding]) -> dict[Place, tuple[Finding, ...]]:
    return {place: tuple(group) for place, group in groupby(findings, key=lambda finding: finding.place)}


def _unmark(package: Package, sheets: Sheets) -> set[int]:
    """Take all marks away that are found, whatever was done to the workbook since they were put in.

    Return the numbers of fills that are left over, because other styles follow them.
    """
    fills, free = set[int](), set[int]()
    for part in sheets.parts.values():
        Comments(package, part).clear()
        fills |= remove_fills(package.tree(part))
    parts, listed = sheets.parts, sheets.list_sheet
    looks = used_looks(package.raw(parts[listed])) if listed else set[int]()
    sheets.drop_list()
    if fills or looks:
        styles = Styles(package.tree(sheets.styles_part()))
        left = [package.raw(name) for name in package.names() if name.endswith(".xml")]
        free = styles.forget_conditional(fills, {number for part in left for number in used_conditional(part)})
        left = [package.raw(part) for part in sheets.parts.values()]
        styles.forget_looks(looks, {number for part in left for number in used_looks(part)})
    return free
