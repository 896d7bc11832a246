"""Runs that take too long or too much end by themselves. Each in a process of its own: a fork copies its caller."""

import subprocess
import sys

import pytest

PROGRAM = """
import os, signal, time
from make_report import bounded
bounded.LONGEST_RUN, bounded.LONGEST_WORK = {clock}, {work}
{before}
def run():
    {body}
    return 0
def stopped():
    print("stopped", end=" ")
    return 3
code = bounded.run_bounded(run, stopped)
print(code, signal.getsignal(signal.SIGTERM) == signal.SIG_DFL)
"""


STOPPED = ["stopped", "3"]


def outcome(body: str, before: str = "", clock: int = 2, work: int = 2) -> list[str]:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM.format(body=body, before=before, clock=clock, work=work)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("pass", ["0"]),
        ("return 7", ["7"]),
        ("time.sleep(60)", STOPPED),
        ("while True: pass", STOPPED),
        ("bytearray(3 * 1024 ** 3)", STOPPED),
        ("os.kill(os.getpid(), signal.SIGSEGV)", STOPPED),
    ],
)
def test_a_run_ends_within_its_bounds(body: str, said: list[str]) -> None:
    assert outcome(body) == [*said, "True"]


def test_work_is_bounded_more_tightly_than_waiting() -> None:
    assert outcome("while True: pass", clock=60, work=1) == [*STOPPED, "True"]
    assert outcome("time.sleep(1.5)", clock=60, work=1) == ["0", "True"]


def test_what_a_run_prints_is_not_lost() -> None:
    assert outcome("print('said', end=' ')") == ["said", "0", "True"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("return 7", ["7", "True"]),
        ("time.sleep(60)", ["stopped"]),
        ("while True: pass", ["stopped"]),
        ("raise MemoryError", [*STOPPED, "True"]),
    ],
)
def test_without_children_a_timer_ends_a_run(body: str, said: list[str]) -> None:
    assert outcome(body, before="del os.fork", clock=1) == said
