"""Signs that are half-width, doubled or missing; spaces between Chinese characters."""

import pytest

from make_report.check import check_filing
from make_report.form.model import Form
from tests.filings import SENTENCE, cell, filing, judged


def operands(form: Form, text: str, field: str = "overview") -> list[tuple[str, str, str]]:
    """Return code and the quotations, as they are and as they should be, of all findings (T) about one paragraph."""
    findings = check_filing(form, filing(form, {field: [SENTENCE, text]}))
    return [
        (item.code, str(item.operands["actual"]), str(item.operands.get("expected", "")))
        for item in findings
        if item.code.startswith("T")
    ]


@pytest.mark.parametrize(
    ("text", "actual", "expected"),
    [
        ("甲,乙办理完成。", "“甲,乙办理完成。”", "“甲，乙办理完成。”"),
        ("全年共公开15条,其中动态5条。", "“共公开15条,其中动态5条”", "“共公开15条，其中动态5条”"),
        ("占51%,其余未办。", "“占51%,其余未办。”", "“占51%，其余未办。”"),
        ("联系电话:0517-8722。", "“联系电话:0517-8”", "“联系电话：0517-8”"),
        ("时间:9:30开始;地点不变。", "“时间:9:30开始;地点不变。”", "“时间：9:30开始；地点不变。”"),
        ("全部办结.没有遗漏。", "“全部办结.没有遗漏。”", "“全部办结。没有遗漏。”"),
        ("全部办结.", "“全部办结.”", "“全部办结。”"),
        ("条例(以下简称条例)。", "“条例(以下简称条例)。”", "“条例（以下简称条例）。”"),
        ("条例（试行)。", "“条例（试行)。”", "“条例（试行）。”"),
        ("名单（12)。", "“名单（12)。”", "“名单（12）。”"),
        ('实行"最多跑一次"改革。', '“实行"最多跑一次"改革。”', "“实行“最多跑一次”改革。”"),
        ("《关于印发<办法>的通知》。", "“《关于印发<办法>的通知》。”", "“《关于印发〈办法〉的通知》。”"),
        ("根据<条例>编制。", "“根据<条例>编制。”", "“根据《条例》编制。”"),
        (
            "要求完善制度,健全机制。下一步将加强培训,提高水平。",
            "“要求完善制度,健全机制。”、“步将加强培训,提高水平。”",
            None,
        ),
    ],
)
def test_t01_quotes_half_width_signs_as_they_are_and_as_they_should_be(
    form_2021: Form, text: str, actual: str, expected: str | None
) -> None:
    ((code, found, right),) = operands(form_2021, text)
    assert (code, found) == ("T01", actual)
    assert right == (expected or actual.replace(",", "，"))


@pytest.mark.parametrize(
    "text",
    [
        "时间9:30至12:00，比例1:2，共1,234条，占1.5%，版本V2.1。",
        "网址http://www.example.gov.cn/a,b?c=1;d:2查看。",
        "网址为example.gov.cn/a;b:c，邮箱a.b@c.gov.cn。",
        "1.主动公开。",
        "二.主动公开。",
        "主动公开。二.依申请公开。",
        "采用超文本(H5)等形式。",
        "（1）主动公开；1)依申请公开。",
        "使用APP, H5等形式。",
        "数据A<B，B>C。",
        'He said "yes".',
    ],
)
def test_t01_leaves_figures_addresses_latin_words_and_numbering_alone(form_2021: Form, text: str) -> None:
    assert [found for found in operands(form_2021, text) if found[0] == "T01"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。。", "“甲。”"),
        ("甲，，乙。", "“甲，乙。”"),
        ("甲，。", "“甲。”"),
        ("甲、，乙。", "“甲，乙。”"),
        ("甲；。", "“甲。”"),
        ("甲：：乙。", "“甲：乙。”"),
        ("甲。 。", "“甲。”"),
        ("甲。。。", "“甲……”"),
        ("甲？。", "“甲？”"),
    ],
)
def test_t03_finds_doubled_signs(form_2021: Form, text: str, expected: str) -> None:
    assert operands(form_2021, text) == [("T03", f"“{text}”", expected)]


@pytest.mark.parametrize(
    "text", ["甲……", "甲——乙。", "甲！！", "能吗？！", "甲“乙。”丙，“丁”，戊。", "《甲》、《乙》。"]
)
def test_t03_leaves_signs_alone_that_may_stand_together(form_2021: Form, text: str) -> None:
    assert operands(form_2021, text) == []


