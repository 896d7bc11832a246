"""Which parts of a Word file are filled in, and the signs by which tags are known in them."""

import re

FILLED = re.compile(r"word/(document|header|footer)\d*\.xml")
"""The parts that are filled in."""
SIGN = re.compile(r"\{[{%#]|[}%#]\}")
TAG = re.compile(
    "|".join(
        rf"\{{{sign}(?:(?!{SIGN.pattern}).)*{close}\}}" for sign, close in ((r"\{", r"\}"), ("%", "%"), ("#", "#"))
    ),
    re.DOTALL,
)
