"""Sentences, clauses and the numbers in them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from make_report.check.clauses import Clause, clauses, quantities_in
from make_report.check.numerals import chinese_number
from make_report.check.shares import is_percent
from tests.numerals import chinese

UNITS = ("件", "条", "")


def split(*paragraphs: str) -> list[Clause]:
    return [clause for found in clauses(paragraphs) for clause in found]


def texts(*paragraphs: str) -> list[str]:
    return [clause.text for clause in split(*paragraphs)]


def counted(text: str) -> list[tuple[Decimal, bool]]:
    """Return the numbers with a unit, and whether they are exact."""
    return [(one.number, one.exact) for one in quantities_in(text) if one.unit(UNITS) is not None]


def test_clauses_end_at_commas_colons_and_brackets() -> None:
    assert texts("全年收到申请14件（其中信件10件，网络4件），已办结12件。其中：公开3件；其他9件。") == [
        "全年收到申请14件", "其中信件10件", "网络4件", "已办结12件", "其中", "公开3件", "其他9件",
    ]  # fmt: skip


def test_a_list_is_split_only_behind_numbers() -> None:
    assert texts("收到公民、法人的申请5件、咨询3件、2023年、其他") == [
        "收到公民、法人的申请5件",
        "咨询3件",
        "2023年、其他",
    ]


def test_a_clause_knows_the_sentence_before_and_its_own_beginning() -> None:
    *_, last = split("（二）依申请公开", "收到申请3件，办结2件。")
    assert (last.text, last.before, last.lead, last.depth) == ("办结2件", "收到申请3件，", "(二)依申请公开", 0)
    assert [clause.depth for clause in split("甲（乙（丙）丁）戊")] == [0, 1, 2, 1, 0]


def test_a_clause_is_shown_as_typed_but_for_spaces() -> None:
    (clause,) = split("收到 申请 １２ 件")
    assert (clause.text, clause.shown) == ("收到申请12件", "收到申请１２件")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("收到75件", 75),
        ("收到１２件", 12),
        ("公开1 295 条", 1295),
        ("公开1,295条", 1295),
        ("公开12,345,678条", 12345678),
        ("收到十二件", 12),
        ("收到一百零三件", 103),
        ("收到两千三百条", 2300),
        ("公开一万零五条", 10005),
        ("收到三件", 3),
        ("不予公开5", 5),
        ("公开1，295条", 1295),
        ("收到壹拾贰件", 12),
        ("收到叁件", 3),
        ("收到廿件", 20),
        ("收到卅二件", 32),
    ],
)
def test_an_exact_number(text: str, number: int) -> None:
    (clause,) = split(text)
    assert counted(clause.text) == [(Decimal(number), True)]


@pytest.mark.parametrize(
    "text",
    [
        "公开1500余条",
        "公开近30条",
        "约30条",
        "超过30条",
        "30条以上",
        "30条左右",
        "三十多件",
        "1.2万条",
        "3-5件",
        "3至5件",
        "数十件",
        "几百件",
    ],
)
def test_a_number_that_is_not_exact(text: str) -> None:
    (clause,) = split(text)
    assert counted(clause.text)
    assert not any(exact for _, exact in counted(clause.text))


@pytest.mark.parametrize(
    "text",
    ["高效办成一件事", "第三件", "2023年", "公开四类信息", "12345热线", "占51.85%", "一是", "队伍建设"],
)
def test_what_counts_nothing(text: str) -> None:
    assert [one for clause in split(text) for one in counted(clause.text)] == []


def test_a_full_width_comma_joins_numbers_only_as_it_parts_thousands() -> None:
    assert texts("部分公开1，200件") == ["部分公开1,200件"]
    assert texts("部分公开1，20件") == ["部分公开1", "20件"]
    assert texts("部分公开1件，200件") == ["部分公开1件", "200件"]
    assert texts("共1200，300件") == ["共1200", "300件"]
    assert texts("部分公开1，200，300件") == ["部分公开1", "200", "300件"]


@pytest.mark.parametrize(
    ("text", "number", "decimals"),
    [
        ("占百分之六十", "60", 0),
        ("占百分之百", "100", 0),
        ("占百分之九点四六", "9.46", 2),
        ("下降四成", "40", -1),
        ("占51.85%", "51.85", 2),
    ],
)
def test_percentages(text: str, number: str, decimals: int) -> None:
    (percent,) = quantities_in(text)
    assert (percent.number, percent.decimals, percent.exact) == (Decimal(number), decimals, True)
    assert is_percent(percent)


@pytest.mark.parametrize("text", ["占近百分之六十", "约四成", "百分之六十左右"])
def test_a_percentage_that_is_not_exact(text: str) -> None:
    assert [percent.exact for percent in quantities_in(text)] == [False]


def test_money_in_myriads_is_exact() -> None:
    (amount,) = quantities_in("收取0.038万元")
    assert (amount.number, amount.exact, amount.unit(("元",))) == (380, True, "元")
    assert [amount.exact for amount in quantities_in("收取数万元")] == [False]


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=99_999_999))
def test_chinese_numerals(number: int) -> None:
    assert chinese_number(chinese(number)) == number


@settings(deadline=None)
@given(
    st.lists(st.sampled_from("收到申请件年，。；、：（）()0123456789.,万余约一二十百零 \t％%"), max_size=60).map(
        "".join
    )
)
def test_any_text_has_clauses_that_are_stretches_of_it(text: str) -> None:
    bare = "".join(text.split())
    for clause in split(text):
        assert clause.shown in bare
        assert len(clause.shown) == len(clause.text)
