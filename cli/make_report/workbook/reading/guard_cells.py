"""The cells of a sheet before openpyxl sees them: no program writes what is refused here.

openpyxl passes over one of two cells in silence, and reads 1_0 and the digits of other scripts as numbers.
"""

from make_report.patterns import expression
from make_report.place import LAST_COLUMN, LAST_ROW, column_number

_ROW_OR_CELL = expression(
    rb"<(?:[^\s<>/:]+:)?(?:(row)(?=[\s/>])(?:\s(?:[^<>]*?\s)?r\s*=\s*[\"']([0-9]{1,9})[\"'])?"
    rb"|c(?=[\s/>])(?:\s(?:[^<>]*?\s)?r\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"'])?)"
)
"""Where a row begins, with its number if it says one, or a cell, with its address if it says one."""
_ODD = expression(
    rb"<(?:[^\s<>/:]+:)?(?:row|c)\s(?:[^<>]*?\s)?r\s*=\s*[\"'][^\"'<>]*&"
    rb"|<(?:[^\s<>/:]+:)?v(?:\s[^<>]*)?(?<!/)>[^<]*<(?!/|!\[CDATA\[)"
    rb"|</(?:[^\s<>/:]+:)?v\s*>\s*<(?:[^\s<>/:]+:)?v[\s/>]"
)
"""An address that is written in codes, a value with markup inside, a second value beside the first."""
_NUMBER_CELL = expression(
    rb"<(?:[^\s<>/:]+:)?c(?:\s(?![^<>]*\st\s*=\s*[\"'](?!n[\"']))[^<>]*)?>\s*"
    rb"(?:<(?:[^\s<>/:]+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:[^\s<>/:]+:)?f>)\s*)?<(?:[^\s<>/:]+:)?v(?:\s[^<>]*)?>([^<]*)<"
)
"""The figure in a cell that holds no text, date, logical value or error, behind its formula if it has one."""
_NUMBER = expression(rb"\s*[+-]?(?:[0-9]{1,400}\.?[0-9]{0,400}|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,5})?\s*")


def are_sound(part: bytes) -> bool:
    """Return whether a sheet's rows are in order, no cell stands twice, and no figure is one for Python only."""
    return (
        _are_in_order(part)
        and not _ODD.search(part)
        and all(not cell[1] or _NUMBER.fullmatch(cell[1]) for cell in _NUMBER_CELL.finditer(part))
    )


def _are_in_order(part: bytes) -> bool:
    """Whether rows follow each other, each cell is in the row that it says, and none stands twice.

    What does not say where it stands follows what stands before it (ISO/IEC 29500-1, 18.3.1.73 and 18.3.1.4).
    """
    row = column = 0
    columns: set[int] = set()
    for found in _ROW_OR_CELL.finditer(part):
        is_row, number, letters, of_row = found.groups()
        if is_row:
            last, row, column = row, int(number) if number else row + 1, 0
            columns.clear()
            if not last < row <= LAST_ROW:
                return False
            continue
        column = column_number(letters.decode()) if letters else column + 1
        if column in columns or column > LAST_COLUMN or (of_row and int(of_row) != row):
            return False
        columns.add(column)
    return True
