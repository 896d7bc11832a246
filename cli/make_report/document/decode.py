"""The coded texts of a filled part put back as they were (escape.py)."""

import re

from lxml import etree

from make_report.document.escape import MARK, plain
from make_report.document.ooxml import Element, keep_spaces, named, text, w


def decode(root: Element) -> None:
    """Put the texts of a rendered part back as they were: line breaks and tabs in its runs as Word writes them."""
    if MARK not in etree.tostring(root, encoding="unicode"):
        for element in root.iter(named("t")):
            keep_spaces(element)
        return
    for element in list(root.iter("*")):
        for name, value in element.attrib.items():
            element.set(name, plain(str(value)))
        if element.tag == named("t") and MARK in (element.text or ""):
            _decode_run_text(element)
        else:
            element.text = plain(element.text) if element.text else element.text
            if element.tag == named("t"):
                keep_spaces(element)
        element.tail = plain(element.tail) if element.tail else element.tail


def _decode_run_text(element: Element) -> None:
    pieces = re.split("(\r\n|[\r\n\t])", plain(element.text or ""))
    element.text = pieces[0]
    keep_spaces(element)
    last = element
    for piece in pieces[1:]:
        if not piece:
            continue
        following = w("tab") if piece == "\t" else w("br") if piece[0] in "\r\n" else text(piece)
        last.addnext(following)
        last = following
    if not element.text and last is not element and (parent := element.getparent()) is not None:
        parent.remove(element)
