"""Words that stand twice, slips of the pen, numbers without a measure word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report.check.edits import HAN
from make_report.check.words import doubled_words
from make_report.form.model import Form
from make_report.form.rule.hygiene import DoubledWords, Slips
from make_report.record import replace
from tests.check.test_punctuation import operands
from tests.filings import filing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("惠民资金资金到位。", "“惠民资金到位。”"),
        ("办公室办公室负责。", "“办公室负责。”"),
        ("政府信息政府信息公开。", "“政府信息公开。”"),
        ("完善监督保障保障机制。", "“完善监督保障机制。”"),
        ("政策的的落实。", "“政策的落实。”"),
        ("教育和和医疗。", "“教育和医疗。”"),
        ("工作工作年度报告。", "“工作年度报告。”"),
        ("加强加强加强培训。", "“加强培训。”"),
    ],
)
def test_t02_finds_words_that_stand_twice(form_2021: Form, text: str, expected: str) -> None:
    assert operands(form_2021, text) == [("T02", f"“{text}”", expected)]


@pytest.mark.parametrize(
    "text",
    [
        "某县人民政府政府信息公开指南。",
        "以便民为目的的栏目。",
        "政府信息公开工作工作人员。",
        "进一步规范规范性文件管理。",
        "开展在在线访谈。",
        "以及及时公布。",
        "主动公开，公开内容全面。",
        "高高兴兴，方方面面，常常，一一，人人，渐渐，等等。",
        "某县县长，某区区委，某市市场监管局。",
        "2020年2020条，１１１１件，ababab。",
        "一步一步来，研究研究再说。",
        "为了了解情况。",
        "对对象的分类。",
    ],
)
def test_t02_leaves_words_alone_that_meet_by_right(form_2021: Form, text: str) -> None:
    assert operands(form_2021, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("畅通受理渠。", "“畅通受理渠道。”"),
        ("截止2023年完成。", "“截至2023年完成。”"),
        ("截止目前已完成。", "“截至目前已完成。”"),
        ("己办结。", "“已办结。”"),
        ("全年末收到申请。", None),
        ("登陆网站查看。", "“登录网站查看。”"),
        ("占100%%。", "“占100%。”"),
    ],
)
def test_t06_says_what_was_meant(form_2021: Form, text: str, expected: str | None) -> None:
    assert operands(form_2021, text) == ([("T06", f"“{text}”", expected)] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "受理渠道畅通，审查管理规范。",
        "报名截止日期为1月1日，截止到12月31日。",
        "台风登陆后及时发布预警。",
        "由经办人自己办结。",
        "年末收到申请。",
        "按排名公布，公布署名文章。",
        "制定制度，制订计划，作出贡献，做出成绩。",
    ],
)
def test_t06_lets_words_stand_where_they_are_right(form_2021: Form, text: str) -> None:
    assert operands(form_2021, text) == []


def test_t06_never_calls_its_own_correction_a_slip(form_2021: Form) -> None:
    (rule,) = [rule for rule in form_2021.rules if isinstance(rule, Slips)]
    for line in rule.slips.splitlines():
        pair, _, phrases = line.partition(" / ")
        wrong, right = pair.split(" → ")
        assert "T06" in {code for code, _, _ in operands(form_2021, f"甲{wrong}乙。")}, wrong
        for text in (right, *phrases.split()):
            assert "T06" not in {code for code, _, _ in operands(form_2021, f"甲{text}乙。")}, text


@pytest.mark.parametrize("text", ["收到政府信息公开申请15，办结15。", "行政复议共2。", "公开信息 1136。"])
def test_t12_finds_numbers_without_a_measure_word(form_2021: Form, text: str) -> None:
    assert [code for code, _, _ in operands(form_2021, text)] == ["T12"]


@pytest.mark.parametrize(
    "text", ["收到申请15件。", "公开信息1,136条。", "行政复议2、3件。", "发布信息12345热线相关内容。", "公开信息100%。"]
)
def test_t12_is_silent_where_a_unit_follows_or_none_is_due(form_2021: Form, text: str) -> None:
    assert operands(form_2021, text) == []


@given(st.text("甲乙丙的和1a。 é𠮷\ud800\uffff", max_size=14))
def test_t02_looks_at_every_text_in_which_a_word_may_stand_twice(form_2021: Form, text: str) -> None:
    rule = replace(next(rule for rule in form_2021.rules if isinstance(rule, DoubledWords)), allowed="")
    twice = re.search(rf"({HAN}{{2,4}})\1|([{''.join(rule.words)}])\2", text)
    assert bool(list(doubled_words(rule, form_2021, filing(form_2021, {"overview": text})))) == bool(twice)
