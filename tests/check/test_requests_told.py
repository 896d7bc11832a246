"""What texts tell of a county's applications: 10 received, 1 carried in, 10 concluded, 1 carried forward."""

import pytest

from make_report.check import check_filing
from make_report.form.model import Form
from tests.filings import SENTENCE, Given, filing

FIGURES: dict[str, Given] = {
    "requests.received.natural_person": 8,
    "requests.received.commercial_enterprise": 2,
    "requests.carried_in.natural_person": 1,
    "requests.granted.natural_person": 4,
    "requests.granted.commercial_enterprise": 1,
    "requests.partly_granted.natural_person": 2,
    "requests.refused.state_secret.natural_person": 1,
    "requests.unavailable.not_held.natural_person": 1,
    "requests.unavailable.not_held.commercial_enterprise": 1,
    "requests.carried_forward.natural_person": 1,
    "disputes.reconsideration.upheld": 3,
    "disputes.reconsideration.pending": 1,
    "disclosure.administrative_fees.amount": 1,
}
DISPUTES = "因政府信息公开引起行政复议4件，1件尚未审结。"


def told(form: Form, text: str, field: str = "overview") -> list[tuple[str, str]]:
    """Return code and place of what is found about numbers in a text of 2024."""
    texts = ["（二）依申请公开", text, DISPUTES] if field == "overview" else ["没有收取信息处理费。", text]
    given: dict[str, Given] = {"org": "清禾县人民政府", "org_kind": "county", "year": 2024, **FIGURES, field: texts}
    found = check_filing(form, filing(form, given))
    return [(finding.code, str(finding.place)) for finding in found if finding.code.startswith("N")]


RECEIVED = "全年收到政府信息公开申请10件，"


@pytest.mark.parametrize(
    "text",
    [
        "办结10件，延至2025年办理的申请1件",
        "办结10件，还有1件未到答复期限",
        "办结10件，剩余1件尚在答复期内",
        "通过邮寄答复6件、当面答复4件",
        "收到的10件中9件已办结，上年结转的1件也已办结",
        "收到的10件申请中，已办结9件",
        "收到公开申请数量居前三位的是县自然资源局3件、县住建局2件、县公安局2件",
        "其中2024年12月收到2件",
        "行政复议案件本年新发生3件，上年结转1件",
    ],
)
def test_what_is_said_of_some_of_them_is_not_compared_with_all(form_2021: Form, text: str) -> None:
    assert told(form_2021, f"{RECEIVED}{text}。") == []


