"""A filled part into the report: read strictly, looked at, and given the last touches that no template can give."""

from make_report.document.decode import decode
from make_report.document.finished import BrokenPartError
from make_report.document.fit import fit_figures
from make_report.document.ooxml import Element, named, parsed, part_bytes, printed_text, w
from make_report.document.sanity import LEFT_OVER, faults
from make_report.document.signs import left_over_tags
from make_report.document.style_names import BODY, SIGNATURE, TABLE_NOTE
from make_report.patterns import expression

_LONG_WORD = expression("[!-~]{16,}")
"""An address of the Internet or the like: the line before it ends early."""
_JUSTIFIED = (BODY, TABLE_NOTE)
_AFTER_ALIGNMENT = tuple(
    map(named, ("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "rPr", "sectPr", "pPrChange"))
)
"""What stands behind w:jc (CT_PPr), as far as a text needs it."""


def finished_by_tree(part: bytes, styles: bytes | None) -> bytes:
    """Return the part as it goes into the report; `styles` is the document's style part.

    BrokenPartError says what would make Word call it damaged; SyntaxError if it is no XML.
    """
    root = parsed(part)
    if left_over_tags(root):
        raise BrokenPartError(LEFT_OVER)
    decode(root)
    for body in root.iterfind(named("body")):
        keep_signature(body)
        spare_long_words(body)
        fit_figures(body, parsed(styles) if styles is not None else None)
    for fault in faults(root):
        raise BrokenPartError(fault)
    return part_bytes(root)


def keep_signature(body: Element) -> None:
    """Keep the end of the text on the page of the signature, which must never stand on a page alone."""
    for signature in body.iterfind(named("p")):
        before = signature.getprevious()
        if _style(signature) == SIGNATURE and before is not None and before.tag == named("p"):
            properties = before.find(named("pPr"))
            if properties is not None and properties.find(named("keepNext")) is None:
                # After w:pStyle, which is the first (CT_PPr).
                properties.insert(int(_style(before) != ""), w("keepNext"))


def spare_long_words(body: Element) -> None:
    """Set paragraphs with a very long word flush left: justified, the line before that word would be torn apart."""
    for paragraph in body.iter(named("p")):
        properties = paragraph.find(named("pPr"))
        if properties is None or properties.find(named("jc")) is not None:
            continue
        if _style(paragraph) in _JUSTIFIED and _LONG_WORD.search(printed_text(paragraph)):
            after = sum(child.tag in _AFTER_ALIGNMENT for child in properties)
            properties.insert(len(properties) - after, w("jc", val="left"))


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{named('pPr')}/{named('pStyle')}")
    return "" if style is None else style.get(named("val"), "")
