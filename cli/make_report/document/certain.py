"""Which parts a plan gives so that they are sound whatever is filled in: looked at when it is made, once."""

from collections.abc import Iterator, Mapping
from math import floor
from xml.parsers import expat

from make_report.document.escape import MARK
from make_report.document.finished import has_long_word
from make_report.document.plan import Choice, Loop, Steps, Value
from make_report.document.rooms import HERE_MORE, rooms_for_values, texts_in
from make_report.document.unique import may_bear_marks
from make_report.document.written import begins_plainly, is_plain_markup, is_whole
from make_report.patterns import expression

_BREAKS_A_TAG = expression(r"<[^<>]*$")
_LOOSE_TEXT_GOES_ON = expression(r"<w:t>[^<]*$")
"""A text whose spaces Word would drop, and of which a value may be a part."""
_ENDS, _BEGINS = expression(r"(?:>|[^!-~])$"), expression(r"<|[^!-~]")
"""What stands before a value, and behind it, so that no long word goes on in it."""
_DECIMALS = 100


def certain_parts(parts: Mapping[str, Steps], styles: bytes | None) -> dict[str, tuple[float, ...]]:
    """Return the parts that are XML written as we know it, however their loops and choices go, by name.

    Values are coded (escape.py): they are no markup, and make no long words with what stands beside them. Told of each
    part is the room for each value beside loops and choices, none if the filled part must be looked at (rooms.py).
    """
    if styles is None:
        return {}
    return {name: _rooms(steps, styles) for name, steps in parts.items() if _is_certain(steps)}


def _is_certain(steps: Steps) -> bool:
    first = steps[0] if steps else ""
    return (
        isinstance(first, str)
        and begins_plainly(first)
        and all(_is_plain_literal(literal) for literal in _literals(steps))
        and _stand_alone(steps)
        and _is_whole(steps, "", "")
    )


def _rooms(steps: Steps, styles: bytes) -> tuple[float, ...]:
    begins_cells = any("<w:tc>" in literal for step in steps for inner in _inner(step) for literal in _literals(inner))
    text = "".join(step if isinstance(step, str) else MARK if isinstance(step, Value) else HERE_MORE for step in steps)
    rooms = None if begins_cells else rooms_for_values(text, styles)
    return tuple(floor(room * _DECIMALS) / _DECIMALS for room in rooms or ())


def _stand_alone(steps: Steps) -> bool:
    """Return whether no value stands beside a letter with which it could make a long word, or beside another value."""
    values = all(
        isinstance(before, str) and isinstance(after, str) and _ENDS.search(before) and _BEGINS.match(after)
        for before, step, after in zip(("", *steps), steps, (*steps[1:], ""), strict=False)
        if isinstance(step, Value)
    )
    return values and all(_stand_alone(inner) for step in steps for inner in _inner(step))


def _is_plain_literal(literal: str) -> bool:
    has_brace = "{" in literal or "}" in literal
    goes_on = _BREAKS_A_TAG.search(literal) or _LOOSE_TEXT_GOES_ON.search(literal)
    is_plain = is_plain_markup(literal) and is_whole(literal) and not may_bear_marks(literal)
    return is_plain and not has_brace and not goes_on and not any(map(has_long_word, texts_in(literal)))


def _literals(steps: Steps) -> Iterator[str]:
    for step in steps:
        if isinstance(step, str):
            yield step
        for inner in _inner(step):
            yield from _literals(inner)


def _inner(step: object) -> Iterator[Steps]:
    if isinstance(step, Loop):
        yield step.steps
    elif isinstance(step, Choice):
        yield from (branch for _, branch in step.branches)


def _is_whole(steps: Steps, before: str, after: str) -> bool:
    """Return whether the literals between two others are XML by themselves, and so are loops and choices in them."""
    parser = expat.ParserCreate()
    depth = 0

    def begin(*_: object) -> None:
        nonlocal depth
        depth += 1

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(before)
        for step in steps:
            if isinstance(step, str):
                parser.Parse(step)
            elif not depth or not all(_is_whole(inner, "<a>", "</a>") for inner in _inner(step)):
                return False
        parser.Parse(after, True)  # noqa: FBT003 - expat's own way
    except expat.ExpatError:
        return False
    return True
