"""Files read and written. Written whole or not at all: made in memory, written beside the target, moved into place."""

import os
import re
import stat
import sys
import unicodedata
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO

from make_report.atomic import put_in_place
from make_report.errors import FileError
from make_report.form.model import Form
from make_report.language import marked, translate
from make_report.patterns import expression
from make_report.reasons import may_be_in_use, reason_of
from make_report.record import Record

_NO_FILE = marked("There is no file {path}. Please check the name.")
_FOLDER_GIVEN = marked("{path} is a folder, not a file.")
_NOT_READ = marked("{path} cannot be read: {reason}.")
_TOO_LARGE = marked("{path} is larger than {limit} MB, which no workbook, template or data file is.")
_NO_TEXT = marked("{path} is no UTF-8 text.")
_FOLDER_MISSING = marked("The folder {folder} does not exist. Please make it first, or name another with -o.")
_IS_FOLDER = marked("{path} is a folder. Please name a file with -o.")
_IS_INPUT = marked("{path} is the workbook itself. Please name another file with -o.")
_OTHER_KIND = marked("{path} would not open: what is written is a {right} file. Please name it {name} with -o.")
_IS_DEVICE = marked("{path} is no ordinary file (but a device or a pipe). Please name a file.")
_IS_SOURCE = marked("{path} is a file that the report is made from. Please name another file with -o.")
_READ_ONLY = marked("{path} is write-protected. Please take the protection off, or name another file with -o.")
_IN_USE = marked(
    "{path} is open in Word, Excel or WPS: beside it lies {lock}. Please close it and run this again. If it is open "
    "nowhere, delete {lock}."
)
_NOT_WRITTEN = marked("{path} cannot be written ({reason}). Is it open in Word or WPS? Close it and run this again.")
_CANNOT_BE = marked("{path} cannot be written: {reason}. Please put that right, or name another file with -o.")
_OLD_NAME = marked("{stem} (old {number}){suffix}")

