"""Text from cells on its way through Jinja, XML and docxtpl: coded before, decoded after, and never a part of them.

docxtpl turns {_{ into {{ and line feeds into new markup after rendering, and loses what is no XML; a coded text has no
character that any of them looks for.
"""

import re

from lxml import etree

from make_report.document.ooxml import Element, keep_spaces, named, text, w

_MARK = "\ufdd0"
"""A code point that Unicode keeps for such use inside a program; it codes itself too."""
_CODES = dict(zip("{}&<>\"'\n\t\r" + _MARK, "abcdefghijk", strict=True))
_PLAIN = {code: character for character, code in _CODES.items()}
_CODED = re.compile(_MARK + "([a-k])")
_TO_CODE = str.maketrans({character: _MARK + code for character, code in _CODES.items()})
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def encode(content: str) -> str:
    """Return the text without any character that is markup to somebody."""
    return content.translate(_TO_CODE)


def unprintable(content: str) -> str:
    """Return the first character that XML, and so Word, cannot hold (XML 1.0, 2.2), "" if there is none."""
    found = _UNPRINTABLE.search(content)
    return found.group() if found else ""


def decode(root: Element) -> None:
    """Put the texts of a rendered part back as they were: line breaks and tabs in its runs as Word writes them."""
    if _MARK not in etree.tostring(root, encoding="unicode"):
        for element in root.iter(named("t")):
            keep_spaces(element)
        return
    for element in list(root.iter("*")):
        for name, value in element.attrib.items():
            element.set(name, _plain(str(value)))
        if element.tag == named("t") and _MARK in (element.text or ""):
            _decode_run_text(element)
        else:
            element.text = _plain(element.text) if element.text else element.text
            if element.tag == named("t"):
                keep_spaces(element)
        element.tail = _plain(element.tail) if element.tail else element.tail


def _plain(content: str) -> str:
    return _CODED.sub(lambda coded: _PLAIN[coded.group(1)], content)


def _decode_run_text(element: Element) -> None:
    pieces = re.split("(\r\n|[\r\n\t])", _plain(element.text or ""))
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
