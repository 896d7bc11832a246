"""Text from cells on its way through Jinja, XML and docxtpl: coded before, decoded after, and never a part of them.

docxtpl turns {_{ into {{ and line feeds into new markup after rendering, and loses what is no XML; a coded text has no
character that any of them looks for.
"""

from make_report.patterns import expression

MARK = "\ufdd0"
"""A code point that Unicode keeps for such use inside a program; it codes itself too."""
_CODES = dict(zip("{}&<>\"'\n\t\r" + MARK, "abcdefghijk", strict=True))
_PLAIN = {code: character for character, code in _CODES.items()}
_CODED = expression(MARK + "([a-k])")
_BREAKS = expression(MARK + "[^a-g]")
"""A line break or tab, which becomes an element; whatever else is no sign that stands in a text."""
_IN_MARKUP = _PLAIN | {_CODES["&"]: "&amp;", _CODES["<"]: "&lt;", _CODES[">"]: "&gt;"}
_TO_CODE = str.maketrans({character: MARK + code for character, code in _CODES.items()})
_UNPRINTABLE = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def encode(content: str) -> str:
    """Return the text without any character that is markup to somebody. Figures and plain words have none."""
    return content if content.isalnum() else content.translate(_TO_CODE)


def plain(coded: str) -> str:
    """Return a coded text as it was."""
    return _CODED.sub(lambda code: _PLAIN[code[1]], coded) if MARK in coded else coded


def as_markup(part: str) -> str:
    """Return a part of a Word file with the coded texts in it as XML writes them; none may hold breaks."""
    return _CODED.sub(lambda code: _IN_MARKUP[code[1]], part) if MARK in part else part


def holds_breaks(coded: str) -> bool:
    """Return whether something in it becomes more than text: a line break or a tab."""
    return _BREAKS.search(coded) is not None


def unprintable(content: str) -> str:
    """Return the first character that XML, and so Word, cannot hold (XML 1.0, 2.2), "" if there is none."""
    found = None if content.isprintable() else _UNPRINTABLE.search(content)
    return found.group() if found else ""
