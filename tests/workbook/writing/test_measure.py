"""How much room text takes."""

import pytest

from make_report.workbook.writing.measure import MOST_HEIGHT, Box, line_count, row_heights, text_width
from make_report.workbook.writing.style import TABLE_LABEL


@pytest.mark.parametrize(("text", "width"), [("", 0), ("abc", 3), ("结果维持", 8), ("第1项（二）", 11), ("“无”", 6)])
def test_chinese_characters_and_punctuation_are_two_letters_wide(text: str, width: int) -> None:
    assert text_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"), [("", 10, 1), ("结果维持", 9, 1), ("结果维持", 5, 2), ("a\n\nb", 10, 3)]
)
def test_lines_are_counted_by_characters_and_breaks(text: str, width: float, lines: int) -> None:
    assert line_count(text, width) == lines


def test_a_column_too_narrow_for_any_character_still_gives_a_number() -> None:
    assert line_count("结果", 0.1) == 2


def test_a_row_is_as_tall_as_its_tallest_text_and_never_lower_than_the_least() -> None:
    heights = row_heights(
        [Box(1, "短", 20, TABLE_LABEL), Box(1, "长" * 30, 20, TABLE_LABEL), Box(2, "", 9, TABLE_LABEL)], 22
    )
    assert heights[1] > 3 * 15
    assert heights[2] == 22


def test_a_text_over_several_rows_makes_the_last_of_them_taller_only_if_they_are_too_low() -> None:
    assert row_heights([Box(1, "短", 20, TABLE_LABEL, row_span=3)], 22) == {1: 22, 2: 22, 3: 22}
    heights = row_heights([Box(1, "长" * 60, 20, TABLE_LABEL, row_span=3)], 22)
    assert (heights[1], heights[2]) == (22, 22)
    assert heights[3] > 50


def test_no_row_is_taller_than_excel_allows() -> None:
    assert row_heights([Box(1, "长" * 9000, 20, TABLE_LABEL)], 22)[1] == MOST_HEIGHT
