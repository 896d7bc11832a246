"""A run within bounds: whatever a hostile file makes the libraries do, it ends in time and within its memory.

Where the system can fork, the work is done by a child with limits, and this process only waits for it: a parser that
hangs or eats the memory cannot be stopped from inside. The fork comes before anything heavy is imported and costs a
few milliseconds. Elsewhere (Windows) the guards in front of the parsers are all there is.
"""

import os
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

LONGEST_RUN = 18
"""Seconds by the clock after which a run is stopped; an ordinary one takes half a second."""
MOST_MEMORY = 1024 * 1024 * 1024
"""Bytes that a run may ask the system for."""
OUT_OF_BOUNDS = -1


def run_bounded(run: Callable[[], int]) -> int:
    """Return the exit code of `run`, OUT_OF_BOUNDS if it was stopped because it took too long or too much."""
    if not hasattr(os, "fork"):
        return run()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    # The child holds the other end of a pipe: when it is gone, however it ended, the pipe is at its end.
    alive, held = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(alive)
        _work(run)
    os.close(held)
    return _exit_code(child, alive)


def _work(run: Callable[[], int]) -> NoReturn:
    """Run within the limits and end this process."""
    import resource  # noqa: PLC0415 - not on every system

    code = OUT_OF_BOUNDS
    try:
        for limit, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, LONGEST_RUN)):
            with suppress(ValueError, OSError):
                resource.setrlimit(limit, (most, most))
        with suppress(MemoryError):
            code = run()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        if code == OUT_OF_BOUNDS:
            os.kill(os.getpid(), signal.SIGKILL)
        os._exit(code)


def _exit_code(child: int, alive: int) -> int:
    """Wait for the child, and stop it when its time is over. Ctrl-C reaches it as well, and it says so itself."""

    def stop(_number: int, _frame: object) -> None:
        os.kill(child, signal.SIGKILL)

    before = {
        signal.SIGINT: signal.signal(signal.SIGINT, signal.SIG_IGN),
        signal.SIGTERM: signal.signal(signal.SIGTERM, stop),
    }
    ended, _, _ = select.select([alive], [], [], LONGEST_RUN)
    os.close(alive)
    if not ended:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    for number, handler in before.items():
        signal.signal(number, handler)
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else OUT_OF_BOUNDS
