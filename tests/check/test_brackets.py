"""Brackets and quotation marks, and the numbers of documents."""

import itertools

import pytest

from make_report.check.brackets import document_numbers, paired_signs
from make_report.form.model import Form
from make_report.form.rule.hygiene import DocumentNumbers, PairedSigns
from make_report.record import replace
from tests.check.test_punctuation import operands
from tests.filings import SENTENCE, filing, judged


@pytest.mark.parametrize(
    ("text", "actual"),
    [
        ("根据《条例规定。", "“根据《条例规定。”"),
        ("根据条例》规定。", "“根据条例》规定。”"),
        ("坚持“先审后发。", "“坚持“先审后发。”"),
        ("坚持“先审后发“原则。", "“坚持“先审后发“原则。”"),
        ("坚持”先审后发”原则。", "“坚持”先审后发”原则。”"),
        ("条例（以下简称（条例）。", "“条例（以下简称（条”"),
        ("条例以下简称条例）。", "“以下简称条例）。”"),
        ("函〔2021）30号。", None),
        ("参见【公告。", "“参见【公告。”"),
        ("《甲（乙》）丙。", "“《甲（乙》）丙。”"),
    ],
)
def test_t05_finds_signs_without_their_other_half(form_2021: Form, text: str, actual: str | None) -> None:
    found = operands(form_2021, text)
    assert {code for code, _, _ in found} == {"T05"}
    assert actual is None or [quoted for _, quoted, _ in found] == [actual]


@pytest.mark.parametrize(
    "text",
    [
        "《甲〈乙（丙）〉丁》（“‘戊’己”）〔2021〕【庚】。",
        "一）甲。二）乙，1)丙；2）丁；a)戊。",
        "It’s on the staff’s side。",
        "（甲(乙）丙)。",
    ],
)
def test_t05_is_silent_where_all_signs_pair_or_number(form_2021: Form, text: str) -> None:
    assert [code for code, _, _ in operands(form_2021, text) if code == "T05"] == []


def test_t05_pairs_are_not_looked_for_across_straight_quotes(form_2021: Form) -> None:
    assert {code for code, _, _ in operands(form_2021, '坚持“先审后发"原则，落实"三审"制度。')} <= {"T01"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《关于印发《格式》的通知》。", "“《关于印发〈格式〉的通知》。”"),
        ("《关于《甲》和《乙》的通知》。", "“《关于〈甲〉和〈乙〉的通知》。”"),
    ],
)
def test_t05_titles_inside_titles_take_single_marks(form_2021: Form, text: str, expected: str) -> None:
    assert operands(form_2021, text) == [("T05", f"“{text}”", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("函[2021]30号。", "“函〔2021〕30号。”"),
        ("函（2021）30号。", "“函〔2021〕30号。”"),
        ("函(2021)30号。", "“函〔2021〕30号。”"),
        ("函【2021】30号。", "“函〔2021〕30号。”"),
        ("函［２０２１］ 30 号。", "“函〔2021〕 30 号。”"),
    ],
)
def test_t05_the_year_of_a_document_stands_in_tortoise_shell_brackets(
    form_2021: Form, text: str, expected: str
) -> None:
    assert [right for code, _, right in operands(form_2021, text) if code == "T05"] == [expected]


@pytest.mark.parametrize(
    "text", ["函〔2021〕30号。", "（2023）某01行初15号案件。", "公告（2021年第30号）。", "条例（2019）。"]
)
def test_t05_leaves_other_years_in_brackets_alone(form_2021: Form, text: str) -> None:
    assert operands(form_2021, text) == []


@pytest.mark.parametrize(
    ("pairs", "text", "places"),
    [
        (("“”",), '坚持“先审后发"原则。', []),
        (("()",), "甲（乙。", ["“甲（乙。”"]),
        (("（）",), "甲(乙。", ["“甲(乙。”"]),
    ],
)
def test_a_form_may_declare_any_pairs(form_2021: Form, pairs: tuple[str, ...], text: str, places: list[str]) -> None:
    rule = replace(next(rule for rule in form_2021.rules if isinstance(rule, PairedSigns)), pairs=pairs)
    found = paired_signs(rule, form_2021, filing(form_2021, {"overview": text}))
    assert [finding.operands["actual"] for finding in found] == places


@pytest.mark.parametrize(("opening", "closing"), list(itertools.product("〔〕（)[］【】", repeat=2)))
def test_t05_the_year_of_a_document_stands_in_both_its_brackets(form_2021: Form, opening: str, closing: str) -> None:
    rule = next(rule for rule in form_2021.rules if isinstance(rule, DocumentNumbers))
    found = document_numbers(rule, form_2021, filing(form_2021, {"overview": f"函{opening}１９98 {closing} 30 号。"}))
    expected = [] if (opening, closing) == ("〔", "〕") else ["“函〔1998〕 30 号。”"]
    assert [finding.operands["expected"] for finding in found] == expected


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["（一）甲。", "二）乙。", "（三）丙。"], ["T05"]),
        (["一）甲。", "二）乙。", "（三）丙。"], []),
        (["一）甲。"], []),
    ],
)
def test_t05_finds_the_one_number_that_lost_its_bracket(form_2021: Form, texts: list[str], found: list[str]) -> None:
    assert [code for code, _ in judged(form_2021, {"problems": [SENTENCE, *texts]})] == found
