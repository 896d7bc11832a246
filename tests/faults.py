"""System calls that fail when a test wants them to: a full disk, a protected folder, a drive that is gone."""

import errno
import os
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from make_report.files import Written, write_file

CALLS = ("open", "write", "fsync", "link", "replace", "rename", "chmod", "dup", "utime")
"""All that is done on the way to a written file, but for removing what was begun, which a full disk allows."""


class Faults:
    """Counts the calls that write files, and lets one, or all of one kind, fail."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.seen: list[str] = []
        self.failing: Callable[[int, str], int] = lambda _number, _name: 0
        """The error number with which a call fails, 0 if it does not; by the call's number from 0, and its name."""
        for name in CALLS:
            patch.setattr(os, name, self._counted(name, getattr(os, name)))

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - whatever the system call takes
            if name == "open" and not _writes(*args):
                return real(*args, **kwargs)
            self.seen.append(name)
            if number := self.failing(len(self.seen) - 1, name):
                raise OSError(number, os.strerror(number))
            return real(*args, **kwargs)

        return call


def _writes(path: Any, flags: int, *_mode: int) -> bool:  # noqa: ANN401 - a path or a descriptor
    return bool(flags & (os.O_WRONLY | os.O_RDWR)) or os.path.isdir(path)  # noqa: PTH112 - it never raises


def fail(patch: pytest.MonkeyPatch, modules: Iterable[str], at: int, number: int, *, lasting: bool) -> list[str]:
    """Let the call of this place fail with which these modules write files, if lasting all after it too.

    What is returned will hold all these calls. What else a command does, as beginning processes, does not fail.
    """
    seen: list[str] = []

    def write(*args: Any, **named: Any) -> Written:  # noqa: ANN401 - handed on
        with pytest.MonkeyPatch.context() as inner:
            faults = Faults(inner)
            faults.seen = seen
            faults.failing = lambda count, _: number if count == at or (lasting and count > at) else 0
            return write_file(*args, **named)

    for module in modules:
        patch.setattr(f"make_report.{module}.write_file", write)
    return seen


DISK_FULL, PROTECTED, READ_ONLY, DAMAGED = errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO
