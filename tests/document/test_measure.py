import pytest

from make_report.document.measure import balanced, ems, line_count


def test_widths_are_counted_in_chinese_characters() -> None:
    assert ems("年报") == 2
    assert ems("2024年") == 3
    assert ems("“三安全”") == 5
    assert ems("a\u0301") == 0.5


def test_a_label_takes_as_many_lines_as_it_must() -> None:
    assert line_count("总计", 2.9) == 1
    assert line_count("法律服务机构", 2.9) == 3
    assert line_count("", 2.9) == 1


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("总计", 2, ["总计"]),
        ("商业企业", 3, ["商业", "企业"]),
        ("不予公开（上年）", 7, ["不予公开", "（上年）"]),
        ("截至2024年底", 4, ["截至", "2024年底"]),
    ],
)
def test_lines_are_of_about_the_same_width_and_break_where_they_may(text: str, limit: float, lines: list[str]) -> None:
    assert balanced(text, limit) == lines


def test_what_may_not_break_stays_whole() -> None:
    assert balanced("abcdefghijkl", 3) == ["abcdefghijkl"]
