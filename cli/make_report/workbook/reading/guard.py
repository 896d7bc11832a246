"""Before anything is parsed: is this a workbook, and is it one that can be read without harm?

Input is hostile until shown otherwise. Each limit is far above what a standard workbook needs.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from types import TracebackType

from make_report.archive import (
    LARGEST_CONTENT,
    LARGEST_FILE,
    MEGABYTE,
    MOST_PARTS,
    BoundedArchive,
    Reason,
    UnreadableArchiveError,
    has_declaration,
)
from make_report.errors import FileError
from make_report.language import marked, translate, user_language
from make_report.part_names import as_called
from make_report.patterns import expression
from make_report.workbook.reading import kind
from make_report.workbook.reading.linked import linked_area
from make_report.workbook.reading.merged import MERGE_NAME, are_all_plain, merged_ranges

MOST_MERGES = 5_000
LARGEST_MERGED_AREA = 100_000
LARGEST_LINKED_AREA = 100_000

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
_LINKS = marked(
    "{name} has links over more than {limit} cells in the sheet {sheet}. Please remove the links from that sheet "
    "(select it, right-click, Remove Hyperlinks) or copy the figures into a new standard workbook."
)

_SENTENCES = {
    Reason.DAMAGED: (kind.DAMAGED, 0),
    Reason.ENCRYPTED: (kind.ENCRYPTED, 0),
    Reason.TOO_LARGE: (_TOO_LARGE, LARGEST_FILE // MEGABYTE),
    Reason.TOO_MUCH_CONTENT: (_INFLATES, LARGEST_CONTENT // MEGABYTE),
    Reason.TOO_MANY_PARTS: (_TOO_MANY_PARTS, MOST_PARTS),
    Reason.BOMB: (_BOMB, 0),
}
_SMALL = 160 * 1024
"""Bytes of a part that is worth remembering."""
_MEDIA = "xl/media/"
_ENCODING = expression(rb"^<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)")
_READ = ("xl/", "_rels/", "[Content_Types].xml")
"""Where the parts lie that tell which sheets there are and what they hold."""
_USUAL_DECLARATIONS = {
    b'<?xml version="1.0" encoding="utf-8"?>',
    b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>',
}
_ENCODINGS = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
_STRICT_NAMESPACE = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_WORKBOOK_PART = "xl/workbook.xml"
_SHEETS = "xl/worksheets/"


def refusal(sentence: str, name: str, **operands: object) -> FileError:
    """Return the error that refuses a file, in the user's language."""
    return FileError(translate(sentence, user_language()).format(name=name, **operands))


def guarded_parts(content: bytes, name: str, *, at_once: bool = True) -> "GuardedParts":
    """Return the parts of a workbook by name, inflated within the limits: all at once, or each when it is asked for.

    FileError, one sentence in the user's language, says what the file is instead or which limit it breaks.
    """
    if reason := kind.why_no_package(content, name):
        raise refusal(reason, name)
    with _limits_told(name):
        archive = BoundedArchive(content)
        if called := as_called(archive):
            content, archive = called, BoundedArchive(called)
    if reason := kind.why_no_workbook(archive):
        raise refusal(reason, name)
    parts = GuardedParts(archive, name, content)
    if at_once:
        parts.check_all()
    return parts


class GuardedParts(Mapping[str, bytes]):
    """The parts of a workbook, each inflated and checked when it is asked for; FileError if a check fails."""

    def __init__(self, archive: BoundedArchive, name: str, content: bytes) -> None:
        self._archive, self._name = archive, name
        self.content = content
        """The file, its parts named as it calls them itself."""
        self._checked: dict[str, bytes] = {}
        if _STRICT_NAMESPACE in self.get(_WORKBOOK_PART, b""):
            raise refusal(kind.STRICT, name)

    def check_all(self) -> None:
        """Check the parts that nobody may ask for as well, but for large ones: an office's own list beside the form."""
        for part_name in self._archive:
            if self._archive.declared_size(part_name) <= MEGABYTE:
                self[part_name]

    def __getitem__(self, part_name: str) -> bytes:
        if part_name not in self._checked:
            with _limits_told(self._name):
                part = self._archive[part_name]
            fault = (_fault_in_small if len(part) <= _SMALL else _fault_in)(part_name, part)
            if fault:
                sheet = self._sheet_name(part_name) if fault == _LINKS else ""
                raise refusal(fault, self._name, sheet=sheet, limit=f"{LARGEST_LINKED_AREA:,}")
            self._checked[part_name] = part
        return self._checked[part_name]

    def __contains__(self, part_name: object) -> bool:
        return part_name in self._archive

    def __iter__(self) -> Iterator[str]:
        return iter(self._archive)

    def __len__(self) -> int:
        return len(self._archive)

    def _sheet_name(self, part_name: str) -> str:
        """Return what people call a sheet, or its part's name if that cannot be told."""
        from make_report.workbook.reading.direct.book import DirectBook  # noqa: PLC0415 - few files need it
        from make_report.workbook.reading.direct.markup import NotUnderstoodError  # noqa: PLC0415 - the same

        with suppress(NotUnderstoodError):
            names = {part: name for name, part in DirectBook(self).sheet_parts().items()}
            return names.get(part_name, part_name)
        return part_name

    def usual_sheets(self) -> set[str]:
        """Return the parts that stand where all programs put sheets."""
        return {part_name for part_name in self if part_name.startswith(_SHEETS)}

    def check_cells(self, sheet_parts: Iterable[str]) -> None:
        """Check all cells of sheets for a reader that does not: openpyxl."""
        from make_report.workbook.reading.guard_cells import are_sound  # noqa: PLC0415 - few files need it

        for part_name in sheet_parts:
            if not are_sound(self[part_name]):
                raise refusal(kind.DAMAGED, self._name)


class _limits_told:  # noqa: N801 - what a with statement reads
    """Turns a broken limit of an archive into one sentence about the file of this name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if isinstance(error, UnreadableArchiveError):
            sentence, limit = _SENTENCES[error.reason]
            raise refusal(sentence, self._name, limit=limit) from error


def _fault_in(part_name: str, part: bytes) -> str:
    """Return the sentence about what is wrong with a part, "" if nothing is."""
    if part_name.startswith(_MEDIA):
        return ""
    if has_declaration(part):
        return _DECLARATION
    if part_name.startswith(_READ) and part_name.endswith((".xml", ".rels")) and not _is_plain_xml(part):
        return kind.DAMAGED
    return _fault_in_merges(part) or _fault_in_links(part)


_fault_in_small = lru_cache(maxsize=64)(_fault_in)
"""The workbooks of one form have many small parts that are alike."""


def _is_plain_xml(part: bytes) -> bool:
    """Whether the part is XML in UTF-8, as every office program writes it: what we search in it is what is parsed."""
    start = part.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[: start.find(b">") + 1].replace(b"'", b'"').lower() in _USUAL_DECLARATIONS:
        return True
    declared = _ENCODING.match(start)
    return start.startswith(b"<") and (declared is None or declared[1].lower() in _ENCODINGS)


def _fault_in_links(part: bytes) -> str:
    area = linked_area(part)
    return kind.DAMAGED if area is None else _LINKS if area > LARGEST_LINKED_AREA else ""


def _fault_in_merges(part: bytes) -> str:
    if MERGE_NAME not in part:
        return ""
    area = 0
    for count, merged in enumerate(merged_ranges(part), start=1):
        area += merged.area
        if count > MOST_MERGES or area > LARGEST_MERGED_AREA:
            return _MERGES
    return "" if are_all_plain(part) else kind.DAMAGED