LONG = "本年度共收到申请若干件，都及时作了回复，并把所要的信息用电子邮件发送给了申请人，没有超过法定期限"


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        f"1.{LONG}{LONG}",
        f"{LONG}。全部办结",
        f"{LONG}。全部办结（详见网站）",
        f"{LONG}。坚持“先审后发”",
        "一是完善制度，",
        "主要问题：意识不强，公开不够及时；手段不多",
        "（五）监督保障：纪委开展专项督查2次，未发现违规问题",
        "涉及教育、医疗、",
    ],
)
def test_t03_finds_paragraphs_that_end_without_a_sign(form_2021: Form, text: str) -> None:
    assert [code for code, _, _ in operands(form_2021, text)] == ["T03"]


@pytest.mark.parametrize(
    "text",
    [
        "（一）加强组织领导，健全工作机制",
        "（一）主动公开：总体情况",
        "主动公开情况",
        "1.加强日常更新维护，规范运行机制，不断提高政府信息公开工作的整体水平",
        "（三）公开载体，推进发展。",
        "主要做法如下：",
        "一是完善制度；",
        f"{LONG}。（完）",
        f"{LONG}。“全部办结。”",
        f"{LONG}。具体数据如下",
        f"{LONG}。（联系电话：0517-87222589，邮编：223100）",
        f"{LONG}。联系电话：0517-87222589",
        "某某市某某区民政局 2024年1月17日",
        f"{LONG}。2024年1月17日",
        f"{LONG}。……",
    ],
)
def test_t03_lets_headings_lists_and_signatures_end_as_they_do(form_2021: Form, text: str) -> None:
    assert operands(form_2021, text) == []


def test_t03_looks_at_no_contacts_and_notes(form_2021: Form) -> None:
    given = {"introduction": f"{LONG}。", "contact": LONG, "requests.notes": LONG}
    assert judged(form_2021, given) == []


@pytest.mark.parametrize(
    "text", [LONG, f"{LONG}。如有疑问，请与本局办公室联系（地址：某某路1号，电话：0517-87222589）"]
)
def test_t03_finds_an_introduction_that_ends_without_a_sign(form_2021: Form, text: str) -> None:
    assert judged(form_2021, {"introduction": text}) == [("T03", cell(form_2021, "introduction"))]


@pytest.mark.parametrize("text", ["电话：0517-87222589，邮编：223100", f"{LONG}。联系电话：0517-87222589"])
def test_t03_lets_contacts_in_an_introduction_end_as_they_do(form_2021: Form, text: str) -> None:
    assert judged(form_2021, {"introduction": text}) == []


@pytest.mark.parametrize("text", ["本年度没有收取信息处理费", "我局按规定收取信息处理费0元", "无收费及减免情况"])
def test_t03_finds_a_last_sentence_of_one_clause_without_a_sign(form_2021: Form, text: str) -> None:
    assert [code for code, _ in judged(form_2021, {"other_matters": text})] == ["T03"]


@pytest.mark.parametrize("text", ["无。", "无收费", "附件：收费清单"])
def test_t03_lets_short_answers_and_attachments_end_as_they_do(form_2021: Form, text: str) -> None:
    assert "T03" not in {code for code, _ in judged(form_2021, {"other_matters": text})}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("邮 编 见指南。", "“邮编见指南。”"),
        ("健全工作　机制。", "“健全工作机制。”"),
        ("（一）主动公开 情况 良好。", "“动公开 情况良好。”"),
        ("（四）平台建 设。办好网站。", "“（四）平台建设。”"),
        ("《政府信息公开信息处理费管理办 法》。", "“处理费管理办法》。”"),
        ("《中华人民共和国政府信息公开工作 年度报告格式》。", "“信息公开工作年度报告格式”"),
    ],
)
def test_t09_finds_spaces_between_chinese_characters(form_2021: Form, text: str, expected: str) -> None:
    ((code, _, right),) = operands(form_2021, text)
    assert (code, right) == ("T09", expected)


@pytest.mark.parametrize(
    "text",
    [
        "2023 年共 15 条。",
        "使用 H5 等形式。",
        "（一）主动公开方面 全年公开。",
        "完成。（二）依申请公开 全年没有。",
        "举办“迎新春 话发展”活动，自 1 月 1 日 起。",
    ],
)
def test_t09_leaves_spaces_beside_figures_latin_words_and_headings_alone(form_2021: Form, text: str) -> None:
    assert operands(form_2021, text) == []


def test_each_paragraph_has_one_finding_of_a_kind(form_2021: Form) -> None:
    whole = {"overview": [SENTENCE, "甲,乙,丙。" * 20, "甲,乙。"]}
    place = filing(form_2021, whole)["overview"].paragraphs
    found = judged(form_2021, whole)
    assert found == [("T01", str(place[1].place)), ("T01", str(place[2].place))]
    assert cell(form_2021, "overview") not in {where for _, where in found}
