"""What is remembered: the last answer, for the very same question only."""

from make_report.remembered import remembered


def test_the_same_question_is_answered_once_and_another_anew() -> None:
    asked: list[object] = []

    @remembered
    def answer(one: object, other: object) -> object:
        asked.append(one)
        return one, other

    first, second = [1], [1]
    assert answer(first, second) == answer(first, second) == ([1], [1])
    assert asked == [first]
    assert answer(second, second) == ([1], [1])
    assert len(asked) == 2
