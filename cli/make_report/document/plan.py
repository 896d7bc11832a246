"""A Word template made ready to be filled often: its text as literals, values, loops and choices.

A plan is data: it is kept as JSON (plan_data.py) and nothing in it can run code. compile.py makes it from docxtpl's own
reading of the template; filling it gives what docxtpl would give, which is compared when it is made.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple, cast

from make_report.document.escape import encode
from make_report.document.tagged import in_one_tag
from make_report.record import Record

Path = tuple[str, ...]
"""The way to a value in the context: a field's id in its parts, or a loop's variable and a key of it."""
Test = tuple[str, Any, Any]
"""("value", path, None): is it there; ("==", path, constant); ("not", test, None); ("and" or "or", test, test)."""


class Value(Record):
    """The text of a value."""

    path: Path


class Loop(Record):
    """Steps for each item of a list."""

    variable: str
    path: Path
    steps: "Steps"


class Choice(Record):
    """The steps of the first branch whose test holds; a branch without a test always holds."""

    branches: tuple[tuple[Test | None, "Steps"], ...]


Step = str | Value | Loop | Choice
Steps = tuple[Step, ...]


class Filled(NamedTuple):
    """A part that is filled in, texts still coded (escape.py), elements without content in one tag."""

    text: str
    values: Sequence[str] = ()
    """What was filled in beside loops and choices, as far as it is known."""
    repeated: Sequence[str] = ()
    """What was filled in by loops and choices."""
    rooms: Sequence[float] | None = None
    """As in Plan.certain; None if the part is not certain."""


class Plan(Record):
    """The parts of a Word file that tags stand in, by name; all others are copied as they are."""

    parts: Mapping[str, Steps]
    """Elements without content stand in one tag in the literals."""
    hollow: tuple[str, ...] | None = None
    """The elements that are left without content where nothing is filled in, in two tags; None if any may be."""
    certain: Mapping[str, tuple[float, ...]] = {}
    """The parts that are sound whatever is filled in (certain.py), with the room for each value beside loops and
    choices: so many characters of its own size. There are none if the filled part must be looked at."""

    def filled(self, context: Mapping[str, Any]) -> dict[str, Filled]:
        """Return the filled parts.

        KeyError or TypeError if a tag names what is not there, or cannot be printed.
        """
        return {name: self._filled(name, steps, context) for name, steps in self._stretched.items()}

    @cached_property
    def _stretched(self) -> dict[str, tuple["Steps | _Stretch", ...]]:
        return {name: tuple(_stretches(steps)) for name, steps in self.parts.items()}

    def _filled(self, name: str, steps: Sequence["Steps | _Stretch"], context: Mapping[str, Any]) -> Filled:
        pieces: list[str] = []
        values: list[str] = []
        repeated: list[str] = []
        for step in steps:
            if isinstance(step, _Stretch):
                step.fill(context, pieces, values)
            else:
                _fill(step, context, pieces, repeated)
        return Filled(self._in_one_tag("".join(pieces)), values, repeated, self.certain.get(name))

    def _in_one_tag(self, text: str) -> str:
        if self.hollow is None:
            return in_one_tag(text)
        for element in self.hollow:
            text = text.replace(element, f"{element[: element.index('>')]}/>")
        return text


class _Stretch(Record):
    """Literals with a value between each and the next: most of a table."""

    literals: tuple[str, ...]
    values: tuple[tuple[Path, tuple[str, ...]], ...]
    """The keys of the values by the way to what they stand in: those of a row of a table together."""

    def fill(self, context: Mapping[str, Any], pieces: list[str], values: list[str]) -> None:
        """Put the literals and values behind the pieces, and the values behind the values."""
        coded: list[str] = []
        for path, names in self.values:
            row: Any = _at(path, context)
            coded += [encode(_printed(row[name])) for name in names]
        in_turn = [""] * (len(self.literals) + len(coded))
        in_turn[::2], in_turn[1::2] = self.literals, coded
        pieces += in_turn
        values += coded


def _stretches(steps: Steps) -> Iterator[Steps | _Stretch]:
    """Yield the steps of a part, those that are neither loops nor choices together."""
    for is_plain, group in groupby(steps, key=lambda step: isinstance(step, str | Value)):
        stretch = tuple(group)
        yield _stretch(stretch) if is_plain else stretch


def _stretch(steps: Steps) -> _Stretch:
    literals, paths = [""], list[Path]()
    for step in steps:
        if isinstance(step, str):
            literals[-1] += step
        elif isinstance(step, Value):
            literals.append("")
            paths.append(step.path)
    rows = groupby(paths, key=lambda path: path[:-1])
    return _Stretch(tuple(literals), tuple((row, tuple(path[-1] for path in of_row)) for row, of_row in rows))


def _fill(steps: Steps, context: Mapping[str, Any], pieces: list[str], values: list[str]) -> None:
    """Put the pieces of the steps behind those there are: yielded one by one they would take twice the time."""
    for step in steps:
        if isinstance(step, str):
            pieces.append(step)
        elif isinstance(step, Value):
            value = encode(_printed(_at(step.path, context)))
            pieces.append(value)
            values.append(value)
        elif isinstance(step, Loop):
            for item in cast("Sequence[object]", _at(step.path, context)):
                _fill(step.steps, {**context, step.variable: item}, pieces, values)
        else:
            _fill(_chosen(step, context), context, pieces, values)


def _chosen(choice: Choice, context: Mapping[str, Any]) -> Steps:
    """Return the steps of the first branch whose test holds."""
    for test, steps in choice.branches:
        if test is None or _holds(test, context):
            return steps
    return ()


def _printed(value: object) -> str:
    """Return a value as text. TypeError for what is neither text nor number, such as None or nan: nobody prints it."""
    if not isinstance(value, str | int):
        message = f"{type(value).__name__} cannot be printed"
        raise TypeError(message)
    return str(value)


def _at(path: Path, context: Mapping[str, Any]) -> object:
    value: Any = context
    for name in path:
        value = value[name]
    return value


def _holds(test: Test, context: Mapping[str, Any]) -> bool:
    kind, one, other = test
    if kind == "value":
        return bool(_at(one, context))
    if kind == "==":
        return _at(one, context) == other
    if kind == "not":
        return not _holds(one, context)
    holds = _holds(one, context)
    return (holds and _holds(other, context)) if kind == "and" else (holds or _holds(other, context))
