"""What the texts must say, and what must not be left in them."""

import pytest

from make_report.check import check_filing
from make_report.filing import State
from make_report.form.model import Form
from tests.filings import SENTENCE, cell, filing, judged


def test_n17_asks_for_the_fees_at_the_first_cell_of_the_section(form_2021: Form) -> None:
    given = {"other_matters": ["第一段没有其他事项。", "第二段是消费者权益保护，没有浪费。"]}
    assert judged(form_2021, given) == [("N17", cell(form_2021, "other_matters"))]


@pytest.mark.parametrize("text", ["2021年，没有收费。", "本年度收取信息处理费380元。", "（一）信息处理费情况：无"])
def test_n17_accepts_any_word_on_fees(form_2021: Form, text: str) -> None:
    given = {"other_matters": ["没有其他事项。", text], "disclosure.administrative_fees.amount": "0.038"}
    assert judged(form_2021, given) == []


def test_n17_says_nothing_of_an_empty_or_unreadable_section(form_2021: Form, form_2019: Form) -> None:
    assert [code for code, _ in judged(form_2021, {"other_matters": None})] == ["F05"]
    assert judged(form_2021, {"other_matters": State.UNREADABLE}) == []
    assert judged(form_2019, {"other_matters": "没有其他事项。"}) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("（文字描述，收取情况在此处报告。）", "（文字描述，收取情况在此处报告。）"),
        ("(文字描述)", "(文字描述)"),
        ("全年公开信息XX条。", "XX"),
        ("全年公开信息XXX条，电话0000-XXXX。", "XXX, XXXX"),
        ("20XX年，本局按规定公开。", "20XX"),
        ("某xx局按规定公开。", "xx"),
        ("某×××同志负责。", "×××"),
        ("××局收到×件。", "××局, ×件"),
        ("负责人ＸＸ。", "ＸＸ"),
        ("共公开___条。", "___"),
        ("共公开______条。", "______"),
        ("本年增/减（指2020年增加或减少的事项数，减用负值表示）", "（指2020年增加或减少的事项数，减用负值表示）"),
        ("该部分以表格形式报告。", "该部分以表格形式报告"),
        ("{{ org }}的报告", "{{, }}"),
        ("网址https://{{ url }}", "{{, }}"),
        ("网址www.a.gov.cn,XX路___号", "XX, ___"),
        ("示例：全年公开信息。", "示例："),
        ("（请在此填写）", "请在此填写"),
        ("以上为示例，请修改。", "以上为示例"),
    ],
)
def test_f15_finds_what_was_left_of_the_template(form_2021: Form, text: str, words: str) -> None:
    whole = filing(form_2021, {"overview": [SENTENCE, text]})
    (finding,) = (finding for finding in check_filing(form_2021, whole) if finding.code == "F15")
    assert finding.place == whole["overview"].paragraphs[1].place
    assert str(finding.operands["words"]).replace("、", ", ") == words


@pytest.mark.parametrize(
    "text",
    [
        "网址www.xxgk.gov.cn、http://xx.gov.cn/XX/index.html，邮箱XXGK@126.com。",
        "见http://www.a.gov.cn/zwgk/art___1/XX__2.html#___；邮箱zw____gk@a.gov.cn。",
        "开展XXL专题，编号AXX1。",
        "公开目录（指引）、指南（指标）。",
        "办理__件。",
        "申请人李××等三人提出同类申请。",
        "面积3×4×5米。",
        "以示例方式宣传，制作示例图解。",
        "（指定专人负责），事项数减少。",
    ],
)
def test_f15_leaves_words_alone_that_only_look_like_leftovers(form_2021: Form, text: str) -> None:
    assert judged(form_2021, {"overview": [SENTENCE, text]}) == []


@pytest.mark.parametrize("field", ["org", "title", "introduction", "contact", "signature", "requests.notes"])
def test_f15_looks_at_the_first_sheet_and_the_notes_too(form_2021: Form, field: str) -> None:
    assert ("F15", cell(form_2021, field)) in judged(form_2021, {field: "某某XX局"})


def test_f15_has_one_finding_for_each_paragraph(form_2021: Form) -> None:
    found = judged(form_2021, {"problems": [SENTENCE, "XX和××", "XX再说XX"]})
    places = [str(part.place) for part in filing(form_2021, {"problems": ["", "", ""]})["problems"].paragraphs]
    assert found == [("F15", places[1]), ("F15", places[2])]
