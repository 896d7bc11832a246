"""Files read and written. Written whole or not at all: made in memory, written beside the target, moved into place."""

import contextlib
import os
import re
import secrets
import sys
from pathlib import Path

from make_report.errors import FileError
from make_report.form.model import Form
from make_report.language import marked, translate
from make_report.record import Record

_NO_FILE = marked("There is no file {path}. Please check the name.")
_FOLDER_GIVEN = marked("{path} is a folder, not a file.")
_NOT_READ = marked("{path} cannot be read: {reason}.")
_TOO_LARGE = marked("{path} is larger than {limit} MB, which no workbook, template or data file is.")
_NO_TEXT = marked("{path} is no UTF-8 text.")
_FOLDER_MISSING = marked("The folder {folder} does not exist. Please make it first, or name another with -o.")
_IS_FOLDER = marked("{path} is a folder. Please name a file with -o.")
_IS_INPUT = marked("{path} is the workbook itself. Please name another file with -o.")
_NOT_WRITTEN = marked("{path} cannot be written ({reason}). Is it open in Word or WPS? Close it and run this again.")
_OLD_NAME = marked("{stem} (old {number}){suffix}")

_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would write line feeds as two bytes."""
LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; what is larger is not even read. The guards in front of the parsers are narrower."""
_LONGEST_NAME = 240
"""Bytes of a file name that every file system allows, with room for what is added to a temporary or old file."""

_DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$")


def read_file(path: Path, language: str) -> bytes:
    """Return a file's content. FileError, in the user's language, if it cannot be read."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FileError(translate(_TOO_LARGE, language).format(path=path, limit=LARGEST_FILE // 1024**2))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileError(translate(_NO_FILE, language).format(path=path)) from error
    except OSError as error:
        sentence = _FOLDER_GIVEN if path.is_dir() else _NOT_READ
        reason = error.strerror or str(error)
        raise FileError(translate(sentence, language).format(path=path, reason=reason)) from error


def read_text(path: Path, language: str) -> str:
    """Return the text of a UTF-8 file, of standard input if the path is "-". FileError if it cannot be read."""
    content = sys.stdin.buffer.read() if str(path) == "-" else read_file(path, language)
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
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f\x7f]', "_", stem).strip(" .") or "report"
    if _DEVICES.match(name):
        name = f"_{name}"
    while len((name + suffix).encode("utf-8", "surrogatepass")) > _LONGEST_NAME - 40:
        name = name[:-1]
    return name.rstrip(" .") + suffix


def report_name(form: Form, org: str, year: int | None) -> str:
    """Return the usual name of a form's report as a Word file."""
    return safe_name((form.file_name or form.title).format(org=org, year=year), ".docx")


def check_target(target: Path, source: Path | None, language: str) -> None:
    """Raise FileError if the target cannot be meant: a folder, in no folder, or the input itself."""
    if not target.parent.is_dir():
        raise FileError(translate(_FOLDER_MISSING, language).format(folder=target.parent))
    if target.is_dir():
        raise FileError(translate(_IS_FOLDER, language).format(path=target))
    if source and target.exists() and source.exists() and target.samefile(source):
        raise FileError(translate(_IS_INPUT, language).format(path=target))


def write_file(target: Path, content: bytes, language: str, old_language: str | None) -> Written:
    """Write the content to the target. What stood there is kept under another name unless it is the same.

    FileError, in the user's language, if that cannot be done; then nothing is changed.
    `old_language` is the language in which a kept file is named; None is for files that are generated and never
    edited, of which no old one is kept.
    """
    try:
        target = target.resolve()
        if target.is_file() and target.read_bytes() == content:
            return Written(target, unchanged=True)
        temporary = _write_beside(target, content)
        kept = None
        try:
            kept = _keep_old(target, old_language) if old_language and target.exists() else None
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            if kept:
                _take_back(kept, target)
            raise
        _sync_folder(target.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileError(translate(_NOT_WRITTEN, language).format(path=target, reason=reason)) from error
    return Written(target, kept=kept)


def _write_beside(target: Path, content: bytes) -> Path:
    """Write the content to a new file in the target's folder, with the target's mode, and return it."""
    temporary = target.parent / f".make-report-{secrets.token_hex(8)}.tmp"
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    try:
        if not _written_nameless(temporary, content):
            _fill(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), content)
        temporary.chmod(mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _written_nameless(path: Path, content: bytes) -> bool:
    """Write a file that gets its name when it is whole, so that a kill leaves nothing. False where that cannot be."""
    if not hasattr(os, "O_TMPFILE"):
        return False
    try:
        descriptor = os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, 0o600)
    except OSError:
        return False
    # With a second name for the descriptor the file outlives its closing until it is linked.
    kept = os.dup(descriptor)
    try:
        _fill(descriptor, content)
        with contextlib.suppress(OSError):
            # Only when it is given a folder's descriptor does Python follow the symbolic link in /proc.
            os.link(f"/proc/self/fd/{kept}", path, src_dir_fd=kept, follow_symlinks=True)
            return True
    finally:
        os.close(kept)
    return False


def _fill(descriptor: int, content: bytes) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _keep_old(target: Path, language: str) -> Path:
    """Give the old file a second name that no other file has, and return it. The target stays until it is replaced."""
    number = 1
    while True:
        old = target.with_name(
            translate(_OLD_NAME, language).format(stem=target.stem, number=number, suffix=target.suffix)
        )
        try:
            os.link(target, old)
        except FileExistsError:
            number += 1
        except OSError:
            # A file system without hard links (a USB stick): the old file moves instead.
            if old.exists():
                number += 1
                continue
            target.rename(old)
            return old
        else:
            return old


def _take_back(kept: Path, target: Path) -> None:
    """Undo `_keep_old` after the new file could not be moved into place."""
    if target.exists():
        kept.unlink()
    else:
        kept.rename(target)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
