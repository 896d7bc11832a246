"""Orders through an engine: results in the order of the orders, memory flat, nothing lost when a worker dies."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from types import TracebackType
from typing import Generic, Self

from make_report.office.engine import Engine
from make_report.office.work import Order, Result, Task

_WAITING = 8
"""Orders handed out for each worker, so that none waits for the slowest."""
_PATIENCE = 5
"""Seconds without a result after which the engine is asked whether one can come."""
_MOST_BYTES = 64 * 1024 * 1024
"""Content of workbooks that is held at the same time; one is always handed out."""


class Workers:
    """An engine's executor, opened once for several tasks: what its workers learned for one serves the next."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.executor = engine.open()
        self._spare: Executor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self.engine.close(self.executor, at_once=kind is not None)
        if self._spare and self.engine.alone:
            self.engine.alone.close(self._spare, at_once=kind is not None)

    def in_turn(
        self,
        task: Task[Result],
        orders: Iterable[tuple[Order, Result | None]],
        stopped: Callable[[Order], Result],
    ) -> Generator[tuple[Order, Result]]:
        """Yield each order with its result, whatever the number of workers in the order in which they came.

        An order may come with a result that is known already; then nobody works on it.
        When a worker dies, the engine is opened anew and all that was under way is tried once more, one by one: what
        kills a worker again gets the result of `stopped`, and nothing else is touched. An interruption ends the workers
        at once.
        """
        line = _Line(task, self, stopped)
        for order, known in orders:
            line.hand_out(order, known)
            while line.is_full:
                yield line.first()
        while line.waiting:
            yield line.first()

    def open_anew(self) -> None:
        """Replace the executor, which broke."""
        self.executor = self.engine.open()

    def alone(self, task: Task[Result], order: Order, stopped: Callable[[Order], Result]) -> Result:
        """Return the result of an order that is tried where nothing else is under way."""
        engine = self.engine.alone
        if engine is None:
            return stopped(order)
        self._spare = self._spare or engine.open()
        try:
            return engine.submit(self._spare, task, order).result()
        except Exception:  # noqa: BLE001 - as in `_Line.first`: now it is known which order it was
            engine.close(self._spare, at_once=False)
            self._spare = None
            return stopped(order)


class _Line(Generic[Result]):
    """The orders that are under way, first come, first served."""

    def __init__(self, task: Task[Result], workers: Workers, stopped: Callable[[Order], Result]) -> None:
        self._task, self._workers, self._stopped = task, workers, stopped
        self._engine = workers.engine
        self._is_lost = False
        self.waiting: deque[tuple[Order, Future[Result]]] = deque()

    @property
    def is_full(self) -> bool:
        """Whether a result must be taken before another order is handed out."""
        held = sum(len(order.content or b"") for order, _ in self.waiting)
        return len(self.waiting) > _WAITING * self._engine.jobs or held > _MOST_BYTES

    def hand_out(self, order: Order, known: Result | None) -> None:
        """Let an order be worked on, unless its result is known."""
        if known is None and self._is_lost:
            known = self._alone(order)
        future = self._engine.submit(self._workers.executor, self._task, order) if known is None else _settled(known)
        self.waiting.append((order, future))

    def first(self) -> tuple[Order, Result]:
        """Return the result of the order that waits longest."""
        order, future = self.waiting[0]
        try:
            result = self._result(future)
        except BrokenExecutor:
            self._open_anew()
            return self.first()
        except Exception:  # noqa: BLE001 - tasks raise nothing: whatever came of it, the executor lost this order
            result = self._alone(order)
        self.waiting.popleft()
        return order, result

    def _result(self, future: Future[Result]) -> Result:
        """Return the result of a future. TimeoutError if it can never come: nothing more is handed out then."""
        while not future.done() and not self._is_lost:
            with suppress(TimeoutError):
                return future.result(_PATIENCE)
            self._is_lost = not future.done() and not self._engine.lives()
        return future.result(0)

    def _open_anew(self) -> None:
        """Replace the executor; settle all that it did not finish, one order after another."""
        self._engine.close(self._workers.executor, at_once=False)
        for place, (order, future) in enumerate(self.waiting):
            if future.cancelled() or future.exception():
                self.waiting[place] = (order, _settled(self._alone(order)))
        self._workers.open_anew()

    def _alone(self, order: Order) -> Result:
        return self._workers.alone(self._task, order, self._stopped)


def _settled(result: Result) -> Future[Result]:
    future: Future[Result] = Future()
    future.set_result(result)
    return future
