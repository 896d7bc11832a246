"""Which parts a plan gives so that they are sound whatever is filled in: looked at once, not in each report."""

from collections.abc import Iterator
from xml.parsers import expat

from make_report.document.plan import Choice, Loop, Plan, Steps
from make_report.document.unique import may_bear_marks
from make_report.document.written import begins_plainly, is_plain_markup, is_whole
from make_report.patterns import expression

_BREAKS_A_TAG = expression(r"<[^<>]*$")
_LOOSE_TEXT_GOES_ON = expression(r"<w:t>[^<]*$")
"""A text whose spaces Word would drop, and of which a value may be a part."""


def certain_parts(plan: Plan) -> frozenset[str]:
    """Return the names of the parts that are XML written as we know it, however its loops and choices go.

    Values are coded (escape.py): they are no markup, and stand in texts only.
    """
    return frozenset(name for name, steps in plan.parts.items() if _is_certain(steps))


def _is_certain(steps: Steps) -> bool:
    first = steps[0] if steps else ""
    return (
        isinstance(first, str)
        and begins_plainly(first)
        and all(_is_plain_literal(literal) for literal in _literals(steps))
        and _is_whole(steps, "", "")
    )


def _is_plain_literal(literal: str) -> bool:
    has_brace = "{" in literal or "}" in literal
    goes_on = _BREAKS_A_TAG.search(literal) or _LOOSE_TEXT_GOES_ON.search(literal)
    return (
        is_plain_markup(literal) and is_whole(literal) and not may_bear_marks(literal) and not has_brace and not goes_on
    )


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
