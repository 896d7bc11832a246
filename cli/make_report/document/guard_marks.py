"""Marks by which the parts of a Word template name each other: each may be given once (ISO/IEC 29500-1 and 29500-2).

Of two with one mark each program takes another, and Word may call the report damaged.
"""

from collections.abc import Iterator, Mapping

from make_report.document.ooxml import Element, local_name, named, parsed
from make_report.patterns import expression

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MARKS: Mapping[str, str] = {
    _RELATION: "Id",
    named("comment"): named("id"),
    named("footnote"): named("id"),
    named("endnote"): named("id"),
    named("abstractNum"): named("abstractNumId"),
    named("num"): named("numId"),
    named("style"): named("styleId"),
}
_WORD_PART = expression(r"word/[^/]*\.xml")


def marks_given_twice(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """Yield the part, the kind and the mark of each that is given twice. XMLSyntaxError if a part is no XML."""
    for name, part in parts.items():
        if name.endswith(".rels") or _WORD_PART.fullmatch(name):
            for kind, mark in _given_twice(parsed(part)):
                yield name, kind, mark


def _given_twice(root: Element) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for child in root.iterchildren("*"):
        attribute = _MARKS.get(str(child.tag))
        mark = child.get(attribute) if attribute else None
        if mark is None:
            continue
        given = (local_name(child.tag), mark)
        if given in seen:
            yield given
        seen.add(given)
