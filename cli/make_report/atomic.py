"""A file put in place of another so that nobody ever finds half of one, and no kill, full disk or other run loses any.

Written beside the target, moved into place. What stood there gets a second name first.
"""

import contextlib
import os
import time
from collections.abc import Callable, Generator
from pathlib import Path

from make_report.patterns import expression

_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would write line feeds as two bytes."""
_TEMPORARY = expression(r"\.make-report-[0-9a-f]{16}\.tmp")
_OLD_ENOUGH = 3600
"""Seconds after which a temporary file is nobody's any more."""
_LONGEST_WAIT = 5
"""Seconds to wait for another run that writes into the same folder; it needs a fraction of one."""

OldName = Callable[[int], str]
"""The name under which an old file is kept, by its number from 1."""


def put_in_place(target: Path, content: bytes, old_name: OldName | None, *, lasting: bool = True) -> Path | None:
    """Make the content the target's. Return where the old one was kept; None if there was none, or it is not kept.

    OSError if that cannot be done; then nothing is changed. BlockingIOError if another run does not come to its end.
    If it need not be `lasting` yet, a power cut may bring back what stood there until `settle` is called.
    """
    temporary = _write_beside(target, content)
    kept: Path | None = None
    made = False
    try:
        with alone_in(target.parent):
            if old_name and target.exists():
                kept, made = _keep_old(target, old_name)
            temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        if kept and made:
            kept.unlink(missing_ok=True)
        raise
    if lasting:
        settle(target.parent)
    return kept


def _write_beside(target: Path, content: bytes) -> Path:
    """Write the content to a new file in the target's folder, with the target's mode, and return it."""
    temporary = target.parent / f".make-report-{os.urandom(8).hex()}.tmp"
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
    try:
        kept = os.dup(descriptor)
    except OSError:
        os.close(descriptor)
        return False
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
    """Write all of the content and close the file; when this returns, it is on the disk."""
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def alone_in(folder: Path) -> Generator[None]:
    """Keep other runs out of the folder's files where the system has locks of folders, which end with their process."""
    try:
        import fcntl  # noqa: PLC0415 - not on every system

        descriptor = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        end = time.monotonic() + _LONGEST_WAIT
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.01)
            except OSError:
                # A network drive without locks.
                break
            else:
                break
        yield
    finally:
        os.close(descriptor)


def _keep_old(target: Path, old_name: OldName) -> tuple[Path, bool]:
    """Give the old file a second name that no other has; return it, and whether it is new.

    The target stays until it is replaced. A run that was killed before that has left the name already.
    """
    number = 1
    while True:
        old = target.with_name(old_name(number))
        try:
            os.link(target, old)
        except FileExistsError:
            if old.samefile(target):
                return old, False
            number += 1
        except OSError:
            # A file system without hard links (a USB stick): a copy instead.
            if not os.path.lexists(old):
                _copy(target, old)
                return old, True
            number += 1
        else:
            return old, True


def _copy(target: Path, old: Path) -> None:
    times = target.stat()
    copy = _write_beside(target, target.read_bytes())
    try:
        os.utime(copy, ns=(times.st_atime_ns, times.st_mtime_ns))
        copy.rename(old)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise


def settle(folder: Path) -> None:
    """Make the new names in a folder last, and take away what killed runs left there.

    Whoever writes thousands of files into it does so once: for each, it would take longer the more there are.
    """
    _sync_folder(folder)
    _clear(folder)


def _sync_folder(folder: Path) -> None:
    """Make the new names in a folder last through a power cut where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _clear(folder: Path) -> None:
    """Remove temporary files that killed runs left long ago, where files cannot be written before they have a name."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _TEMPORARY.fullmatch(entry.name) and time.time() - entry.stat().st_mtime > _OLD_ENOUGH:
                Path(entry).unlink()
