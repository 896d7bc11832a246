"""Office files as zip archives: read within limits, written with nothing that depends on the hour."""

import io
import zlib
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from make_report.plain_zip import (
    AT_END,
    BEFORE_PART,
    DEFLATED,
    HEADER,
    IN_DIRECTORY,
    IN_UTF_8,
    LAST,
    LISTED,
    ListedPart,
    inflated,
    listed_parts,
)

if TYPE_CHECKING:
    import zipfile

_VERSION = 20
"""That of the format, 2.0: it knows deflated parts."""
_FIRST_DAY = 0x21
"""1 January 1980, the earliest time a zip entry can bear; office programs write it too."""
_READ_AND_WRITE = 0o600 << 16
_SMALL = 64 * 1024
"""Bytes of a part that is worth remembering packed."""

_QUICK = 3
"""How hard zlib tries, of 9."""

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
LARGEST_CONTENT = 50 * MEGABYTE
MOST_PARTS = 1_000
LARGEST_RATIO = 100
"""Inflated to deflated size; parts smaller than a megabyte are not measured."""

_CHUNK = 256 * 1024
_DECLARATION = "<!DOCTYPE"
"""Entities are declared nowhere else (XML 1.0, 2.8)."""
_IN_ASCII = _DECLARATION.encode()
_WIDE = b"\0".join(bytes((sign,)) for sign in _IN_ASCII)
_IN_UTF_16 = (_WIDE + b"\0", b"\0" + _WIDE)
"""The same in both orders of bytes, without loading two modules of encodings."""


class Reason(Enum):
    """Why an archive is not read."""

    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too large"
    TOO_MUCH_CONTENT = "too much content"
    TOO_MANY_PARTS = "too many parts"
    BOMB = "packed too tightly"


class UnreadableArchiveError(Exception):
    """An archive that is damaged or breaks a limit; who reads it says so in a sentence."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class BoundedArchive(Mapping[str, bytes]):
    """The parts of an office file that came from anywhere, each inflated, within the limits, when it is asked for.

    UnreadableArchiveError says which limit is broken. What the archive declares of its sizes is enough to refuse it,
    never to believe it: what is inflated is counted.
    """

    def __init__(self, content: bytes) -> None:
        if len(content) > LARGEST_FILE:
            raise UnreadableArchiveError(Reason.TOO_LARGE)
        self._content = content
        self._entries = {entry.name: entry for entry in _trusted(self._listed())}
        self._inflated: dict[str, int] = {}
        self._check_content(entry.size for entry in self._entries.values())
        for entry in self._entries.values():
            _check_ratio(entry, entry.size)

    @cached_property
    def by_zipfile(self) -> "zipfile.ZipFile":
        """The archive as zipfile reads it, whose word counts where it is not written as nearly all are."""
        import zipfile  # noqa: PLC0415 - takes longer to load than a plain archive to be read

        with _damage_told():
            return zipfile.ZipFile(io.BytesIO(self._content))

    def _listed(self) -> list[ListedPart]:
        plain = listed_parts(self._content)
        return [*map(_as_zipfile_lists_it, self.by_zipfile.infolist())] if plain is None else plain

    def declared_size(self, name: str) -> int:
        """Return what the archive says of a part's size."""
        return self._entries[name].size

    def __getitem__(self, name: str) -> bytes:
        entry = self._entries[name]
        plain = inflated(self._content, entry) if entry.raw_name else None
        if plain is None:
            return self._inflated_by_zipfile(entry)
        self._inflated[name] = len(plain)
        return plain

    def _inflated_by_zipfile(self, entry: ListedPart) -> bytes:
        part = bytearray()
        with _damage_told(), self.by_zipfile.open(entry.name) as stream:
            while chunk := stream.read(_CHUNK):
                part += chunk
                self._inflated[entry.name] = len(part)
                self._check_content(self._inflated.values())
                _check_ratio(entry, len(part))
        return bytes(part)

    def __contains__(self, name: object) -> bool:
        # Mapping's own would inflate the part.
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    @staticmethod
    def _check_content(sizes: Iterable[int]) -> None:
        if sum(sizes) > LARGEST_CONTENT:
            raise UnreadableArchiveError(Reason.TOO_MUCH_CONTENT)


