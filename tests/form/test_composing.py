"""YAML that nests or doubles itself without end is refused at once, where it begins to be too much."""

import pytest

from make_report.errors import FormError
from make_report.form import composing
from make_report.form.load import parse_form
from make_report.nesting import DEEPEST_NESTING

_FOURFOLD = "".join(f"a{n}: &a{n} {{columns: [{', '.join([f'*a{n - 1}'] * 4)}]}}\n" for n in range(1, 20))
BROKEN = [
    ("[" * 300, composing.TOO_DEEP, (1, DEEPEST_NESTING + 2)),
    ("- " * 300 + "a", composing.TOO_DEEP, (1, 2 * DEEPEST_NESTING + 3)),
    ("\n".join(f"{' ' * level}a:" for level in range(300)), composing.TOO_DEEP, (DEEPEST_NESTING + 1, 51)),
    ("? " * 50, composing.KEY, (1, 3)),
    ("title: {{ org }}", composing.KEY, (1, 9)),
    ("a0: &a0 {columns: []}\n" + _FOURFOLD, composing.TOO_MANY, (9, 20)),
    ("&a [*a]", composing.ITSELF, (1, 5)),
    ("a: &a {b: {c: *a}}", composing.ITSELF, (1, 15)),
    ("years: 2025-02-30", composing.NO_VALUE, (1, 8)),
    ("version: " + "9" * 5_000, composing.NO_VALUE, (1, 10)),
    ("version: !!int one", composing.NO_VALUE, (1, 10)),
    ("version: !!bool perhaps", composing.NO_VALUE, (1, 10)),
]


@pytest.mark.parametrize(("text", "sentence", "place"), BROKEN, ids=lambda given: repr(given)[:40])
def test_what_breaks_a_bound_is_named_where_it_stands(text: str, sentence: str, place: tuple[int, int]) -> None:
    with pytest.raises(FormError) as caught:
        parse_form(text, "form.yaml", "small")
    (fault,) = caught.value.faults
    assert (fault.sentence, (fault.line, fault.column)) == (sentence, place)
    assert "{" not in fault.message.replace("{{", "")


def test_an_alias_stands_for_what_it_names() -> None:
    read = composing.bounded_yaml().load("a: &a [1, 2]\nb: [*a, *a]\nc: *a")  # pyright: ignore[reportUnknownMemberType]
    assert read == {"a": [1, 2], "b": [[1, 2], [1, 2]], "c": [1, 2]}
