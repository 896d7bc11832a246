"""Ctrl-C and the request to end a batch: heard at once, but not in the midst of what is shown of a workbook."""

import signal
from collections.abc import Callable

import pytest

from make_report.app_progress import Stoppable

BOTH = pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])


def interrupted(work: Callable[[Stoppable], None]) -> None:
    """Do what is interrupted."""
    with Stoppable() as stoppable:
        work(stoppable)


@BOTH
def test_what_is_to_be_done_as_a_whole_is_done_before_the_interruption(number: signal.Signals) -> None:
    done: list[str] = []

    def work(stoppable: Stoppable) -> None:
        with stoppable.as_a_whole():
            done.append("counted")
            signal.raise_signal(number)
            done.append("shown")
        done.append("more")

    with pytest.raises(KeyboardInterrupt):
        interrupted(work)
    assert done == ["counted", "shown"]


@BOTH
def test_all_else_is_interrupted_at_once(number: signal.Signals) -> None:
    done: list[str] = []

    def work(stoppable: Stoppable) -> None:
        with stoppable.as_a_whole():
            done.append("whole")
        signal.raise_signal(number)
        done.append("more")

    with pytest.raises(KeyboardInterrupt):
        interrupted(work)
    assert done == ["whole"]


def test_who_is_deaf_to_ctrl_c_stays_so_and_hears_as_before_afterwards() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Stoppable():
            signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
