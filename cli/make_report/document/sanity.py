"""The last look at a report before it is handed out: is it whole, and what Word and WPS can open?

The template is anybody's, and rendering takes away and doubles parts of it.
"""

from collections import Counter
from collections.abc import Iterator

from make_report.document.ooxml import Element, named
from make_report.language import marked

CELL = marked("a table cell without a paragraph")
ROW = marked("a table row without a cell")
TABLE = marked("a table without a row")
LEFT_OVER = marked("a tag that was not filled in")
DOUBLE = marked("two places with the same mark")

_BOOKMARK = named("bookmarkStart")


def faults(root: Element) -> Iterator[str]:
    """Yield what would make Word call a part damaged."""
    if any(len(cell) == 0 or cell[-1].tag != named("p") for cell in root.iter(named("tc"))):
        yield CELL
    if any(row.find(f".//{named('tc')}") is None for row in root.iter(named("tr"))):
        yield ROW
    if any(table.find(f".//{named('tr')}") is None for table in root.iter(named("tbl"))):
        yield TABLE
    marks = Counter(mark.get(named("id")) for mark in root.iter(_BOOKMARK))
    if any(count > 1 for count in marks.values()):
        yield DOUBLE
