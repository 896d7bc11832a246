"""What texts consist of: aspects, length, the parts listed in the introduction, the signature, terms in force."""

import pytest

from make_report.check import check_filing
from make_report.finding import Finding
from make_report.form.model import Form
from tests.filings import ORG, SENTENCE, cell, filing, judged

FIVE = "（一）主动公开方面公开信息50条。（二）依申请公开方面没有收到申请。（三）政府信息管理方面严格审核。"
REST = "（四）信息公开平台建设方面维护网站。（五）监督保障方面开展培训。全年没有发生行政复议、行政诉讼，工作平稳有序。"
MORE = "政府信息管理、"
PARTS = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议及行政诉讼情况"
LAST_PARTS = "存在的主要问题和改进措施、其他需要报告的事项"


def found(form: Form, code: str, **given: str | list[str]) -> list[Finding]:
    return [finding for finding in check_filing(form, filing(form, given)) if finding.code == code]


@pytest.mark.parametrize(
    "text",
    [
        [FIVE + REST],
        [SENTENCE],
        [
            "一是推进主动公开。",
            "二是规范依申请公开。",
            "三是严格信息审核。",
            "四是维护网站。",
            "五是强化保障。" + SENTENCE,
        ],
        [
            "主动公开情况",
            "公开信息50条。",
            "依申请公开情况",
            "没有。",
            "政府信息管理情况",
            "平台建设情况",
            "监督保障",
            REST,
        ],
        ["（一）组织领导。加强。", FIVE, REST, "（六）教育培训。开展培训。", "（七）监督保障。"],
    ],
)
def test_f06_is_silent_where_all_aspects_are_spoken_of(form_2021: Form, text: list[str]) -> None:
    assert not found(form_2021, "F06", overview=text)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (
            [FIVE.split("（三）", maxsplit=1)[0] + "（三）政府信息公开" + REST.removeprefix("（四）信息公开")],
            "政府信息管理",
        ),
        (
            ["（一）深化信息公开。" + "公开信息50条。" * 9, "（二）回应社会关切。审核从严。", REST[:18]],
            "依申请公开、政府信息管理、监督保障",
        ),
        (
            [
                "（一）主动公开",
                "网站公开50条，监督有力。",
                "（二）依申请公开",
                "没有。",
                "（三）政府信息管理",
                "建立工作机制，" * 9,
            ],
            "平台建设",
        ),
        (
            ["及时公开各类信息，内容准确，格式美观，文字精练，群众满意，反映良好，成效明显，" * 2],
            "主动公开、依申请公开、政府信息管理、平台建设、监督保障",
        ),
    ],
)
def test_f06_names_all_that_is_missing_in_one_warning(form_2021: Form, text: list[str], missing: str) -> None:
    (finding,) = found(form_2021, "F06", overview=text)
    assert (finding.operands["missing"], str(finding.place)) == (missing, cell(form_2021, "overview"))


def test_f06_leaves_a_text_that_is_too_thin_to_f05(form_2021: Form) -> None:
    assert judged(form_2021, {"overview": "没有。"}) == [("F05", cell(form_2021, "overview"))]


def test_f09_counts_without_spaces_and_only_in_the_form_that_limits_it(form_2021: Form, form_2019: Form) -> None:
    text = [SENTENCE, " 字　" * (1000 - len(SENTENCE))]
    assert not found(form_2021, "F09", overview=text)
    (finding,) = found(form_2021, "F09", overview=[*text, "字"])
    assert finding.operands == {"count": 1001, "limit": 1000}
    assert not found(form_2019, "F09", overview=[*text, "字"])


@pytest.mark.parametrize(
    "text",
    [
        f"本报告由{PARTS}、{LAST_PARTS}六个部分组成。",
        f"全文包括{PARTS}，{LAST_PARTS}等6部分，并附相关指标统计表。",
        f"全文包括：{PARTS}；{LAST_PARTS}。",
        f"第一部分为{PARTS}。",
        "现从主动公开、依申请公开、政府信息管理、平台建设、监督保障等五个方面报告。",
        "本报告由正文和附件两部分组成。",
        "本报告共六部分。",
    ],
)
def test_f10_is_silent_where_the_list_is_right_or_is_none(form_2021: Form, text: str) -> None:
    assert judged(form_2021, {"introduction": text}) == []


