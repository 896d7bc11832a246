"""Before anything is parsed: is this a workbook, and is it one that can be read without harm?

Input is hostile until shown otherwise. Each limit is far above what a standard workbook needs.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from make_report.errors import FileError
from make_report.language import marked, translate, user_language
from make_report.workbook.reading import kind
from make_report.workbook.reading.merged import merged_ranges

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
LARGEST_CONTENT = 50 * MEGABYTE
MOST_PARTS = 1_000
LARGEST_RATIO = 100
"""Inflated to deflated size; parts smaller than a megabyte are not measured."""
MOST_MERGES = 5_000
LARGEST_MERGED_AREA = 100_000

_TOO_LARGE = marked("{name} is larger than {limit} MB. Please copy the figures into a new standard workbook.")
_INFLATES = marked(
    "{name} holds more than {limit} MB of content. Please copy the figures into a new standard workbook."
)
_TOO_MANY_PARTS = marked("{name} has more than {limit} parts. Please copy the figures into a new standard workbook.")
_BOMB = marked(
    "{name} is packed far more tightly than any workbook. Please copy the figures into a new standard workbook."
)
_DECLARATION = marked("{name} holds a document type declaration, which no workbook needs. It was not opened.")
_MERGES = marked(
    "{name} has too many merged cells. Please unmerge them or copy the figures into a new standard workbook."
)

_CHUNK = 256 * 1024
_MEDIA = "xl/media/"
_DECLARATIONS = tuple(
    mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_ENCODING = re.compile(rb"^<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)")
_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
_STRICT_NAMESPACE = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_WORKBOOK_PART = "xl/workbook.xml"
_SHEETS = "xl/worksheets/"


def refusal(sentence: str, name: str, **operands: object) -> FileError:
    """Return the error that refuses a file, in the user's language."""
    return FileError(translate(sentence, user_language()).format(name=name, **operands))


def guarded_parts(content: bytes, name: str) -> Mapping[str, bytes]:
    """Return the parts of a workbook by name, inflated within the limits.

    FileError, one sentence in the user's language, says what the file is instead or which limit it breaks.
    """
    if reason := kind.why_no_package(content, name):
        raise refusal(reason, name)
    if len(content) > LARGEST_FILE:
        raise refusal(_TOO_LARGE, name, limit=LARGEST_FILE // MEGABYTE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = dict(_inflated(archive, name))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise refusal(kind.DAMAGED, name) from error
    if reason := kind.why_no_workbook(parts):
        raise refusal(reason, name)
    _check_xml(parts, name)
    _check_merges(parts, name)
    return parts


def _inflated(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, bytes]]:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise refusal(_TOO_MANY_PARTS, name, limit=MOST_PARTS)
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusal(kind.ENCRYPTED, name)
    total = 0
    for entry in entries:
        # The sizes that the archive declares are not believed: bytes are counted as they come.
        part = bytearray()
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                part += chunk
                if total + len(part) > LARGEST_CONTENT:
                    raise refusal(_INFLATES, name, limit=LARGEST_CONTENT // MEGABYTE)
                if len(part) > max(MEGABYTE, LARGEST_RATIO * entry.compress_size):
                    raise refusal(_BOMB, name)
        total += len(part)
        yield entry.filename, bytes(part)


def _check_xml(parts: Mapping[str, bytes], name: str) -> None:
    if _STRICT_NAMESPACE in parts.get(_WORKBOOK_PART, b""):
        raise refusal(kind.STRICT, name)
    for part_name, part in parts.items():
        if part_name.startswith(_MEDIA):
            continue
        if any(mark in part for mark in _DECLARATIONS):
            raise refusal(_DECLARATION, name)
        if part_name.startswith("xl/") and part_name.endswith((".xml", ".rels")) and not _is_plain_xml(part):
            raise refusal(kind.DAMAGED, name)


def _is_plain_xml(part: bytes) -> bool:
    """Whether the part is XML in UTF-8, as every office program writes it: what we search in it is what is parsed."""
    start = part.removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _ENCODING.match(start)
    return start.startswith(b"<") and (declared is None or declared[1].lower() in _ENCODINGS)


def _check_merges(parts: Mapping[str, bytes], name: str) -> None:
    for part_name, part in parts.items():
        if not part_name.startswith(_SHEETS):
            continue
        area = 0
        for count, merged in enumerate(merged_ranges(part), start=1):
            area += merged.area
            if count > MOST_MERGES or area > LARGEST_MERGED_AREA:
                raise refusal(_MERGES, name)
