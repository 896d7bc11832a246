"""A batch as it goes on: a progress bar on a terminal, and how it is stopped."""

import signal
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import NoReturn

_REFRESH = 0.1
"""Seconds between two pictures of the progress bar."""


@contextmanager
def stopped_by_sigterm() -> Generator[None]:
    """Let the system's request to end be heard like Ctrl-C."""

    def stop(_number: int, _frame: object) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def progress_bar(count: int) -> Generator[Callable[[int], None]]:
    """Yield what moves a progress bar, which is there on a terminal only. It has no thread: workers are forked."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    above = sys.stdout.isatty()
    with Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
        redirect_stdout=above,
        redirect_stderr=False,
    ) as progress:
        task = progress.add_task("", total=count)

        def seen(number: int) -> None:
            progress.update(task, completed=number)
            if progress.get_time() - shown[0] > _REFRESH or number == count:
                shown[0] = progress.get_time()
                progress.refresh()

        shown = [0.0]
        yield seen