@pytest.mark.parametrize(
    ("text", "stated", "listed"),
    [
        (f"本报告由{PARTS}、{LAST_PARTS}7个部分组成。", 7, 6),
        (f"本报告由{PARTS}、{LAST_PARTS}七部分组成。", 7, 6),
        (f"本报告由{PARTS}、存在的问题等六部分组成。", 6, 5),
        (f"报告分五个部分：{PARTS}、存在的问题。", 5, 5),
    ],
)
def test_f10_compares_what_is_said_with_what_is_listed(form_2021: Form, text: str, stated: int, listed: int) -> None:
    (finding,) = found(form_2021, "F10", introduction=text)
    assert (finding.operands["stated"], finding.operands["listed"], finding.operands["expected"]) == (stated, listed, 6)
    # Where all parts are listed the remedy names none.
    assert ("没有列出" in finding.remedy(form_2021.language)) is (listed < 6)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("一是公开不够及时；二是解读形式单一；三是队伍的业务水平有待提高，人员变动频繁。", "改进情况"),
        ("我局将进一步加强学习，提升公开意识，丰富公开内容，严格审核，开展培训，充实队伍。", "存在的主要问题"),
        ("公开还不够及时。下一步我局加强学习，提升公开意识，丰富公开内容，严格审核。", ""),
        ("针对去年存在的短板，我局采取了三项举措，提升公开意识，丰富公开内容，严格审核。", ""),
    ],
)
def test_f11_asks_for_problems_and_for_measures(form_2021: Form, text: str, missing: str) -> None:
    assert [finding.operands["missing"] for finding in found(form_2021, "F11", problems=text)] == [missing] * bool(
        missing
    )


@pytest.mark.parametrize(
    ("org", "signing", "codes"),
    [
        ("某某县发展和改革局", "某某县发展和改革局 2024年1月17日", []),
        ("某某县发展和改革局", "县发改局", []),
        ("某某市科学技术委员会", "某某市科委", []),
        ("某某市某某区民政局", "某某区民政局", []),
        ("某某区人民政府", "某某市某某区人民政府办公室", []),
        ("某某综合实验区", "某某综合实验区管委会办公室", []),
        ("某某镇", "某某镇人民政府", []),
        ("某某县发展和改革局", "某某县教育局", ["F14"]),
        ("甲镇人民政府", "乙镇人民政府", ["F14"]),
        ("清禾县人民政府", "清禾县财政局", ["F14"]),
        ("清禾县财政局", "清禾县人民政府", ["F14"]),
        ("清禾县人民政府", "清禾县石桥镇人民政府", ["F14"]),
        ("清禾县人民政府", "清禾县人民政府办公室", []),
        ("清禾县财政局", "清禾县财政局办公室", []),
        ("石桥镇人民政府", "清禾县石桥镇党政办公室", []),
    ],
)
def test_f14_knows_short_names(form_2021: Form, org: str, signing: str, codes: list[str]) -> None:
    assert [code for code, _ in judged(form_2021, {"org": org, "signature": signing})] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("制发规范性文件3件。", ["F13"]),
        ("全年公开3件规范性文件。", ["F13"]),
        ("做好规范性文件公开，完善规范性文件库。", []),
        ("制发行政规范性文件3件，废止规范性文件2件。", []),
        ("制发党内规范性文件3件。", []),
        ("清理规范性文件，公开信息30条。", []),
    ],
)
def test_f13_asks_where_documents_are_counted_by_the_name_of_old(
    form_2021: Form, form_2019: Form, text: str, codes: list[str]
) -> None:
    # The table has the same number: one that differs has a finding of its own, which gives the name as well.
    documents = {"disclosure.normative_documents.made": 3, "disclosure.normative_documents.in_force": 3}
    found = [code for code, _ in judged(form_2021, {**documents, "overview": [SENTENCE, text]})]
    assert [code for code in found if code == "F13"] == codes
    assert "F13" not in [code for code, _ in judged(form_2019, {"org": ORG, "overview": [SENTENCE, text]})]
