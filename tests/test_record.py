"""Records: frozen values that compare, hash and show themselves by their fields."""

import copy
import pickle

import pytest

from make_report.record import Record, as_mapping, attributes_of, field, replace


class Point(Record):
    row: int
    column: int = 1
    notes: dict[str, str] = field(default_factory=dict[str, str], compare=False)


class Named(Point, kw_only=True):
    name: str = field(repr=False)


def test_fields_are_given_by_place_or_by_name() -> None:
    assert Point(2, 3) == Point(row=2, column=3)
    assert Point(2) == Point(2, 1)
    assert Named(2, name="x").name == "x"


@pytest.mark.parametrize(("args", "given"), [("", ""), ("1234", ""), ("1", "rwo"), ("", "column")])
def test_what_is_missing_or_unknown_is_an_error(args: str, given: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        Point(*args, **dict.fromkeys([given] if given else [], 2))  # pyright: ignore[reportArgumentType] - the mistake under test


def test_a_record_is_frozen() -> None:
    point = Point(2)
    with pytest.raises(AttributeError):
        point.row = 3  # pyright: ignore[reportAttributeAccessIssue] - the mistake under test
    with pytest.raises(AttributeError):
        del point.row  # pyright: ignore[reportAttributeAccessIssue] - the mistake under test
    assert point.row == 2


def test_equal_fields_of_the_same_kind_make_equal_records() -> None:
    assert Point(2, 3, {"a": "b"}) == Point(2, 3)
    assert hash(Point(2, 3)) == hash(Point(2, 3))
    assert Point(2, 3) != Point(3, 2)
    assert Point(2, 3) != Named(2, 3, name="x")


def test_every_record_has_its_own_made_default() -> None:
    assert Point(1).notes is not Point(1).notes


def test_a_record_shows_its_fields_but_those_left_out() -> None:
    assert repr(Named(2, name="secret")) == "Named(row=2, column=1, notes={})"


def test_a_changed_record_is_a_new_one() -> None:
    point = Point(2, 3)
    assert (replace(point, row=5), point) == (Point(5, 3), Point(2, 3))
    assert as_mapping(point) == {"row": 2, "column": 3, "notes": {}}
    assert [attribute.name for attribute in attributes_of(Named)] == ["row", "column", "notes", "name"]


def test_a_record_travels_to_other_processes() -> None:
    point = Point(2, 3)
    assert pickle.loads(pickle.dumps(point)) == point  # noqa: S301 - our own bytes
    assert copy.copy(point) == point
