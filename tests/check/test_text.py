"""What is asked of all texts at once, so that most of them need not be searched, hides nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report.check.run import RULE_CHECKS
from make_report.check.text import places_of, words_in
from make_report.form.load import load_form
from make_report.form.rule import Leftovers, Rule, Sequence, Signs
from make_report.form.rule.hygiene import DocumentNumbers, DoubledWords, OwnName, Series, Slips
from tests.conftest import TEMPLATES
from tests.filings import ORG, filing

FORM = load_form(TEMPLATES / "zfxxgk-2021")
ASKING = (Leftovers, Sequence, Signs, DocumentNumbers, DoubledWords, OwnName, Series, Slips)
"""Rules that first ask whether what they look for stands anywhere in the texts."""
RULES = [rule for rule in FORM.rules if isinstance(rule, ASKING)]
TEXT, BESIDE = "overview", "contact"


NUMBERS = (("一", "1"), ("二", "3"), ("十一", "𝟏"))
MADE_UP: dict[type, tuple[str, ...]] = {
    DocumentNumbers: ("函〔2021]3号", "函［2021〕3号", "函(１９98) 3号", "函〕2021〔3号"),
    DoubledWords: ("工作工作", "的的", "𠮷𠮷𠮷𠮷", "ａａａａ", "办公室办公室办公室"),
}


def looked_for(rule: Rule) -> list[str]:
    """Return what a rule looks for, as far as words tell it."""
    words = [*MADE_UP.get(type(rule), ())]
    if isinstance(rule, Sequence | Signs):
        ways = rule.signs if isinstance(rule, Sequence) else [wrong.sign for wrong in rule.wrong]
        words = [way.replace("{一}", one).replace("{1}", other) for way in ways for one, other in NUMBERS]
    elif isinstance(rule, Leftovers):
        words = [word.replace("*", "某") for word in rule.words]
    elif isinstance(rule, Slips):
        words = [line.partition(" → ")[0] for line in rule.slips.splitlines()]
    elif isinstance(rule, Series):
        words = rule.series.split()
    elif isinstance(rule, OwnName):
        words = [word for kind in rule.kinds for word in kind.never]
    return words


def found(rule: Rule, text: str, beside: str, org: str) -> list[object]:
    whole = filing(FORM, {TEXT: [text, text], BESIDE: [beside], "org": org})
    findings = RULE_CHECKS[type(rule)](rule, FORM, whole, None)
    return [finding for finding in findings if finding.place.order == whole[TEXT].place.order]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.rule}")
@given(st.data())
def test_what_stands_in_another_text_changes_nothing(rule: Rule, data: st.DataObject) -> None:
    words = looked_for(rule)
    pieces = st.sampled_from([*words, *words, "。", "，", " ", "某", "本单位", "２", "\u3000"])
    text = "".join(data.draw(st.lists(pieces, min_size=1, max_size=5))) + "。"
    org = data.draw(st.sampled_from([ORG, "某某县人民政府", "某某镇人民政府", "某某市公安局"]))
    everything = "。".join(words)
    assert found(rule, text, "某。", org) == found(rule, text, everything, org)


@given(st.lists(st.text("甲乙１2*", min_size=1, max_size=4)), st.text("甲乙12１２", max_size=9))
def test_words_are_found_in_half_width_signs(words: list[str], text: str) -> None:
    whole = filing(FORM, {TEXT: text or "某", "org": ORG})
    half = str.maketrans("１２", "12")
    plain = text.translate(half)
    expected = {word for word in words if all(piece in plain for piece in word.translate(half).split("*"))}
    assert expected <= {*words_in(words, FORM, whole)}


@given(st.text("甲乙", max_size=3), st.text("甲乙", max_size=12))
def test_a_word_stands_where_an_expression_would_find_it(word: str, text: str) -> None:
    assert list(places_of(word, text)) == [match.start() for match in re.finditer(word, text)]
