"""What is kept from one time to the next: the last results of a function, and memories that forget the oldest."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Question = TypeVar("Question", bound=Hashable)
Known = TypeVar("Known")


def remember(most: int) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Return what gives a function a memory of so many last results, for arguments that are the very same objects.

    Dozens of rules ask the same of one form and one filing, which are too large to be compared each time.
    """

    def with_memory(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        last: dict[tuple[int, ...], tuple[tuple[object, ...], Answer]] = {}

        @wraps(function)
        def asked(*args: Asked.args, **named: Asked.kwargs) -> Answer:
            # They are known by where they lie, and kept so that nothing else will lie there.
            places = tuple(map(id, args))
            known = last.get(places)
            if known is None:
                known = last[places] = args, function(*args, **named)
                forget_oldest(last, most)
            return known[1]

        return asked

    return with_memory


class Recent(Generic[Question, Known]):
    """The last answers by what was asked; what nobody asked for the longest time is forgotten. Threads may share it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: dict[Question, Known] = {}

    def get(self, question: Question) -> Known | None:
        """Return the answer, None if it is not known."""
        answer = self._answers.pop(question, None)
        if answer is not None:
            self._answers[question] = answer
        return answer

    def keep(self, question: Question, answer: Known) -> Known:
        """Keep an answer, and return it."""
        self._answers.pop(question, None)
        self._answers[question] = answer
        forget_oldest(self._answers, self._most)
        return answer


def forget_oldest(memory: dict[Any, Any], most: int) -> None:
    """Take away what was put first into a memory until no more than so much is left. Other threads may do the same."""
    while len(memory) > most:
        try:
            memory.pop(next(iter(memory)), None)
        except (RuntimeError, StopIteration):
            continue


remembered = remember(1)
"""Gives a function a memory of its last result."""
