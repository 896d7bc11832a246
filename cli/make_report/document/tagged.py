"""Which parts of a Word file are filled in, the signs by which tags are known in them, and elements without content."""

import re

from make_report.patterns import expression

FILLED = expression(r"word/(document|header|footer)\d*\.xml")
"""The parts that are filled in."""
STYLES = "word/styles.xml"
"""The part that says how large the type of each style is."""
SIGN = expression(r"\{[{%#]|[}%#]\}")
TAG = expression(
    "|".join(
        rf"\{{{sign}(?:(?!{SIGN.pattern}).)*{close}\}}" for sign, close in ((r"\{", r"\}"), ("%", "%"), ("#", "#"))
    ),
    re.DOTALL,
)
_EMPTY = expression(r"<(w:\w+)((?: [^<>]*)?)></\1>")


def in_one_tag(markup: str) -> str:
    """Return the markup in which an element without content stands in one tag, as lxml writes it."""
    return _EMPTY.sub(r"<\1\2/>", markup)
