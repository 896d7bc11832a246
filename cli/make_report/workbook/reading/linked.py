"""How many cells the hyperlinks of a sheet lie over: openpyxl makes one link of its own for each of them."""

from make_report.patterns import expression
from make_report.place import LAST_COLUMN, LAST_ROW, column_number

_NAME = b"hyperlink"
"""A sheet without it has no links."""
_ANY = expression(rb"<(?:[^\s<>/:]+:)?hyperlink[\s/>]")
_LINK = expression(rb"<(?:[^\s<>/:]+:)?hyperlink(?=[\s/>])((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
"""A link with its attributes; in quotation marks a sign that ends tags ends none."""
_ATTRIBUTE = expression(rb"([^\s=/\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_RANGE = expression(r"\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?")
"""A cell or a range; whole columns have no rows (A:C), whole rows no columns (1:3)."""


def linked_area(sheet: bytes) -> int | None:
    """Return over how many cells the links of a sheet's XML lie; None if one is written as no program writes it."""
    if _NAME not in sheet:
        return 0
    links = _LINK.findall(sheet)
    if len(links) != len(_ANY.findall(sheet)):
        return None
    areas = [_area(part) for link in links for part in _reference(link).split()]
    return None if None in areas else sum(area for area in areas if area)


def _reference(link: bytes) -> str:
    named = {name: double or single for name, double, single in _ATTRIBUTE.findall(link)}
    return named.get(b"ref", b"").decode("utf-8", "replace")


def _area(reference: str) -> int | None:
    """Return how many cells a reference names. Links to cells that were deleted (#REF!) lie over none."""
    if "&" in reference:
        return None
    if not (found := _RANGE.fullmatch(reference)):
        return 0
    left, top, right, bottom = found.groups()
    if ":" not in reference:
        return 1
    rows = abs(int(bottom) - int(top)) + 1 if top and bottom else LAST_ROW
    columns = abs(column_number(right) - column_number(left)) + 1 if left and right else LAST_COLUMN
    return rows * columns
