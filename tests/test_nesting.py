"""How deep a text nests is seen without a call for each level."""

from collections.abc import Iterable

from make_report.nesting import DEEPEST_NESTING, nests_too_deep


def test_what_nests_to_the_limit_is_borne() -> None:
    assert not nests_too_deep(_lists(DEEPEST_NESTING), _inner)
    assert nests_too_deep(_lists(DEEPEST_NESTING + 1), _inner)


def test_depth_takes_no_depth_to_be_seen() -> None:
    assert nests_too_deep(_lists(100_000), _inner)


def _lists(deep: int) -> object:
    made: object = "a"
    for _ in range(deep):
        made = [made]
    return made


def _inner(node: object) -> Iterable[object]:
    return node if isinstance(node, list) else ()  # pyright: ignore[reportUnknownVariableType] - a list of anything
