"""The marked copy of a workbook: what goes into it, and what becomes of an old one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from make_report.files import read_file
from make_report.place import Place
from make_report.record import Record
from make_report.show.judged import Judged
from make_report.show.repairs import mistake_sentences
from make_report.workbook.annotate import marked_workbook, same_but_for_marks
from make_report.workbook.marking.copy_name import marked_path


class MarkedCopy(Record):
    """A marked copy, ready to be written."""

    target: Path
    content: bytes
    lost: Sequence[str]
    """What cannot be carried through, a sentence each."""
    old_language: str | None
    """The language in which an old copy is named; None if nothing but marks would be lost with it."""


def _hints(judged: Judged) -> Iterator[tuple[tuple[Place, str], str]]:
    """Yield for each broken equation that the likeliest repair of a mistake cures what that repair is."""
    for mistake in judged.mistakes:
        first = mistake.repairs[0]
        codes = {equation.declaration.code for equation in first.equations}
        changed = {change.place for change in first.changes}
        sentence = next(mistake_sentences(mistake, judged.language))
        for finding in judged.findings if mistake.is_clear else ():
            if finding.code in codes and changed & {finding.place, *finding.related}:
                yield (finding.place, finding.code), sentence


def marked_copy(workbook: Path, judged: Judged, language: str) -> MarkedCopy | None:
    """Return the copy with all findings marked, None if there is nothing to mark. FileError if a file is unreadable."""
    target, content = marked_path(workbook, judged.language), read_file(workbook, language)
    old = read_file(target, language) if target.exists() else b""
    if not (judged.findings or old):
        return None
    repairs = ["\n　".join(mistake_sentences(mistake, judged.language)) for mistake in judged.mistakes]
    copy = marked_workbook(content, judged.findings, judged.language, repairs, dict(_hints(judged)))
    old_language = None if same_but_for_marks(old, content) else judged.language
    return MarkedCopy(target, copy.content, copy.lost, old_language)
