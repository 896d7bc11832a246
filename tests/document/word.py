"""What a Word file says, read back: paragraphs, and tables by the positions of their grid."""

import re

from lxml import etree

from make_report.archive import read_parts, write_parts
from make_report.document.ooxml import Element, named, parsed, printed_text
from make_report.document.tagged import FILLED

DOCUMENT = "word/document.xml"


def body_of(document: bytes) -> Element:
    body = parsed(read_parts(document)[DOCUMENT]).find(named("body"))
    assert body is not None
    return body


def paragraphs_of(document: bytes) -> list[tuple[str, str]]:
    """Return style id and text of each paragraph that is not in a table."""
    return [(style_of(paragraph), printed_text(paragraph)) for paragraph in body_of(document).iterfind(named("p"))]


def style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{named('pPr')}/{named('pStyle')}")
    return "" if style is None else style.get(named("val"), "")


def all_text(document: bytes) -> str:
    return "\n".join(printed_text(paragraph) for paragraph in body_of(document).iter(named("p")))


def tables_of(document: bytes) -> list[Element]:
    return body_of(document).findall(named("tbl"))


def cells_of(table: Element) -> dict[tuple[int, int], Element]:
    """Return each cell by row and column of the grid; continued cells of a merge are left out."""
    cells: dict[tuple[int, int], Element] = {}
    for number, row in enumerate(table.iterfind(named("tr"))):
        column = 0
        for cell in row.iterfind(named("tc")):
            merged = cell.find(f"{named('tcPr')}/{named('vMerge')}")
            if merged is None or merged.get(named("val")) == "restart":
                cells[number, column] = cell
            column += span_of(cell)
    return cells


def span_of(cell: Element) -> int:
    span = cell.find(f"{named('tcPr')}/{named('gridSpan')}")
    return 1 if span is None else int(span.get(named("val"), "1"))


def cell_text(cell: Element) -> str:
    return printed_text(cell)


def with_text(template: bytes, old: str, new: str) -> bytes:
    """Return a template in which a text of the main part is replaced by another (as XML)."""
    parts = read_parts(template)
    content = parts[DOCUMENT].decode()
    assert old in content
    return write_parts(parts | {DOCUMENT: content.replace(old, new, 1).encode()})


def properties_of(document: bytes) -> dict[str, str]:
    content = read_parts(document)["docProps/core.xml"].decode()
    return dict(re.findall(r"<(?:dc|dcterms|cp):(\w+)[^>]*>([^<]*)(?=<)", content))


def canonical(document: bytes) -> dict[str, bytes]:
    """Return the parts that are filled in, by name, each in the one way in which XML that says the same is written."""
    parts = {name: part for name, part in read_parts(document).items() if FILLED.fullmatch(name)}
    return {name: etree.tostring(etree.fromstring(part), method="c14n") for name, part in parts.items()}
