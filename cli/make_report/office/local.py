"""The engine of this machine: processes within bounds, which are replaced when a file kills one of them."""

import gc
import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import suppress

from make_report.bounded import LONGEST_RUN, MOST_MEMORY
from make_report.office.deadline import within_time
from make_report.office.engine import Engine
from make_report.office.kit import Kit
from make_report.office.work import Order, Result, Task

FEW = 4
"""Up to so many workbooks one process works on: another costs as much as it saves."""

_FORK = hasattr(os, "fork")
_kits: list[Kit] = []
"""In a worker: the kit that it was begun with."""
_RARELY = 50_000
"""Values made before garbage is looked for: a workbook leaves a few that refer to each other."""


def local_engine(kit: Kit, jobs: int | None, workbooks: int) -> Engine:
    """Return an engine of so many processes, by default of what the machine has and the workbooks are worth."""
    wanted = jobs or (1 if workbooks <= FEW else min(cores(), workbooks))
    return _engine(kit, wanted, alone=one_process(kit, fork=_FORK), fork=_FORK)


def one_process(kit: Kit, *, fork: bool) -> Engine:
    """Return an engine of one process, which gives up what kills it. To fork is no good where there are threads."""
    return _engine(kit, 1, alone=None, fork=fork)


def _engine(kit: Kit, jobs: int, *, alone: Engine | None, fork: bool) -> Engine:
    context = multiprocessing.get_context("fork" if fork else "spawn")

    def opened() -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, context, _begin, (kit,))

    return Engine(opened, jobs, (_worked_here,), alone, _closed, sees_files=True)


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(kit: Kit) -> None:
    """Begin a worker: bounded in memory, deaf to Ctrl-C, which its parent hears, and gone when that is gone."""
    _kits.append(kit)
    gc.set_threshold(_RARELY)
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


def _closed(executor: Executor, *, at_once: bool) -> None:
    if at_once:
        for child in multiprocessing.active_children():
            child.kill()
    executor.shutdown(cancel_futures=True)
