"""Places as Excel names them, and in the order one walks through a workbook."""

from hypothesis import given
from hypothesis import strategies as st

from make_report.place import Place, column_letters, ranges


def test_columns_have_excels_letters() -> None:
    assert [column_letters(column) for column in (1, 26, 27, 52, 702, 703, 16384)] == [
        "A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD",
    ]  # fmt: skip


def test_a_place_is_named_as_staff_see_it() -> None:
    assert str(Place(4, 12, 4, "表三")) == "表三 D12"
    assert str(Place(4, sheet="表三")) == "表三"
    assert str(Place()) == ""


def test_places_sort_by_sheet_row_and_column() -> None:
    places = [Place(2, 1, 1, "b"), Place(1, 9, 9, "z"), Place(1, 9, 1, "z"), Place(1, sheet="z"), Place()]
    assert sorted(places) == list(reversed(places))


@given(st.integers(1, 50), st.integers(1, 50), st.integers(1, 20))
def test_neighbours_in_a_row_stand_as_one_range(row: int, column: int, length: int) -> None:
    places = [Place(1, row, column + step, "s") for step in range(length)]
    first, last = places[0].cell, places[-1].cell
    assert list(ranges(places)) == [first if length == 1 else f"{first}:{last}"]
