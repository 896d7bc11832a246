"""Faults in texts are quoted so that one finds the spot; no text can make a check stumble."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from make_report.check import check_filing
from make_report.check.edits import MOST_QUOTED, quotations, without_addresses, without_codes
from make_report.form.load import load_form
from make_report.form.rule.hygiene import Hygiene
from tests.check.test_punctuation import operands
from tests.conftest import TEMPLATES
from tests.filings import filing

FORM = load_form(TEMPLATES / "zfxxgk-2021")
HYGIENE = {rule.code for rule in FORM.rules if isinstance(rule, Hygiene)}
TEXTUAL = ("org", "title", "introduction", "contact", "signature", "overview", "problems", "other_matters")
SIGNS = st.text('甲乙的的一是二是三是，。；：（）()《》〈〉‘’,.;:!?"<>[]【】〔〕 　2021号13800局镇年\n')


@settings(deadline=None)
@given(st.lists(st.text() | SIGNS, min_size=1, max_size=3), st.sampled_from(TEXTUAL))
def test_no_text_makes_a_check_stumble(texts: list[str], field: str) -> None:
    single = field in {"org", "title", "signature"}
    for finding in check_filing(FORM, filing(FORM, {field: texts[0] if single else texts})):
        assert finding.message("zh-CN")


@settings(deadline=None)
@given(SIGNS)
def test_quotations_are_taken_from_the_text(text: str) -> None:
    for finding in check_filing(FORM, filing(FORM, {"overview": [text]})):
        if finding.code in HYGIENE - {"T04", "T07"}:
            for quotation in re.findall("“([^”]*)”", str(finding.operands["actual"])):
                assert quotation in text


def test_a_finding_quotes_the_sentence_around_the_fault_and_merges_neighbours() -> None:
    text = "头一句话到此为止。中间这一句话里有甲,乙,丙这样三项内容，需要核对。末一句。"
    assert operands(FORM, text) == [("T01", "“一句话里有甲,乙,丙这样三项内”", "“一句话里有甲，乙，丙这样三项内”")]


def test_of_many_quotations_the_first_are_shown_and_each_once() -> None:
    quotes = [str(number) for number in range(MOST_QUOTED + 2)]
    assert quotations(["甲", "甲"], "zh-CN") == "“甲”"
    assert quotations(quotes, "zh-CN") == "“0”、“1”、“2”、“3”、“4”，另有2处"


@pytest.mark.parametrize("address", ["http://a.cn/b?c=1", "www.a.gov.cn", "a.b@c.com", "a.gov.cn/x:1", "HTTPS://A.CN"])
def test_addresses_are_blanked_out_and_nothing_else_moves(address: str) -> None:
    assert without_addresses(f"甲{address}，乙1.5") == f"甲{chr(0) * len(address)}，乙1.5"


ADDRESSES = st.lists(
    st.sampled_from(
        [
            *"甲a1.@:/-? \u017f\u0130{｝",
            "www.",
            "WWW.",
            "http",
            "HTTPS:/",
            ".cn",
            ".Com",
            "a.org",
            "b.NET",
            "a@b.c",
            "。",
        ]
    ),
    max_size=9,
).map("".join)


@given(ADDRESSES)
def test_no_address_and_no_name_in_braces_is_passed_over(text: str) -> None:
    beside = "\nwww.a.cn a@b.c {a}"
    assert without_addresses(text) == without_addresses(text + beside)[: len(text)]
    assert without_codes(text) == without_codes(text + beside)[: len(text)]
