"""Work on one file done by a child process within the bounds of a run, for scripts that try thousands of files."""

import os
import resource
import select
import signal
import warnings
from collections.abc import Callable
from dataclasses import dataclass

from make_report.bounded import MOST_MEMORY

LONGEST = 20
FAULT = "FAULT"
_MOST_SAID = 4_000


@dataclass(frozen=True)
class Outcome:
    """What became of a workbook in one child: what was said of it, the seconds of work, the most megabytes."""

    said: str
    seconds: float
    memory: int


def in_child(work: Callable[[], str]) -> Outcome:
    """Return what some work said, done by a child within the bounds."""
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        warnings.simplefilter("ignore")
        try:
            answer = work()
        except BaseException as error:  # noqa: BLE001 - what is raised is what we want to know
            answer = f"{FAULT} {type(error).__name__}: {error}"
        os.write(said, answer.encode(errors="replace")[:_MOST_SAID])
        os._exit(0)
    os.close(said)
    ready, _, _ = select.select([heard], [], [], LONGEST)
    answer = os.read(heard, _MOST_SAID) if ready else b""
    os.close(heard)
    if not ready:
        os.kill(child, signal.SIGKILL)
    used = os.wait4(child, 0)[2]
    ended = f"{FAULT} more than {LONGEST} seconds" if not ready else f"{FAULT} no answer"
    return Outcome(answer.decode() or ended, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)