_MAY_WRITE = 0o222
_SHORT_STEM = 6
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; what is larger is not even read. The guards in front of the parsers are narrower."""
_LONGEST_NAME = 240
"""Bytes of a file name that every file system allows, with room for what is added to a temporary or old file."""

_DEVICES = expression(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\..*)?$")
_BEGIN_DEVICES = ("con", "prn", "aux", "nul", "com", "lpt")
_UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Characters that nobody sees, that turn the direction of writing, or that a name on the disk cannot have."""
_OTHER_ENDINGS = frozenset((".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".xlsx", ".xls", ".et", ".ods", ".csv"))
_LOCKS = " .~$"
"""How names of hidden files and of the locks of open ones begin."""


def read_file(path: Path, language: str) -> bytes:
    """Return a file's content. FileError, in the user's language, if it cannot be read."""
    try:
        # A pipe would keep us waiting at once, when it is opened; Windows has none among its files.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            known = os.fstat(descriptor)
            if not stat.S_ISREG(known.st_mode):
                raise FileError(translate(_IS_DEVICE, language).format(path=path))
            return _bounded(file, path, language, min(known.st_size, LARGEST_FILE))
    except FileNotFoundError as error:
        raise FileError(translate(_NO_FILE, language).format(path=path)) from error
    except (OSError, ValueError) as error:
        sentence = _FOLDER_GIVEN if os.path.isdir(path) else _NOT_READ  # noqa: PTH112 - it never raises
        reason = reason_of(error, language)
        raise FileError(translate(sentence, language).format(path=path, reason=reason)) from error


def _bounded(file: IO[bytes], path: Path, language: str, size: int = 0) -> bytes:
    """Return what is in a file, whose size is probably this."""
    # Asked for more than there is, it makes room for all of that first.
    content = file.read(size + 1)
    if len(content) > size:
        content += file.read(LARGEST_FILE + 1 - len(content))
    if len(content) > LARGEST_FILE:
        raise FileError(translate(_TOO_LARGE, language).format(path=path, limit=LARGEST_FILE // 1024**2))
    return content


def read_text(path: Path, language: str) -> str:
    """Return the text of a UTF-8 file, of standard input if the path is "-". FileError if it cannot be read."""
    content = _bounded(sys.stdin.buffer, path, language) if str(path) == "-" else read_file(path, language)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(translate(_NO_TEXT, language).format(path=path)) from error


class Written(Record):
    """What writing did: where the file is, whether it was the same already, where the old one was kept."""

    path: Path
    unchanged: bool = False
    kept: Path | None = None


def safe_name(stem: str, suffix: str) -> str:
    """Return a file name that Windows, macOS and Linux allow, as near to the stem as can be."""
    visible = "".join("_" if unicodedata.category(sign) in _UNSAFE else sign for sign in stem)
    name = re.sub(r'[\\/:*?"<>|]', "_", visible).lstrip(_LOCKS).strip(" .") or "report"
    if name[:3].lower() in _BEGIN_DEVICES and _DEVICES.match(name):
        name = f"_{name}"
    while len((name + suffix).encode()) > _LONGEST_NAME - 40:
        name = name[:-1]
    return name.rstrip(" .") + suffix


def report_name(form: Form, org: str, year: int | None) -> str:
    """Return the usual name of a form's report as a Word file."""
    return safe_name((form.file_name or form.title).format(org=org, year=year), ".docx")


def check_target(target: Path, source: Path | None, language: str, *others: Path | None) -> None:
    """Raise FileError if the target cannot be meant: a folder, in no folder, or what it is made from.

    `source` is the input, `others` are files beside it that are read.
    """
    try:
        if not target.parent.is_dir():
            raise FileError(translate(_FOLDER_MISSING, language).format(folder=target.parent))
        if target.is_dir():
            raise FileError(translate(_IS_FOLDER, language).format(path=target))
        for given, sentence in ((source, _IS_INPUT), *((other, _IS_SOURCE) for other in others)):
            if given and target.exists() and given.exists() and target.samefile(given):
                raise FileError(translate(sentence, language).format(path=target))
    except (OSError, RuntimeError, ValueError) as error:
        reason = reason_of(error, language)
        sentence = _NOT_WRITTEN if may_be_in_use(error) else _CANNOT_BE
        raise FileError(translate(sentence, language).format(path=target, reason=reason)) from error


def check_ending(target: Path, ending: str, language: str) -> None:
    """Raise FileError if the target's name is that of another kind of file, which its program would not open."""
    if target.suffix.lower() in _OTHER_ENDINGS - {ending}:
        operands = {"path": target, "right": ending, "name": target.with_suffix(ending).name}
        raise FileError(translate(_OTHER_KIND, language).format(**operands))


def write_file(
    target: Path, content: bytes, language: str, old_language: str | None, *, lasting: bool = True
) -> Written:
    """Write the content to the target. What stood there is kept under another name unless it is the same.

    FileError, in the user's language, if that cannot be done; then nothing is changed.
    `old_language` is the language in which a kept file is named; None is for files that are generated and never
    edited, of which no old one is kept. `lasting` as in `put_in_place`.
    """
    try:
        target = target.resolve()
        _refuse_unwritable(target, language)
        if target.is_file() and target.read_bytes() == content:
            return Written(target, unchanged=True)
        old_name = partial(_old_name, target, old_language) if old_language else None
        kept = put_in_place(target, content, old_name, lasting=lasting)
    except (OSError, RuntimeError, ValueError) as error:
        # A loop of symbolic links, or a name with a character that no file's has, is no OSError everywhere.
        reason = reason_of(error, language)
        sentence = _NOT_WRITTEN if may_be_in_use(error) else _CANNOT_BE
        raise FileError(translate(sentence, language).format(path=target, reason=reason)) from error
    return Written(target, kept=kept)


def _refuse_unwritable(target: Path, language: str) -> None:
    """Raise FileError if something stands in the target's place that is no file, is protected or in use."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        sentence = _IS_FOLDER if stat.S_ISDIR(mode) else _IS_DEVICE
        raise FileError(translate(sentence, language).format(path=target))
    if not mode & _MAY_WRITE or not os.access(target, os.W_OK):
        raise FileError(translate(_READ_ONLY, language).format(path=target))
    for name in _lock_names(target.name):
        if target.with_name(name).is_file():
            raise FileError(translate(_IN_USE, language).format(path=target, lock=name))


def _lock_names(name: str) -> Iterator[str]:
    """Yield the names of the files that Word, Excel, WPS and LibreOffice lay beside a file while it is open."""
    stem = name.rpartition(".")[0]
    # Word writes its two characters over the first ones of a long name.
    over = min(max(len(stem) - _SHORT_STEM, 0), 2)
    yield from dict.fromkeys((f"~${name[over:]}", f"~${name}", f".~{name}", f".~lock.{name}#"))


def _old_name(target: Path, language: str, number: int) -> str:
    return translate(_OLD_NAME, language).format(stem=target.stem, number=number, suffix=target.suffix)
