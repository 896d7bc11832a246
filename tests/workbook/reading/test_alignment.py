import pytest

from make_report.workbook.reading.alignment import ANY_ROW, RowAdded, RowMissing, columns_moved, row_changes

EXPECTED = [("甲",), ("乙",), ("丙",), ANY_ROW, ("丁",)]


@pytest.mark.parametrize(
    ("actual", "changes"),
    [
        ("甲乙丙?丁", []),
        ("甲乙丙?丁戊己", []),
        ("甲子丙?丁", []),
        ("甲子乙丙?丁", [RowAdded(1)]),
        ("子甲乙丙?丁", [RowAdded(0)]),
        ("甲丙?丁", [RowMissing(1, 1)]),
        ("甲丁", [RowMissing(1, 1), RowMissing(2, 1), RowMissing(3, 1)]),
        ("甲乙丙丁", [RowMissing(3, 3)]),
    ],
)
def test_rows_added_and_missing_are_told_from_changed_ones(actual: str, changes: list[RowAdded | RowMissing]) -> None:
    assert list(row_changes(EXPECTED, [(text,) for text in actual])) == changes


def test_of_several_rows_the_blank_one_was_added() -> None:
    assert list(row_changes(EXPECTED, [("甲",), ("乙",), ("丙",), ("?",), (), ("丁",)])) == [RowAdded(4)]


def test_labels_that_stand_together_beside_their_cells_were_moved() -> None:
    misplaced = {(1, 2): "甲", (1, 3): "乙"}
    assert columns_moved(misplaced, {(1, 3): "甲", (1, 4): "乙"})
    assert columns_moved(misplaced, {(1, 1): "甲", (1, 2): "乙"})


def test_labels_that_changed_places_or_rows_were_not_moved_by_columns() -> None:
    misplaced = {(1, 2): "甲", (1, 3): "乙"}
    assert not columns_moved(misplaced, {(1, 2): "乙", (1, 3): "甲"})
    assert not columns_moved(misplaced, {(2, 2): "甲", (2, 3): "乙"})
    assert not columns_moved({}, {})


def test_a_single_label_was_moved_if_its_cell_is_blank() -> None:
    assert columns_moved({(1, 3): "丙"}, {(1, 4): "丙"})
    assert not columns_moved({(1, 3): "丙"}, {(1, 3): "丁", (1, 4): "丙"})
