"""The cells of a sheet before openpyxl sees them: no program writes what is refused here.

openpyxl passes over one of two cells in silence, and reads 1_0 and the digits of other scripts as numbers.
"""

from make_report.patterns import expression

_LAST_ROW = 1_048_576
_ROW_NUMBER = expression(rb"<(?:\w+:)?row\s(?:[^<>]*?\s)?r\s*=\s*[\"']([0-9]{1,9})[\"']")
_CELL_ADDRESS = expression(rb"<(?:\w+:)?c\s(?:[^<>]*?\s)?r\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"']")
_NUMBER_CELL = expression(
    rb"<(?:\w+:)?c(?:\s(?![^<>]*\st\s*=\s*[\"'](?!n[\"']))[^<>]*)?>\s*"
    rb"(?:<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*)?<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)<"
)
"""The figure in a cell that holds no text, date, logical value or error, behind its formula if it has one."""
_NUMBER = expression(rb"\s*[+-]?(?:[0-9]{1,400}\.?[0-9]{0,400}|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,5})?\s*")


def are_sound(part: bytes) -> bool:
    """Return whether a sheet's rows are in order, no cell stands twice, and no figure is one for Python only."""
    last = 0
    for row in _ROW_NUMBER.finditer(part):
        number = int(row[1])
        if not last < number <= _LAST_ROW:
            return False
        last = number
    row_of_cells = b""
    columns: set[bytes] = set()
    for cell in _CELL_ADDRESS.finditer(part):
        if cell[2] != row_of_cells:
            row_of_cells = cell[2]
            columns.clear()
        if cell[1] in columns:
            return False
        columns.add(cell[1])
    return all(not cell[1] or _NUMBER.fullmatch(cell[1]) for cell in _NUMBER_CELL.finditer(part))
