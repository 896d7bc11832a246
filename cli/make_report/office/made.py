"""What earlier runs made: kept beside the reports, so that what has not changed is not made again.

A report is taken as it stands if the workbook, its form with all its rules, the Word template and the version of
make-report are what they were when it was made, and it is itself as it was made: without these notes all would be the
same. Whatever else is found in the file is ignored.
"""

import hashlib
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from make_report import __version__
from make_report.errors import FileError, MakeReportError
from make_report.files import read_file, write_file
from make_report.form.library import TEMPLATE_FILE
from make_report.form.prepared import FORM_FILE
from make_report.office.kit import Kit
from make_report.office.work import Done, Order, State
from make_report.record import Record, as_mapping
from make_report.show.data import FindingsData

MADE_FILE = ".make-report.json"


class _Record(Record):
    """A report that was made, and what was said of it."""

    digest: str
    form: str
    org: str
    year: int
    verdict: str
    warnings: int
    accepted: int
    report: str
    report_digest: str


class Made:
    """The reports that earlier runs made, by folder and workbook."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._folders: dict[Path, dict[str, _Record]] = {}
        self._changed: set[Path] = set()
        self._form_digest = cache(self._digest_of_form)

    def known(self, order: Order, folder: Path) -> Done | None:
        """Return what came of the same order before, if its report stands in the folder; None if it must be made."""
        record = self._records(folder).get(_key(order, folder))
        if (
            record is None
            or record.digest != self._digest(order, record.form)
            or record.report_digest != _digest_of_file(folder / record.report)
        ):
            return None
        found = FindingsData(
            workbook=order.name,
            form=record.form,
            org=record.org,
            year=record.year,
            verdict=record.verdict,
            publishable=True,
            errors=0,
            warnings=record.warnings,
            accepted=record.accepted,
            findings=(),
            repairs=(),
            other_repairs=(),
        )
        return Done(State.UNCHANGED, found=found, report_name=record.report)

    def keep(self, order: Order, done: Done, folder: Path) -> None:
        """Remember a report that was written into the folder."""
        found = done.found
        if found is None or found.year is None:
            return
        self._records(folder)[_key(order, folder)] = _Record(
            digest=self._digest(order, found.form),
            form=found.form,
            org=found.org,
            year=found.year,
            verdict=found.verdict,
            warnings=found.warnings,
            accepted=found.accepted,
            report=done.report_name,
            report_digest=hashlib.sha256(done.report).hexdigest(),
        )
        self._changed.add(folder)

    def save(self) -> tuple[str, ...]:
        """Write what was made beside the reports; return what could not be written, in sentences for the user."""
        said: list[str] = []
        for folder in sorted(self._changed):
            rows = {key: as_mapping(record) for key, record in sorted(self._folders[folder].items())}
            content = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
            try:
                write_file(folder / MADE_FILE, content.encode("utf-8", "surrogatepass"), self._kit.language, None)
            except FileError as error:
                said.append(error.said(self._kit.language))
        self._changed.clear()
        return tuple(said)

    def _records(self, folder: Path) -> dict[str, _Record]:
        if folder not in self._folders:
            self._folders[folder] = _kept(folder / MADE_FILE)
        return self._folders[folder]

    def _digest(self, order: Order, form_id: str) -> str:
        """Return what is another one if a report might be. The name counts: a check may look at it.

        Of an order without its content nothing is known.
        """
        words = (__version__, self._form_digest(form_id), str(order.wish.optional), order.name)
        head = "\0".join(words).encode("utf-8", "surrogatepass")
        content = os.urandom(32) if order.content is None else order.content
        return hashlib.sha256(head + b"\0" + content).hexdigest()

    def _digest_of_form(self, form_id: str) -> str:
        """Return the digest of a form's files, one that is never met again if they cannot be read."""
        try:
            folder = self._kit.library.folder(form_id)
            names = (FORM_FILE, TEMPLATE_FILE, *self._kit.form(form_id).rules_from)
            return " ".join(hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names)
        except (MakeReportError, OSError):
            return os.urandom(32).hex()


def _digest_of_file(file: Path) -> str:
    """Return the digest of a file that may have been edited since, "" if it cannot be read."""
    try:
        return hashlib.sha256(read_file(file, "en")).hexdigest()
    except FileError:
        return ""


def _key(order: Order, folder: Path) -> str:
    """Return the way from the folder to the workbook, or where that is if there is none, as from C: to D:."""
    try:
        return Path(os.path.relpath(order.path, folder)).as_posix()
    except ValueError:
        return Path(order.path).absolute().as_posix()


def _kept(file: Path) -> dict[str, _Record]:
    try:
        rows: dict[str, dict[str, Any]] = json.loads(file.read_bytes())
        return {str(key): _record(row) for key, row in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return {}


def _record(row: dict[str, Any]) -> _Record:
    """Return a record as it was kept. ValueError if it is none, or names a file elsewhere."""
    record = _Record(**row)
    numbers, words = (record.year, record.warnings, record.accepted), set(as_mapping(record).values())
    if not all(type(number) is int for number in numbers) or not all(type(word) is str for word in words - {*numbers}):
        raise ValueError(record)
    if Path(record.report).name != record.report or not record.report:
        raise ValueError(record)
    return record
