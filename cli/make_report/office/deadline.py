"""An end in time for whatever hangs, in whatever library: the process ends, and who watches over it says so."""

import faulthandler
import os
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TextIO

_lock = threading.Lock()
_ends: dict[object, float] = {}
"""When what is under way must have ended; several threads of a process may work."""


@contextmanager
def within_time(seconds: float) -> Generator[None]:
    """End this process if the block takes longer.

    No signal and no exception would reach a parser that hangs; the watchdog of faulthandler is a thread of its own that
    needs no interpreter, on every system.
    """
    mark = object()
    with _lock:
        _ends[mark] = time.monotonic() + seconds
        _watch()
    try:
        yield
    finally:
        with _lock:
            del _ends[mark]
            _watch()


def _watch() -> None:
    if _ends:
        left = max(min(_ends.values()) - time.monotonic(), 0.001)
        faulthandler.dump_traceback_later(left, exit=True, file=_nowhere())
    else:
        faulthandler.cancel_dump_traceback_later()


@cache
def _nowhere() -> TextIO:
    """Return a file that takes the traceback; it stays open for the watchdog."""
    return Path(os.devnull).open("w", encoding="utf-8")
