"""A run within bounds: whatever a hostile file makes the libraries do, it ends in time and within its memory.

Where the system can fork, the work is done by a child with limits, and this process only waits for it: a parser that
hangs or eats the memory cannot be stopped from inside. The fork comes before anything heavy is imported and costs a
few milliseconds. Elsewhere (Windows) a timer ends the run; its memory is bounded only by the guards in front of the
parsers.

The processor's time is bounded tightly: an ordinary run needs half a second of it. The clock's time is bounded as the
promise asks, an answer within twenty seconds, so that a busy machine stops no honest run; it ends what waits.
"""

import os
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

LONGEST_RUN = 18
"""Seconds by the clock after which a run is stopped."""
LONGEST_WORK = 12
"""Seconds of the processor's time after which a run is stopped."""
MOST_MEMORY = 1024 * 1024 * 1024
"""Bytes that a run may ask the system for."""
OUT_OF_BOUNDS = -1


def run_bounded(run: Callable[[], int], stopped: Callable[[], int]) -> int:
    """Return the exit code of `run`. If it took too long or too much it is stopped, and `stopped` says so.

    `stopped` returns the exit code then; it may be called in another thread, after which this process ends.
    """
    if not hasattr(os, "fork"):
        return _watched(run, stopped)
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    # The child holds the other end of a pipe: when it is gone, however it ended, the pipe is at its end.
    alive, held = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(alive)
        _work(run)
    os.close(held)
    code = _exit_code(child, alive)
    return stopped() if code == OUT_OF_BOUNDS else code


def _watched(run: Callable[[], int], stopped: Callable[[], int]) -> int:
    """Return the exit code of a run in this process, which ends when its time is over: nothing is half written then."""
    from threading import Timer  # noqa: PLC0415 - for systems that cannot fork

    def end() -> None:
        code = stopped()
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)

    watch = Timer(LONGEST_RUN, end)
    watch.daemon = True
    watch.start()
    try:
        return run()
    except MemoryError:
        return stopped()
    finally:
        watch.cancel()


def _work(run: Callable[[], int]) -> NoReturn:
    """Run within the limits and end this process."""
    import resource  # noqa: PLC0415 - not on every system

    code = OUT_OF_BOUNDS
    try:
        for limit, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, LONGEST_WORK)):
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
    terminated = False

    def stop(_number: int, _frame: object) -> None:
        nonlocal terminated
        terminated = True
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
    if terminated:
        return 128 + signal.SIGTERM
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else OUT_OF_BOUNDS
