"""Zip archives as nearly all programs write them, read without zipfile, which takes longer to load than they to read.

Read so is only what says the same of itself everywhere: in the directory, before each part, and by its check sum. Of
anything else nothing is read here: zipfile's word counts (archive.py).
"""

import struct
import zlib
from functools import lru_cache
from typing import NamedTuple

BEFORE_PART, IN_DIRECTORY, AT_END, _END_OF_LARGE = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x07"
_ENTRY = "HHHHHIIIHH"
"""Version, flags, method, time, day, check sum, packed size, size, length of the name, and of what else is told."""
HEADER = struct.Struct(f"<4s{_ENTRY}")
"""Before each part (APPNOTE.TXT, 4.3.7)."""
LISTED = struct.Struct(f"<4sH{_ENTRY}HHHII")
"""In the directory (4.3.12): what made it, the entry, length of a remark, disk, attributes, and where it begins."""
LAST = struct.Struct("<4sHHHHIIH")
"""At the end (4.3.16)."""
_LOCATOR = 20
"""Bytes of what stands before the end of an archive of more than 4 GB."""
_STORED, DEFLATED = 0, 8
_NEWEST_VERSION = 45
_SMALL = 160 * 1024
"""Bytes of a part, packed and not, that is worth remembering."""
_HOW_DEFLATED, _SIZES_BEHIND, IN_UTF_8 = 0x6, 0x8, 0x800
_KNOWN_FLAGS = _HOW_DEFLATED | _SIZES_BEHIND | IN_UTF_8
_UNUSUAL_SIGNS = ("\0", "\\")


class ListedPart(NamedTuple):
    """A part as the archive's directory lists it."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    check_sum: int
    packed_size: int
    size: int
    begin: int
    """Where its own header begins."""
    end: int
    """Where the next part begins, or the directory."""


def listed_parts(content: bytes) -> list[ListedPart] | None:
    """Return what the directory lists, folders too, in its order; None if the archive is not as nearly all are."""
    place = len(content) - LAST.size
    if place < 0:
        return None
    mark, disk, disk_of_directory, on_disk, count, length, begin, comment = LAST.unpack_from(content, place)
    is_usual = mark == AT_END and not disk and not disk_of_directory and on_disk == count and not comment
    if not is_usual or begin + length != place or content.startswith(_END_OF_LARGE, place - _LOCATOR):
        return None
    found: list[ListedPart] = []
    position = begin
    for _ in range(count):
        part = _listed(content, position, place)
        if part is None:
            return None
        found.append(part)
        position += LISTED.size + len(part.raw_name)
    return _with_ends(found, begin) if position == place else None


def _listed(content: bytes, position: int, limit: int) -> ListedPart | None:
    if position + LISTED.size > limit:
        return None
    (mark, _made_by, version, flags, method, _time, _date, check_sum, packed_size, size, name_length, extra, comment,
     disk, _internal, _external, begin) = LISTED.unpack_from(content, position)  # fmt: skip
    start = position + LISTED.size
    raw_name = content[start : start + name_length]
    name = _name(raw_name, flags) if start + name_length <= limit else ""
    is_usual = mark == IN_DIRECTORY and version <= _NEWEST_VERSION and not flags & ~_KNOWN_FLAGS
    if not name or not is_usual or method not in (_STORED, DEFLATED) or extra or comment or disk:
        return None
    return ListedPart(name, raw_name, flags, method, check_sum, packed_size, size, begin, 0)


@lru_cache(maxsize=256)
def _name(raw: bytes, flags: int) -> str:
    """Return a part's name, "" if programs could take it for different ones."""
    if not flags & IN_UTF_8 and not raw.isascii():
        return ""
    try:
        name = raw.decode()
    except UnicodeDecodeError:
        return ""
    return "" if any(sign in name for sign in _UNUSUAL_SIGNS) else name


def _with_ends(found: list[ListedPart], end: int) -> list[ListedPart] | None:
    """Return the parts with the end of each; None if two of them overlap."""
    ends: dict[int, int] = {}
    for part in sorted(found, key=lambda part: part.begin, reverse=True):
        if part.begin in ends or part.begin + HEADER.size + len(part.raw_name) + part.packed_size > end:
            return None
        ends[part.begin] = end
        end = part.begin
    return [ListedPart(*part[:-1], ends[part.begin]) for part in found]


def inflated(content: bytes, part: ListedPart) -> bytes | None:
    """Return a part; None if it is not what the directory says of it."""
    if part.begin + HEADER.size > len(content):
        return None
    mark, _, flags, method, _, _, _, _, _, name_length, extra = HEADER.unpack_from(content, part.begin)
    start = part.begin + HEADER.size
    begin = start + name_length + extra
    is_same = mark == BEFORE_PART and flags == part.flags and method == part.method
    if not is_same or content[start : start + name_length] != part.raw_name or begin + part.packed_size > part.end:
        return None
    packed = content[begin : begin + part.packed_size]
    how = part.method, part.size, part.check_sum
    return _unpacked_once(packed, *how) if len(packed) + part.size <= _SMALL else _unpacked(packed, *how)


def _unpacked(packed: bytes, method: int, size: int, check_sum: int) -> bytes | None:
    """Return what was packed; None if it is broken, or not of this size and check sum."""
    whole = packed if method == _STORED else _inflated(packed, size)
    return whole if whole is not None and len(whole) == size and zlib.crc32(whole) == check_sum else None


_unpacked_once = lru_cache(maxsize=64)(_unpacked)
"""The workbooks of one form have many small parts that are alike."""


def _inflated(packed: bytes, size: int) -> bytes | None:
    """Return what was deflated; None if it is broken, or more than this size."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        whole = unpacker.decompress(packed, size + 1)
    except zlib.error:
        return None
    return whole if unpacker.eof and not unpacker.unused_data else None
