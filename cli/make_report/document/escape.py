"""Text from cells on its way through Jinja, XML and docxtpl: coded before, decoded after, and never a part of them.

docxtpl turns {_{ into {{ and line feeds into new markup after rendering, and loses what is no XML; a coded text has no
character that any of them looks for.
"""

from make_report.patterns import expression

MARK = "\ufdd0"
"""A code point that Unicode keeps for such use inside a program; it codes itself too."""
_CODES = dict(zip("{}&<>\"'\n\t\r" + MARK, "abcdefghijk", strict=True))
PLAIN = {code: character for character, code in _CODES.items()}
CODED = expression(MARK + "([a-k])")
_TO_CODE = str.maketrans({character: MARK + code for character, code in _CODES.items()})
_UNPRINTABLE = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def encode(content: str) -> str:
    """Return the text without any character that is markup to somebody. Figures and plain words have none."""
    return content if content.isalnum() else content.translate(_TO_CODE)


def unprintable(content: str) -> str:
    """Return the first character that XML, and so Word, cannot hold (XML 1.0, 2.2), "" if there is none."""
    found = None if content.isprintable() else _UNPRINTABLE.search(content)
    return found.group() if found else ""
