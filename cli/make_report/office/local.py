"""The engine of this machine: processes within bounds, which are replaced when a file kills one of them."""

import faulthandler
import multiprocessing
import os
import signal
import threading
from collections.abc import Generator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from make_report.bounded import LONGEST_RUN, MOST_MEMORY
from make_report.office.engine import Engine
from make_report.office.kit import Kit
from make_report.office.work import Order, Result, Task

FEW = 4
"""Up to so many workbooks one process works on: another costs as much as it saves."""

_FORK = hasattr(os, "fork")
_kits: list[Kit] = []
"""In a worker: the kit that it was begun with."""


def local_engine(kit: Kit, jobs: int | None, workbooks: int) -> Engine:
    """Return an engine of so many processes, by default of what the machine has and the workbooks are worth."""
    wanted = jobs or (1 if workbooks <= FEW else min(cores(), workbooks))
    return _engine(kit, wanted, alone=_engine(kit, 1, alone=None))


def _engine(kit: Kit, jobs: int, *, alone: Engine | None) -> Engine:
    context = multiprocessing.get_context("fork" if _FORK else "spawn")

    def opened() -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, context, _begin, (kit,))

    return Engine(opened, jobs, (_worked_here,), _kill, alone)


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(kit: Kit) -> None:
    """Begin a worker: bounded in memory, deaf to Ctrl-C, which its parent hears, and gone when that is gone."""
    _kits.append(kit)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _worked_here(task: Task[Result], order: Order) -> Result:
    with within_time(LONGEST_RUN):
        return task(_kits[-1], order)


_nowhere: list[TextIO] = []


@contextmanager
def within_time(seconds: float) -> Generator[None]:
    """End this process if the block takes longer, whatever library it hangs in: no signal or exception would reach it.

    faulthandler's watchdog is a thread of its own that needs no interpreter, on every system.
    """
    if not _nowhere:
        _nowhere.append(Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - stays open for the watchdog
    faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere[0])
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def _kill() -> None:
    for child in multiprocessing.active_children():
        child.kill()
