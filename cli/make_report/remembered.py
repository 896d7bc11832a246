"""What is kept from one time to the next: the last results of a function, and memories that forget the oldest."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Question = TypeVar("Question", bound=Hashable)
Known = TypeVar("Known")
One = TypeVar("One")
Other = TypeVar("Other")


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


def remembered(function: Callable[[One, Other], Answer]) -> Callable[[One, Other], Answer]:
    """Give a function of two arguments, such as a form and a filing, a memory of its last two results.

    As `remember` does, in a fifth of the time: hundreds of questions are about the filing that the last one was about,
    or about last year's.
    """
    last: tuple[tuple[One, Other, Answer], ...] = ()

    @wraps(function)
    def asked(one: One, other: Other) -> Answer:
        nonlocal last
        for known in last:
            if known[0] is one and known[1] is other:
                return known[2]
        answer = function(one, other)
        last = ((one, other, answer), *last[:1])
        return answer

    return asked
