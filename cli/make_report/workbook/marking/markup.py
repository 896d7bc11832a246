"""The little of SpreadsheetML (ISO/IEC 29500-1, transitional) that marks are made of: names, elements, order."""

from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree

from make_report.place import Place
from make_report.workbook.writing.entry import stored_text

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION_ID = f"{{{R}}}id"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# lxml has no public name for the class of an element.
Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

_STRICT = etree.XMLParser(resolve_entities=False, no_network=True, strip_cdata=False, huge_tree=True)


def parsed(content: bytes) -> Element:
    """Return the root of a part, read strictly. XMLSyntaxError if it is not well-formed."""
    return etree.fromstring(content, _STRICT)


def part_bytes(root: Element) -> bytes:
    """Return a part of an office file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def named(name: str) -> str:
    """Return the full name of an element of SpreadsheetML."""
    return f"{{{S}}}{name}"


def path(*names: str) -> str:
    """Return the way from an element down to some of its descendants."""
    return "/".join(named(name) for name in names)


def s(name: str, /, *children: Element, **attributes: str | float) -> Element:
    """Return an element of SpreadsheetML with its children, which must come in the order of the schema."""
    # lxml's stubs know of no default namespace.
    element = etree.Element(named(name), nsmap={None: S})  # pyright: ignore[reportArgumentType]
    for key, value in attributes.items():
        element.set(key, str(value))
    element.extend(children)
    return element


def text_element(text: str) -> Element:
    """Return a t element that keeps its spaces and line breaks."""
    element = s("t")
    element.text = stored_text(text)
    element.set(_XML_SPACE, "preserve")
    return element


def insert_after(parent: Element, child: Element, before: Iterable[str]) -> None:
    """Insert a child behind the last of those that the schema wants before it."""
    names = {named(name) for name in before}
    position = max((number for number, other in enumerate(parent, start=1) if other.tag in names), default=0)
    parent.insert(position, child)


def remove(element: Element) -> None:
    """Take an element out of its parent. White space behind it goes with it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def is_on(value: str | None) -> bool:
    """Return whether an attribute that is yes or no says yes."""
    return value in ("1", "true", "on")


def reference(place: Place, *, absolute: bool = False) -> str:
    """Return how a formula or a link names a cell; a whole sheet is named by its first cell."""
    quoted = place.sheet.replace("'", "''")
    return f"'{quoted}'!{'$A$1' if absolute else place.cell or 'A1'}"
