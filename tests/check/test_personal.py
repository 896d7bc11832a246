"""Data about persons, and the unit's own name."""

import pytest

from make_report.check.personal import is_identity_number
from make_report.form.model import Form
from tests.check.test_punctuation import operands
from tests.filings import SENTENCE, cell, filing, judged


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("11010519491231002X", True),
        ("11010519491231002x", True),
        ("110105194912310021", False),
        ("110105194913310020", False),
        ("440524188001010014", False),
    ],
)
def test_an_identity_number_has_a_day_of_birth_and_a_check_digit(number: str, right: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_identity_number(number) == right


@pytest.mark.parametrize(
    ("text", "actual"),
    [
        ("张某13800138000来电。", "“张某13800138000来电。”"),
        ("张某１３８-００１３-８０００来电。", "“张某１３８-００１３-８０００来电。”"),
        ("证号11010519491231002X。", "“证号11010519491231002X。”"),
    ],
)
def test_t08_finds_mobile_phones_and_identity_numbers(form_2021: Form, text: str, actual: str) -> None:
    assert operands(form_2021, text) == [("T08", actual, "")]


@pytest.mark.parametrize(
    "text",
    [
        "电话0517-87222589，热线12345，索引号113800138000123。",
        "信用代码11331024002681250X，金额13800138000.00元。",
        "文号2024-13800138000。",
    ],
)
def test_t08_leaves_other_numbers_alone(form_2021: Form, text: str) -> None:
    assert operands(form_2021, text) == []


def test_t08_an_office_may_give_a_mobile_phone_as_its_contact_but_no_identity_number(form_2021: Form) -> None:
    assert judged(form_2021, {"contact": "电话：13800138000", "introduction": "电话：13800138000"}) == []
    assert judged(form_2021, {"contact": "证号11010519491231002X"}) == [("T08", cell(form_2021, "contact"))]


@pytest.mark.parametrize(
    ("org", "text"),
    [
        ("某县某某镇人民政府", "我局积极公开信息。"),
        ("某县某某镇", "本局积极公开信息。"),
        ("某县某某乡人民政府", "我镇积极公开信息。"),
        ("某区某某街道办事处", "我镇积极公开信息。"),
        ("某县财政局", "我镇积极公开信息。"),
        ("某县发展和改革局（县粮食局）", "我街道积极公开信息。"),
        ("某县卫生健康委员会", "我局积极公开信息。"),
        ("某县人民政府", "我局积极公开信息。"),
    ],
)
def test_t07_finds_what_another_kind_of_unit_calls_itself(form_2021: Form, org: str, text: str) -> None:
    paragraphs = filing(form_2021, {"overview": [SENTENCE, text]})["overview"].paragraphs
    assert judged(form_2021, {"org": org, "overview": [SENTENCE, text]}) == [("T07", str(paragraphs[1].place))]


@pytest.mark.parametrize(
    ("org", "text"),
    [
        ("某县某某镇人民政府", "我镇配合县财政局工作，我县我市各局，形成良好的基本局面，避免自我局限。"),
        ("某县财政局", "我局指导各镇、各街道工作。"),
        ("某县人民政府办公室", "我办、我局、我镇。"),
        ("某县人民政府", "我县各镇、各局积极公开信息，某某镇、某某局作了交流。"),
        ("某县某某乡人民政府", "落实我乡镇职责。"),
        ("某某开发区管理委员会", "我区、我委积极公开信息。"),
    ],
)
def test_t07_lets_a_unit_speak_of_others(form_2021: Form, org: str, text: str) -> None:
    assert judged(form_2021, {"org": org, "overview": [SENTENCE, text]}) == []


@pytest.mark.parametrize("name", ["某县审计局", "某县某镇人民政府", "某县财政局某分局", "另县财政局"])
def test_t07_another_unit_in_the_title_is_an_error(form_2021: Form, name: str) -> None:
    found = judged(form_2021, {"org": "某县财政局", "title": f"{name}2021年政府信息公开工作年度报告"})
    assert (("T07", cell(form_2021, "title")) in found) == (name != "某县财政局某分局")


@pytest.mark.parametrize(
    ("org", "name"),
    [
        ("某省某市某县发展和改革局（县粮食局）", "某县发改局"),
        ("某县卫生健康委员会", "某县卫健委"),
        ("某县某镇", "某县某镇人民政府"),
        ("某某综合实验区管理委员会", "某某综合实验区"),
        ("某区人民政府", " 某 区 人民政府 "),
        ("某县财政局", "关于公布"),
    ],
)
def test_t07_knows_a_unit_by_its_short_and_long_name(form_2021: Form, org: str, name: str) -> None:
    found = judged(form_2021, {"org": org, "title": f"{name}2021年政府信息公开工作年度报告"})
    assert "T07" not in {code for code, _ in found}
