"""Nodes of a YAML document: where they stand, what they are, and which known word a misspelt one is nearest to."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from make_report.language import marked

NOTHING, MAPPING, LIST, TEXT = marked("nothing"), marked("a mapping"), marked("a list"), marked("text")
TRUTH, WHOLE, NUMBER = marked("true or false"), marked("a whole number"), marked("a number")


def position(node: object, key: object = None) -> tuple[int, int]:
    """Return line and column, counted from 1, of a YAML node or of a key in it; (1, 1) if they are not known."""
    mark = getattr(node, "lc", None)
    if mark is None:
        return (1, 1)
    try:
        line, column = mark.item(key) if isinstance(key, int) else mark.key(key)
    except (KeyError, TypeError, AttributeError):
        line, column = mark.line, mark.col
    return (line + 1, column + 1)


def kind_of(node: object) -> str:
    """Return in a word what a node is, a figure or truth value as it stands."""
    if node is None:
        return NOTHING
    if isinstance(node, Mapping):
        return MAPPING
    if isinstance(node, Sequence) and not isinstance(node, str):
        return LIST
    return str(node).lower() if isinstance(node, bool) else f"“{node}”"


def nearest(word: object, known: Iterable[str]) -> str:
    """Return the known word that is nearest to a misspelt one, "" if none is near."""
    return next(iter(get_close_matches(str(word), list(known), n=1)), "")
