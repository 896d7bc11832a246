"""Runs that take too long or too much end by themselves. Each in a process of its own: a fork copies its caller."""

import subprocess
import sys

import pytest

from make_report.bounded import OUT_OF_BOUNDS

PROGRAM = """
import os, signal, time
from make_report import bounded
bounded.LONGEST_RUN = 2
def run():
    {body}
    return 0
code = bounded.run_bounded(run)
print(code, signal.getsignal(signal.SIGTERM) == signal.SIG_DFL)
"""


def outcome(body: str) -> list[str]:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM.format(body=body)], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("pass", 0),
        ("return 7", 7),
        ("time.sleep(60)", OUT_OF_BOUNDS),
        ("while True: pass", OUT_OF_BOUNDS),
        ("bytearray(3 * 1024 ** 3)", OUT_OF_BOUNDS),
        ("os.kill(os.getpid(), signal.SIGSEGV)", OUT_OF_BOUNDS),
    ],
)
def test_a_run_ends_within_its_bounds(body: str, code: int) -> None:
    assert outcome(body) == [str(code), "True"]


def test_what_a_run_prints_is_not_lost() -> None:
    assert outcome("print('said', end=' ')") == ["said", "0", "True"]
