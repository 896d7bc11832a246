"""The little of WordprocessingML (ISO/IEC 29500-1, transitional) that the tool writes: elements, runs, parts."""

from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# lxml has no public name for the class of an element.
Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

_STRICT = etree.XMLParser(resolve_entities=False, no_network=True)


@cache
def named(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def w(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Return an element of WordprocessingML with its children, which must come in the order of the schema."""
    element = etree.Element(named(name), nsmap={"w": W, "r": R})
    for key, value in attributes.items():
        element.set(named(key), str(value))
    element.extend(children)
    return element


def text(content: str) -> Element:
    """Return a w:t that keeps its spaces."""
    element = w("t")
    element.text = content
    keep_spaces(element)
    return element


def keep_spaces(element: Element) -> None:
    """Make Word keep the spaces at both ends of a w:t; those inside it keeps anyway."""
    if element.text and element.text != element.text.strip():
        element.set(_XML_SPACE, "preserve")


def run(content: str, style: str = "") -> Element:
    """Return a run of text, in a character style if one is named; a line feed in the text becomes a line break."""
    properties = [w("rPr", w("rStyle", val=style))] if style else []
    lines: list[Element] = []
    for number, line in enumerate(content.split("\n")):
        lines += [w("br"), text(line)] if number else [text(line)]
    return w("r", *properties, *lines)


def paragraph(style: str, *runs: Element, extra: Iterable[Element] = ()) -> Element:
    """Return a paragraph in a paragraph style; `extra` are the properties that no style can give."""
    return w("p", w("pPr", w("pStyle", val=style), *extra), *runs)


def root_of(namespace: str, name: str) -> Element:
    """Return the root of a part whose elements all belong to one namespace, with no prefix."""
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


def part_bytes(root: Element) -> bytes:
    """Return a part of an office file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def parsed(content: bytes) -> Element:
    """Return the root of a part, read strictly. XMLSyntaxError if it is not well-formed."""
    return etree.fromstring(content, _STRICT)


def local_name(name: object) -> str:
    """Return a full name without its namespace."""
    return str(name).rpartition("}")[2]


def printed_text(element: Element) -> str:
    """Return the text of a run, paragraph or cell as one reads it: tabs, line breaks, paragraphs as line feeds."""
    paragraphs = list(element.iter(named("p"))) if element.tag == named("tc") else [element]
    return "\n".join("".join(_spoken(node) for node in one.iter(*_SPOKEN)) for one in paragraphs)


_SPOKEN = tuple(map(named, ("t", "br", "cr", "tab")))


def _spoken(node: Element) -> str:
    if node.tag == named("t"):
        return node.text or ""
    if node.tag in (named("br"), named("cr")):
        return "\n"
    # w:tab is also the name of a tab stop in w:tabs.
    parent = node.getparent()
    return "\t" if node.tag == named("tab") and parent is not None and parent.tag == named("r") else ""
