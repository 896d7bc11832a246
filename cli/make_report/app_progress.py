"""A batch as it goes on: a progress bar on a terminal, and how it is stopped."""

import signal
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Self

_REFRESH = 0.1
"""Seconds between two pictures of the progress bar."""


class Stoppable:
    """Work that Ctrl-C ends, or the system's request to end, but for what is to be done as a whole or not at all."""

    def __init__(self) -> None:
        self._is_held = self._is_asked = False
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        for number in (signal.SIGTERM, signal.SIGINT):
            # What is deaf to Ctrl-C, in the background of a shell, stays so.
            if number is signal.SIGTERM or signal.getsignal(number) is signal.default_int_handler:
                self._before[number] = signal.signal(number, self._stop)
        return self

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    @contextmanager
    def as_a_whole(self) -> Generator[None]:
        """Do something before KeyboardInterrupt is raised, if it is to be."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self._is_asked:
            raise KeyboardInterrupt

    def _stop(self, _number: int, _frame: object) -> None:
        self._is_asked = True
        if not self._is_held:
            raise KeyboardInterrupt


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
