"""Who works on the orders: any executor of concurrent.futures, and how it comes to the kit."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, Protocol

from make_report.office.kit import Kit
from make_report.office.work import Order, Result, Task
from make_report.record import Record, field


class Close(Protocol):
    """How an executor is closed."""

    def __call__(self, executor: Executor, *, at_once: bool) -> None:
        """Close it; at once, whatever is under way, when the run was interrupted."""


def shut_down(executor: Executor, *, at_once: bool) -> None:  # noqa: ARG001 - not every executor can be stopped
    """Close an executor as they all can be closed: nothing more is begun."""
    executor.shutdown(cancel_futures=True)


def _always() -> bool:
    return True


class Engine(Record):
    """An executor that can be opened again when it broke."""

    open: Callable[[], Executor]
    jobs: int
    """How many orders are worked on at the same time."""
    call: tuple[Any, ...]
    """A function and its first arguments; a task and an order follow."""
    alone: "Engine | None" = None
    """Where an order is tried once more on which the executor may have broken; None: it is given up."""
    close: Close = field(default_factory=lambda: shut_down)
    lives: Callable[[], bool] = field(default_factory=lambda: _always)
    """Whether the results of what is under way can still come: a lost connection may leave some that never do."""
    sees_files: bool = False
    """Whether workers see the files that this process sees; else their content travels with the orders."""

    def submit(self, executor: Executor, task: Task[Result], order: Order) -> Future[Result]:
        """Return the future of a task; whatever keeps it from being worked on is the future's exception."""
        try:
            return executor.submit(*self.call, task, order)
        except RuntimeError as error:
            # What a broken or closed executor raises at once.
            broken: Future[Result] = Future()
            broken.set_exception(error)
            return broken


def worked(kit: Kit, task: Task[Result], order: Order) -> Result:
    """Return the task's result; the call of an executor to which the kit is handed with each order."""
    return task(kit, order)
