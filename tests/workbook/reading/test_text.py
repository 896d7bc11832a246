import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report.workbook.reading.text import excerpt, lines_of, unescaped


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_break_splits(line_break: str) -> None:
    assert lines_of(f"甲{line_break}乙").texts == ("甲", "乙")


@pytest.mark.parametrize("invisible", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\x01", "\ud800", "\ufffe", "\x7f"])
def test_what_nobody_sees_is_removed_and_told(invisible: str) -> None:
    lines = lines_of(f"甲{invisible}乙")
    assert (lines.texts, lines.tidied) == (("甲乙",), True)


@pytest.mark.parametrize("text", ["　　甲", "甲 ", "\t甲", "\n甲", "甲\n"])
def test_white_space_around_is_removed_without_a_word(text: str) -> None:
    lines = lines_of(text)
    assert (lines.texts, lines.tidied) == (("甲",), False)


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("甲  乙　丙\u00a0丁", "甲 乙 丙 丁"),
        ("甲 ，乙。 丙（ 丁 ） 戊", "甲，乙。丙（丁）戊"),
        ("落实 “三审三校” 制度", "落实“三审三校”制度"),
        ("（一） 主动公开", "（一）主动公开"),
        ("政务公开⼯作⼈员", "政务公开工作人员"),
        ("⻓期", "长期"),
    ],
)
def test_needless_spaces_and_copied_radicals_are_tidied_and_told(typed: str, tidied: str) -> None:
    lines = lines_of(typed)
    assert (lines.texts, lines.tidied) == ((tidied,), True)


@pytest.mark.parametrize(
    "text", ["甲 乙 <&> {{ }} {% %} ①２%", "2023 年 15 条", "the “city” of, a", "（一）主动公开 全年", "H5 等"]
)
def test_inside_a_line_all_else_stays_as_typed(text: str) -> None:
    lines = lines_of(text)
    assert (lines.texts, lines.tidied) == ((text,), False)


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("甲_x000D_\n乙", "甲\r\n乙"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x005F_x005F_", "_x005F_"),
        ("_x005F_", "_x005F_"),
        ("a_x0041_b", "a_x0041_b"),
        ("文件_x1_", "文件_x1_"),
        ("_x005F_x0041_ _x0007_", "_x0041_ \x07"),
    ],
)
def test_escapes_are_undone_only_where_programs_write_them(stored: str, text: str) -> None:
    assert unescaped(stored) == text


@given(st.text())
def test_lines_are_never_blank_and_hold_nothing_xml_forbids(text: str) -> None:
    for line in lines_of(text).texts:
        assert line == line.strip() != ""
        assert not any(ord(character) < 32 for character in line)
        assert lines_of(line).texts == (line,)


@given(st.text() | st.text("甲（ 　⼯\u00ad\u3000“”é1\t"))
def test_a_text_in_one_line_is_tidied_like_one_in_several(text: str) -> None:
    assert lines_of(text) == lines_of(f"{text}\n")


def test_an_excerpt_has_forty_characters_and_one_line() -> None:
    assert excerpt("甲\n乙") == "甲 乙"
    assert excerpt("甲" * 41) == "甲" * 39 + "…"
    assert excerpt("甲" * 40) == "甲" * 40
