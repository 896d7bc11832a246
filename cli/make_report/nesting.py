"""How deep a text from outside may nest: tags, brackets, lists in lists.

Parsers and all who walk through what they return call themselves once a level; Python breaks that off at some depth,
which is another in each of them.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

DEEPEST_NESTING = 50
"""Levels. Forms and their data have a dozen; the first to break off is Jinja, at about 80 brackets."""

Node = TypeVar("Node")


def nests_too_deep(root: Node, inner: Callable[[Node], Iterable[Node]], deepest: int = DEEPEST_NESTING) -> bool:
    """Return whether more than so many levels stand under the root; `inner` returns what stands right under a node."""
    level = [root]
    for _ in range(deepest + 1):
        level = [below for node in level for below in inner(node)]
        if not level:
            return False
    return True
