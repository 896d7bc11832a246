"""Data about persons."""

import pytest

from make_report.check.personal import is_identity_number
from make_report.form.model import Form
from tests.check.test_punctuation import operands
from tests.filings import cell, judged


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
    ("text", "actual"),
    [
        ("成立了由局长张三峰任组长的领导小组。", "“成立了由局长张三峰任组长的领导”"),
        ("党委副书记王甲乙、副局长李丙为成员。", "“党委副书记王甲乙、副局长李丙为成员。”"),
        ("由赵丁戊同志负责日常工作。", ""),
        ("责任人：张三丰，另有分工。", ""),
        ("由办公室主任陈某，具体负责。", "“由办公室主任陈某，具体负责。”"),
        ("分管领导李小四具体抓落实。", "“分管领导李小四具体抓落实。”"),
        ("申请人王五六提出的申请已答复。", "“申请人王五六提出的申请已”"),
        ("成立由局长欧阳小七任组长的领导小组。", ""),
        ("张三四副局长主持召开会议。", "“张三四副局长主持召”"),
    ],
)
def test_t08_finds_the_names_of_persons_in_office(form_2021: Form, text: str, actual: str) -> None:
    assert [code for code, *_ in operands(form_2021, text)] == ["T08"]
    assert not actual or operands(form_2021, text) == [("T08", actual, "")]


@pytest.mark.parametrize(
    "text",
    [
        "成立了由局长任组长、分管领导任副组长、各科室负责人为成员的领导小组。",
        "镇长任主任，组织委员、宣传委员任分管领导，办公室主任负责审核，宣传干事负责日常事务。",
        "局长高度重视，主任亲自牵头，书记、县长分别作出批示，分管负责同志具体负责。",
        "领导小组组长由主要负责同志担任，成员范围包括各股室，负责人每周参加例会。",
        "副县长、办公室主任许可后发布，责任人、联系人均明确，主任周例会研究，县长郑重承诺，委员提案20件。",
        "学习雷锋同志，公开县长信箱，县长许可的事项，书记马上办。",
        "林业局局长、许可科科长参加，陈列室主任讲解，徐州市长热线，分管领导高度重视，申请人陆续提出的申请。",
        "万州区副书记、徐汇局局长，施甸办主任到会，余杭镇副书记带队，申请人郑重提出异议。",
        "申请人许多是个体户，分管领导周密部署，程序科科长负责，段落清楚，施工许可处处长到会。",
    ],
)
def test_t08_lets_a_text_speak_of_offices(form_2021: Form, text: str) -> None:
    assert operands(form_2021, text) == []


def test_t08_a_mail_address_stands_in_a_line_of_contacts_only(form_2021: Form) -> None:
    assert operands(form_2021, "申请人邮箱zhang_san@example.com已回复。") == [
        ("T08", "“申请人邮箱zhang_san@example.com已回复。”", "")
    ]
    assert operands(form_2021, "联系电话：0517-87222589，电子邮箱：a@example.com。") == []
    assert judged(form_2021, {"introduction": "电子邮箱：a@example.com。", "contact": "a@example.com"}) == []
