"""Marks that may stand but once in a part, after loops have repeated what bears them.

Word takes away a second bookmark of one name itself, and gives a second picture or content control a number of its own;
other programs and validators call such a part faulty. What is repeated is an author's picture in a loop, or a paragraph
that Word has marked for its own use, so that no template is refused for it.
"""

import re
from collections.abc import Callable
from itertools import count

from make_report.patterns import expression

_BEARERS = ("paraId", "sdtPr", "docPr", "bookmark")
"""One of these stands in every element that bears such a mark."""
_PARAGRAPH = expression(rb'(<w:(?:p|tr)(?:\s[^<>]*?)?)\sw14:paraId="([^"<>]*)"')
_CONTROL = expression(rb'<w:id w:val="([^"<>]*)"/>')
_PICTURE = expression(rb'(<wp:docPr (?:[^<>]*?\s)?id=")([0-9]+)(?=")')
_BOOKMARK = expression(rb"<w:bookmark(Start|End)\s[^<>]*/>")
_ID = expression(rb'\sw:id="([^"<>]*)"')
_NAME = expression(rb'\sw:name="([^"<>]*)"')


def may_bear_marks(markup: str) -> bool:
    """Return whether a stretch of a part may hold a mark that a loop would repeat."""
    return any(bearer in markup for bearer in _BEARERS)


def with_unique_marks(part: bytes) -> bytes:
    """Return a filled part in which each mark stands once: marks that may be left out are, pictures are renumbered."""
    if b"paraId" in part:
        part = _PARAGRAPH.sub(_first(2, lambda found: found[1]), part)
    if b"sdtPr" in part:
        part = _CONTROL.sub(_first(1, lambda _: b""), part)
    if b"docPr" in part:
        used = {number for _, number in _PICTURE.findall(part)}
        unused = (number for number in map(b"%d".__mod__, count(1)) if number not in used)
        part = _PICTURE.sub(_first(2, lambda found: found[1] + next(unused)), part)
    return _with_unique_bookmarks(part) if b"bookmark" in part else part


def _first(group: int, otherwise: Callable[[re.Match[bytes]], bytes]) -> Callable[[re.Match[bytes]], bytes]:
    """Return what keeps the first element with each mark, and makes something else of the others."""
    seen: set[bytes] = set()

    def kept(found: re.Match[bytes]) -> bytes:
        mark = found[group]
        if mark in seen:
            return otherwise(found)
        seen.add(mark)
        return found[0]

    return kept


def _with_unique_bookmarks(part: bytes) -> bytes:
    begun: set[bytes] = set()
    ended: set[bytes] = set()
    names: set[str] = set()
    dropped: set[bytes] = set()

    def kept(found: re.Match[bytes]) -> bytes:
        identified, named = _ID.search(found[0]), _NAME.search(found[0])
        mark = identified[1] if identified else b""
        # Word takes large and small letters of a name for the same.
        name = named[1].decode().casefold() if named else ""
        if found[1] == b"End":
            is_first = mark not in ended and mark not in dropped
            ended.add(mark)
            return found[0] if is_first else b""
        if mark in begun or name in names:
            if mark not in begun:
                dropped.add(mark)
            return b""
        begun.add(mark)
        names.update({name} if name else ())
        return found[0]

    return _BOOKMARK.sub(kept, part)