def _trusted(listed: Iterable[ListedPart]) -> list[ListedPart]:
    """Return what is listed of the parts, if it can be trusted to name each once."""
    entries = [entry for entry in listed if not entry.name.endswith("/")]
    if len(entries) > MOST_PARTS:
        raise UnreadableArchiveError(Reason.TOO_MANY_PARTS)
    if len({entry.name.casefold() for entry in entries}) < len(entries):
        # Of two parts with one name each program reads another.
        raise UnreadableArchiveError(Reason.DAMAGED)
    if not all(entry.name for entry in entries):
        raise UnreadableArchiveError(Reason.DAMAGED)
    if any(entry.flags & 1 for entry in entries):
        raise UnreadableArchiveError(Reason.ENCRYPTED)
    return entries


def _as_zipfile_lists_it(entry: "zipfile.ZipInfo") -> ListedPart:
    sizes = entry.compress_size, entry.file_size
    return ListedPart(entry.filename, b"", entry.flag_bits, entry.compress_type, entry.CRC, *sizes, 0, 0)


def _check_ratio(entry: ListedPart, size: int) -> None:
    if size > max(MEGABYTE, LARGEST_RATIO * entry.packed_size):
        raise UnreadableArchiveError(Reason.BOMB)


@contextmanager
def _damage_told() -> Generator[None]:
    """Turn whatever a broken archive makes zipfile raise into one error."""
    try:
        yield
    except (UnreadableArchiveError, MemoryError):
        raise
    except Exception as error:
        raise UnreadableArchiveError(Reason.DAMAGED) from error


def bounded_parts(content: bytes) -> dict[str, bytes]:
    """Return all parts of an office file that came from anywhere, inflated within the limits.

    UnreadableArchiveError says which limit it breaks.
    """
    return dict(BoundedArchive(content))


def has_declaration(part: bytes) -> bool:
    """Return whether a part holds a document type declaration, which no office program writes."""
    return _IN_ASCII in part or (b"\0" in part and any(mark in part for mark in _IN_UTF_16))


def read_parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of an office file of our own, in the archive's order. UnreadableArchiveError if it is none."""
    plain = listed_parts(content)
    found = {part.name: inflated(content, part) for part in plain if not part.name.endswith("/")} if plain else {}
    parts = {name: part for name, part in found.items() if part is not None}
    return parts if parts and len(parts) == len(found) else _read_by_zipfile(content)


def _read_by_zipfile(content: bytes) -> dict[str, bytes]:
    import zipfile  # noqa: PLC0415 - as in BoundedArchive

    with _damage_told(), zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


def write_parts(parts: Mapping[str, bytes], *, quickly: bool = False) -> bytes:
    """Return an office file made of the parts, in their order, with fixed times and attributes.

    Packed `quickly`, large parts take half the time and a twelfth more room.

    Its bytes are those that zipfile gives, which cannot be told to take a part that is packed already: most parts of a
    report are its template's.
    """
    body, directory = bytearray(), bytearray()
    for name, content in parts.items():
        entry, packed = _entry(name, content, quickly=quickly)
        directory += LISTED.pack(IN_DIRECTORY, _VERSION, *entry, 0, 0, 0, _READ_AND_WRITE, len(body)) + name.encode()
        body += HEADER.pack(BEFORE_PART, *entry) + name.encode() + packed
    counts = (0, 0, len(parts), len(parts), len(directory), len(body), 0)
    return bytes(body + directory + LAST.pack(AT_END, *counts))


def _entry(name: str, content: bytes, *, quickly: bool) -> tuple[tuple[int, ...], bytes]:
    """Return what is told of a part before it and in the directory, and the part packed."""
    if len(content) <= _SMALL:
        return _small_entry(name, content)
    return _made_entry(name, content, _QUICK if quickly else zlib.Z_DEFAULT_COMPRESSION)


def _made_entry(name: str, content: bytes, level: int = zlib.Z_DEFAULT_COMPRESSION) -> tuple[tuple[int, ...], bytes]:
    packer = zlib.compressobj(level, wbits=-zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    flags = 0 if name.isascii() else IN_UTF_8
    sizes = zlib.crc32(content), len(packed), len(content), len(name.encode()), 0
    return (_VERSION, flags, DEFLATED, 0, _FIRST_DAY, *sizes), packed


_small_entry = lru_cache(maxsize=64)(_made_entry)
