"""The parts of an office file by the names that the file itself calls them.

Names of parts are the same whatever the case of their letters (ISO/IEC 29500-2, part name equivalence), and Excel takes
a backslash for a slash, as an old library of .NET wrote it. Libraries here look for them letter by letter.
"""

import posixpath
from collections.abc import Iterable, Mapping

from make_report.archive import BoundedArchive, write_parts

TYPES_PART = "[Content_Types].xml"
_PART_NAME = b'PartName="/'
_FIXED = (TYPES_PART, "_rels/.rels")


def as_called(archive: BoundedArchive) -> bytes:
    """Return the same office file with each part under the name that the content types call it by.

    b"" if it is so already, or if two parts would bear one name. UnreadableArchiveError if it breaks a limit.
    """
    found = {_equivalent(name): name for name in archive}
    types = found.get(_equivalent(TYPES_PART))
    if types is None or len(found) < len(archive):
        return b""
    pieces = archive[types].split(_PART_NAME)[1:]
    called = [piece.partition(b'"')[0].decode(errors="replace") for piece in pieces]
    if types == TYPES_PART and all(name in archive or _equivalent(name) not in found for name in called):
        return b""
    names = _names(found, called)
    return write_parts({names[name]: archive[name] for name in archive})


def _equivalent(name: str) -> str:
    return name.replace("\\", "/").lower()


def _names(found: Mapping[str, str], called: Iterable[str]) -> dict[str, str]:
    """Return what each part is to be named; relations, which are not listed, are named after their part."""
    listed = [name for name in (*_FIXED, *called) if _equivalent(name) in found]
    relations = ["{}/_rels/{}.rels".format(*posixpath.split(name)) for name in listed]
    spelt = {_equivalent(name): name for name in (*relations, *listed)}
    return {name: spelt.get(_equivalent(name), name.replace("\\", "/")) for name in found.values()}
