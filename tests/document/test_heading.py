import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report.document.heading import title_lines, typed
from make_report.document.measure import ems

PIECES = st.sampled_from(
    [
        "一、",
        "（二）",
        "(三)",
        "1.",
        "2、",
        "（4）",
        "⑤",
        "。",
        "，",
        "\n",
        "　",
        "情况",
        "2024年",
        "1.5",
        "<&>",
        "{{",
        "𠮷",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=20).map("".join)))
def test_heading_and_text_together_are_the_paragraph_as_typed(paragraph: str) -> None:
    split = typed(paragraph)
    assert split["heading"] + split["text"] == paragraph
    assert 0 <= split["level"] <= 5
    assert split["level"] or not split["heading"]


@pytest.mark.parametrize(
    ("paragraph", "level", "heading"),
    [
        ("一、基本情况", 1, "一、基本情况"),
        ("十一、其他", 1, "十一、其他"),
        ("（一）主动公开", 2, "（一）主动公开"),
        ("(五)监督保障情况", 2, "(五)监督保障情况"),
        ("（一）主动公开情况。全年公开信息若干条。", 2, "（一）主动公开情况。"),
        ("1.完善制度", 3, "1.完善制度"),
        ("2、抓好重点。全年抓好重点工作。", 3, "2、抓好重点。"),
        ("3．规范流程", 3, "3．规范流程"),
        ("（1）加强学习", 4, "（1）加强学习"),
        ("①第一类", 5, "①第一类"),
    ],
)
def test_headings_are_recognised_by_their_numbers(paragraph: str, level: int, heading: str) -> None:
    split = typed(paragraph)
    assert (split["level"], split["heading"]) == (level, heading)


@pytest.mark.parametrize(
    "paragraph",
    [
        "2024年，本单位公开信息若干条。",
        "1.5万元全部用于信息公开",
        "一是加强学习。二是完善制度。",
        "全年公开信息若干条",
        "（略）",
        "",
    ],
)
def test_text_without_a_number_of_a_level_is_no_heading(paragraph: str) -> None:
    assert typed(paragraph) == {"level": 0, "heading": "", "text": paragraph}


@pytest.mark.parametrize(
    "paragraph",
    [
        "（一）本单位全年没有收到公开申请。",
        "（一）全年通过网站、公告栏、政务新媒体等多种渠道主动公开各类信息若干条，内容涉及机构职能。其次是解读。",
        "1.加强学习，",
        "（二）" + "长" * 40,
    ],
)
def test_a_sentence_or_a_long_paragraph_with_a_number_is_no_heading(paragraph: str) -> None:
    split = typed(paragraph)
    assert split["level"] > 0
    assert split["heading"] == ""


ENDING = "2024年政府信息公开工作年度报告"


def lines(org: str, ending: str = ENDING) -> list[str]:
    title = org + ending
    return title_lines(title, [len(org), title.index("2024")])


def test_a_short_title_is_one_line() -> None:
    assert lines("") == [ENDING]
    assert lines("镇政府") == ["镇政府" + ENDING]


def test_a_long_title_breaks_after_the_units_name() -> None:
    assert lines("某某市某某区民政局") == ["某某市某某区民政局", ENDING]


def test_a_title_with_other_words_breaks_before_the_year() -> None:
    title = f"某某市某某区民政局关于{ENDING}"
    assert title_lines(title, [title.index("2024")]) == ["某某市某某区民政局关于", ENDING]


def test_a_very_long_name_is_balanced_and_no_line_is_too_long_or_tiny() -> None:
    for name, count in (("某某自治区某某市某某区某某街道综合执法办公室", 2), ("某" * 40, 3)):
        title_in_lines = lines(name)
        assert len(title_in_lines) == count
        assert all(15 <= ems(line) <= 20 for line in title_in_lines)


def test_a_name_of_more_than_a_line_leaves_the_year_and_what_follows_whole() -> None:
    assert lines("某某省某某自治州某某自治县某某民族乡人民政府政务公开领导小组办公室")[-1] == ENDING


def test_line_breaks_typed_in_a_title_are_kept() -> None:
    assert title_lines("某某局\n2024年报告", []) == ["某某局", "2024年报告"]


@given(st.text(alphabet="某市局政府信息（）、“”2024aB ", min_size=1, max_size=90))
def test_no_character_of_a_title_is_lost_but_a_space_where_a_line_ends(title: str) -> None:
    assert "".join(title_lines(title, [])).replace(" ", "") == title.replace(" ", "")