@pytest.mark.parametrize(
    "text",
    [
        "2024年12月收到政府信息公开申请2件",
        "2024年12月，收到政府信息公开申请2件",
        "12月份收到政府信息公开申请2件",
        "10月至12月收到政府信息公开申请2件",
        "1-6月收到政府信息公开申请2件",
        "第四季度收到政府信息公开申请2件",
        "上半年收到政府信息公开申请2件",
        "2024年12月收到2件，全年收到政府信息公开申请10件",
    ],
)
def test_the_number_of_a_part_of_the_year_is_none_of_the_year(form_2021: Form, text: str) -> None:
    assert told(form_2021, f"{text}。") == []


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月1日至12月31日，收到政府信息公开申请12件",
        "截至2024年12月31日，收到政府信息公开申请12件",
        "截至2024年12月，收到政府信息公开申请12件",
        "截至12月底收到政府信息公开申请12件",
        "2024年1-12月收到政府信息公开申请12件",
        "2024年12月修订指南，全年收到政府信息公开申请12件",
    ],
)
def test_what_is_told_up_to_the_end_of_the_year_is_compared(form_2021: Form, text: str) -> None:
    assert told(form_2021, f"{text}。") == [("N01", "一、总体情况 A5")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("予以公开、部分公开分别为5件、2件", []),
        ("予以公开和部分公开分别为5件和2件", []),
        ("予以公开和部分公开8件", ["N05"]),
        ("予以公开5件、部分公开2件，分别占50%、20%", []),
        ("予以公开5件、部分公开2件、不予公开1件，分别占50%、20%、10%", []),
        ("予以公开5件、部分公开2件、不予公开1件，分别占50%、20%", []),
        ("予以公开5件、部分公开2件，分别占50%、30%", ["N06"]),
        ("予以公开5件（60%）、部分公开2件（20%）", ["N06"]),
        ("予以公开5件（50%）、部分公开2件（增长30%）", []),
        ("予以公开5件、部分公开2件，分别占40%、30%", ["N06", "N06"]),
        ("予以公开5件，占办理总数的百分之五十", []),
        ("予以公开5件，占办理总数的百分之六十", ["N06"]),
    ],
)
def test_results_told_one_by_one_belong_to_their_numbers(form_2021: Form, text: str, codes: list[str]) -> None:
    found = told(form_2021, f"办结政府信息公开申请10件，其中{text}。")
    assert found == [(code, "一、总体情况 A5") for code in codes]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("2024年，集团收到政府信息公开申请2件。", ["N01"]),
        ("2024年，集团收到政府信息公开申请1件。", []),
        ("2024年，水务集团收到政府信息公开申请1件，燃气集团收到政府信息公开申请2件。", []),
        ("2024年，学校收到政府信息公开申请2件。", []),
    ],
)
def test_a_bare_word_of_its_own_name_is_the_unit_itself(form_2021: Form, text: str, codes: list[str]) -> None:
    person = "requests.{}.natural_person"
    given: dict[str, Given] = {person.format("received"): 1, person.format("granted"): 1, "overview": [SENTENCE, text]}
    whole = filing(form_2021, {"year": 2024, "org": "白水市水务集团有限公司", **given})
    assert [finding.code for finding in check_filing(form_2021, whole)] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("全年收费数万元", []),
        ("公开收费目录，涉及收费金额35万元", []),
        ("全年收费3万元", ["N19"]),
    ],
)
def test_fees_in_words_and_in_lists_are_no_amount(form_2021: Form, text: str, codes: list[str]) -> None:
    assert told(form_2021, f"{text}。", "other_matters") == [(code, "六、其他事项 A5") for code in codes]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("380元，其中甲局100元、乙局250元", ["N20"]),
        ("380元（甲局100元、乙局200元）", ["N20"]),
        ("380元，其中甲局180元、乙局200元", []),
        ("380元（甲局180元、乙局200元）", []),
    ],
)
def test_the_fees_of_offices_add_up(form_2021: Form, text: str, codes: list[str]) -> None:
    found = told(form_2021, f"共收取信息处理费{text}。", "other_matters")
    assert found == [(code, "六、其他事项 A5") for code in codes]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("均已办结", "N10"),
        ("都已办结", "N10"),
        ("全办结", "N10"),
        ("全部按时办结", "N10"),
        ("已全部办理完毕", "N10"),
        ("均已按时答复", "N10"),
        ("办结率100%", "N10"),
        ("100%办结", "N10"),
        ("没有需要结转的申请", "N10"),
        ("均已办结。上年结转的1件也已办结", "N10"),
        ("结转2件", "N04"),
        ("尚有2件在办理中", "N04"),
        ("另有2件正在办理", "N04"),
        ("剩余2件尚在答复期内", "N04"),
        ("结转下期2件", "N04"),
        ("延至2025年办理2件", "N04"),
    ],
)
def test_what_leaves_another_number_than_the_one_carried_forward_is_asked_about(
    form_2021: Form, text: str, code: str
) -> None:
    assert told(form_2021, f"{RECEIVED}{text}。") == [(code, "一、总体情况 A5")]


@pytest.mark.parametrize(
    "text",
    [
        "办结10件，均已按时答复",
        "办结10件，全部按时办结",
        "已办结的10件均按时答复",
        "上年结转的1件已全部办结",
        "均已按时答复，1件尚在办理中",
        "除1件结转外均已办结",
        "按时办结率100%",
        "办结10件，结转1件",
        "上年结转1件，共办结10件，结转1件",
        "办结10件，尚有1件在办理中",
        "办结10件，结转下期1件",
    ],
)
def test_what_leaves_the_one_carried_forward_is_right(form_2021: Form, text: str) -> None:
    assert told(form_2021, f"{RECEIVED}{text}。") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("全年未收到申请", ["N11"]),
        ("全年没有接到申请", ["N11"]),
        ("全年收到申请10件，未收到申请人的投诉", []),
        ("全年收到申请10件，未收到申请更正信息的要求", []),
    ],
)
def test_that_none_was_received_is_asked_about(form_2021: Form, text: str, codes: list[str]) -> None:
    assert told(form_2021, f"{text}。") == [(code, "一、总体情况 A5") for code in codes]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("2024年主动公开政府信息120条。全年共主动公开政府信息130条。", ["N22"]),
        ("2024年主动公开政府信息120条，其中重点领域50条。全年共主动公开政府信息120条。", []),
        ("2024年主动公开政府信息120条，全年通过网站主动公开政府信息50条。", []),
    ],
)
def test_the_number_of_what_was_published_is_the_same_everywhere(form_2021: Form, text: str, codes: list[str]) -> None:
    assert told(form_2021, text) == [(code, "一、总体情况 A5") for code in codes]


@pytest.mark.parametrize(("text", "number"), [("均已办结", "除1件结转下年度外"), ("未收到申请", "10件")])
def test_the_remedy_names_the_number_to_write(form_2021: Form, text: str, number: str) -> None:
    given: dict[str, Given] = {"year": 2024, **FIGURES, "overview": ["（二）依申请公开", f"全年收到申请10件，{text}。"]}
    remedies = [one.remedy("zh-CN") for one in check_filing(form_2021, filing(form_2021, given)) if one.code[0] == "N"]
    assert [number in remedy for remedy in remedies if "表三" in remedy] == [True]
