"""Orders through an engine: in order, none lost, whatever becomes of a worker."""

import faulthandler
import os
import signal
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor

import pytest

from make_report.office import batch, local
from make_report.office.batch import Workers
from make_report.office.engine import Engine, worked
from make_report.office.kit import Kit
from make_report.office.local import local_engine, one_process
from make_report.office.work import Order, Result, Task
from tests.office.filled import kit, orders

NAMES = [f"{number}.xlsx" for number in range(40)]


def echo(_: Kit, order: Order) -> str:
    # Later ones are done sooner.
    time.sleep(0.01 if order.name.startswith("1") else 0)
    return order.name


def deadly(_: Kit, order: Order) -> str:
    if order.name == "7.xlsx":
        os.kill(os.getpid(), signal.SIGKILL)
    if order.name == "11.xlsx":
        # pytest's own handler would print where it was.
        faulthandler.disable()
        os.kill(os.getpid(), signal.SIGSEGV)
    return order.name


def endless(_: Kit, order: Order) -> str:
    while order.name == "3.xlsx":
        pass
    return order.name


def greedy(_: Kit, order: Order) -> str:
    try:
        return str(len(bytearray(3 * 1024**3))) if order.name == "3.xlsx" else order.name
    except MemoryError:
        return "too much"


def process_of(_: Kit, _order: Order) -> int:
    return os.getpid()


def in_turn(
    task: Task[Result], given: Iterable[tuple[Order, Result | None]], engine: Engine, stopped: Callable[[Order], Result]
) -> Generator[tuple[Order, Result]]:
    """Yield each order with its result, from workers who have no other task."""
    with Workers(engine) as workers:
        yield from workers.in_turn(task, given, stopped)


def results(task: Callable[[Kit, Order], str], engine: Engine, names: list[str]) -> list[str]:
    done = list(in_turn(task, orders(names), engine, lambda order: f"stopped {order.name}"))
    assert [order.name for order, _ in done] == names
    return [result for _, result in done]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_orders(jobs: int) -> None:
    assert results(echo, local_engine(kit(), jobs, 40), NAMES) == NAMES


@pytest.mark.parametrize("executor", [lambda: ThreadPoolExecutor(3), lambda: ProcessPoolExecutor(2)])
def test_any_executor_will_do(executor: Callable[[], Executor]) -> None:
    assert results(echo, Engine(executor, 3, (worked, kit())), NAMES) == NAMES


def test_workers_may_be_started_where_nothing_can_be_forked() -> None:
    assert results(echo, one_process(kit(), fork=False), NAMES[:3]) == NAMES[:3]


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_file_that_kills_its_worker_is_reported_and_all_others_are_done(jobs: int) -> None:
    expected = [f"stopped {name}" if name in ("7.xlsx", "11.xlsx") else name for name in NAMES]
    assert results(deadly, local_engine(kit(), jobs, 40), NAMES) == expected


def test_a_file_that_takes_too_long_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "LONGEST_RUN", 0.5)
    found = results(endless, local_engine(kit(), 2, 40), NAMES[:8])
    assert found == ["0.xlsx", "1.xlsx", "2.xlsx", "stopped 3.xlsx", *NAMES[4:8]]


def test_a_file_that_takes_too_much_memory_does_not_get_it() -> None:
    found = results(greedy, local_engine(kit(), 2, 40), NAMES[:6])
    assert found == ["0.xlsx", "1.xlsx", "2.xlsx", "too much", "4.xlsx", "5.xlsx"]


def test_what_is_known_is_not_worked_on() -> None:
    known = [(order, "known" if order.name == "1.xlsx" else None) for order, _ in orders(NAMES[:3])]
    done = in_turn(echo, known, local_engine(kit(), 1, 3), lambda _: "")
    assert [result for _, result in done] == ["0.xlsx", "known", "2.xlsx"]


def test_few_workbooks_are_worked_on_by_one_process_and_many_by_all() -> None:
    for count, most in ((local.FEW, 1), (40, local.cores())):
        done = in_turn(process_of, orders(NAMES[:count]), local_engine(kit(), None, count), lambda _: 0)
        assert len({result for _, result in done}) in range(1, most + 1)
    assert local_engine(kit(), None, local.FEW).jobs == 1
    assert local_engine(kit(), None, 40).jobs == local.cores()


def test_only_so_much_is_held_at_a_time() -> None:
    taken = 0

    def counted() -> Iterator[tuple[Order, None]]:
        nonlocal taken
        for order in orders([str(number) for number in range(20)], b"x" * (10 * 1024 * 1024)):
            taken += 1
            yield order

    stream = in_turn(echo, counted(), local_engine(kit(), 1, 20), lambda _: "")
    next(stream)
    assert taken <= 8
    stream.close()


def test_an_interruption_ends_the_workers() -> None:
    stream = in_turn(process_of, orders(NAMES), local_engine(kit(), 2, 40), lambda _: 0)
    _, worker = next(stream)
    os.kill(worker, 0)
    stream.close()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


class _Silent(Executor):
    """An executor whose connection is lost: what it is given is never done."""

    def submit(self, *_: object, **__: object) -> Future[object]:  # pyright: ignore[reportIncompatibleMethodOverride]
        return Future()


def test_what_can_never_come_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_PATIENCE", 0.01)
    here = Engine(lambda: ThreadPoolExecutor(1), 1, (worked, kit()))
    lost = Engine(_Silent, 1, (worked, kit()), alone=here, lives=lambda: False)
    assert results(echo, lost, NAMES) == NAMES
