"""The engine of a Dask cluster: workbooks travel as bytes, the kit once, and no disk is shared."""

import logging
import os
import pickle
from collections.abc import Generator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from make_report import __version__
from make_report.bounded import LONGEST_RUN, MOST_MEMORY
from make_report.errors import FileError, UsageError
from make_report.language import marked, translate
from make_report.office.deadline import within_time
from make_report.office.engine import Engine
from make_report.office.kit import Kit
from make_report.office.local import one_process
from make_report.office.work import Order, Result, Task, Wish

_NOT_INSTALLED = marked("For --cluster please install make-report[cluster].")
_NOT_REACHED = marked("The cluster {address} cannot be reached: {reason}.")
_NO_WORKERS = marked("The cluster {address} has no workers.")
_NOT_THERE = marked("Workers of the cluster have no make-report. Please install make-report[cluster] {ours} there.")
_OTHER_VERSION = marked(
    "Workers of the cluster have make-report {theirs}, this machine has {ours}. Please install the same version."
)
_NOT_READY = marked(
    "A Word template took longer than {seconds} seconds or more than {memory} GB of memory to be made ready; "
    "no report was made. Please look at the loops in the templates of your own forms."
)
_PATIENCE = "10s"
_LEAST = 8
"""A cluster may grow while it works: at least for so many workers orders are handed out."""


@contextmanager
def cluster_engine(kit: Kit, address: str) -> Generator[Engine]:
    """Yield the engine of the cluster whose scheduler is at the address.

    UsageError if Dask or the cluster's workers are not there or have another version; FileError if no connection is.
    """
    language = kit.language
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise UsageError(translate(_NOT_INSTALLED, language)) from error
    packed = _packed(kit)
    # What it says of lost workers is for its own people; whoever makes reports is told of each file.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        said = translate(_NOT_REACHED, language)
        raise FileError(said.format(address=address, reason=str(error) or type(error).__name__)) from error
    with client:
        workers = _workers(client, address, language)
        # A task and no scattered data: when all workers that have it die, the scheduler has it made again.
        shared = client.submit(pickle.loads, packed, pure=False)
        call = (_worked_there, shared, __version__)
        yield Engine(
            lambda: client.get_executor(pure=False),
            max(workers, _LEAST),
            call,
            one_process(kit, fork=False),
            _closed,
            lambda: client.status == "running",
        )


def _packed(kit: Kit) -> bytes:
    """Return the kit made ready for its journey. FileError if that breaks the bounds: its templates are anybody's.

    It is made by another process, before the connection brings threads with it.
    """
    engine = one_process(kit, fork=hasattr(os, "fork"))
    try:
        with engine.open() as executor:
            return engine.submit(executor, _pack, Order("", "", b"", Wish())).result()
    except (BrokenExecutor, MemoryError) as error:
        said = translate(_NOT_READY, kit.language)
        raise FileError(said.format(seconds=LONGEST_RUN, memory=MOST_MEMORY // 1024**3)) from error


def _pack(kit: Kit, _: Order) -> bytes:
    kit.make_ready()
    return pickle.dumps(kit)


def _workers(client: Any, address: str, language: str) -> int:  # noqa: ANN401 - Dask has no types
    """Return how many orders the cluster works on at the same time."""
    threads: dict[str, int] = client.nthreads()
    if not threads:
        raise UsageError(translate(_NO_WORKERS, language).format(address=address))
    try:
        versions: dict[str, str] = client.run(_version)
    except ImportError as error:
        raise UsageError(translate(_NOT_THERE, language).format(ours=__version__)) from error
    for theirs in versions.values():
        if theirs != __version__:
            raise UsageError(translate(_OTHER_VERSION, language).format(theirs=theirs, ours=__version__))
    return sum(threads.values())


def _version() -> str:
    return __version__


def _worked_there(kit: Kit, version: str, task: Task[Result], order: Order) -> Result:
    """Return the task's result, on a worker. One that came later may have another version: it gets nothing to do."""
    if version != __version__:
        raise RuntimeError(version)
    with within_time(LONGEST_RUN):
        return task(kit, order)


def _closed(executor: Executor, *, at_once: bool) -> None:  # noqa: ARG001 - what is under way is done or cancelled
    executor.shutdown(wait=False)
