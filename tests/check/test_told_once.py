"""One mistake, one finding; independent mistakes keep theirs."""

import pytest

from make_report.form.model import Form
from tests.filings import Given, judged

CASES: dict[str, Given] = {
    "year": 2023,
    "requests.received.natural_person": 5,
    "requests.granted.natural_person": 4,
    "requests.partly_granted.natural_person": 1,
    "disputes.reconsideration.upheld": 2,
    "disputes.reconsideration.corrected": 1,
}


def codes(form: Form, text: str) -> list[str]:
    overview = [
        "依申请公开情况如下。",
        f"{text}本年度按要求做好主动公开、信息管理、平台建设、监督保障，应对复议、诉讼。",
    ]
    return [code for code, _ in judged(form, {**CASES, "overview": overview})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信息公开申请5件。因信息公开引起行政复议3件，其中维持2件、纠正1件。", []),
        # A wrong member: the list does not add up because of it.
        ("收到政府信息公开申请5件。因信息公开引起行政复议3件，其中维持1件、纠正1件。", ["N09"]),
        # A wrong whole.
        ("收到政府信息公开申请5件。因信息公开引起行政复议4件，其中维持2件、纠正1件。", ["N08"]),
        # Both members are wrong, and the list says so of each.
        ("收到政府信息公开申请5件。因信息公开引起行政复议3件，其中维持3件、纠正2件。", ["N09", "N09"]),
        # A list that does not add up for a reason of its own.
        ("收到政府信息公开申请5件。全年发布信息9条，其中：公文5条、动态3条。", ["N15"]),
        ("收到政府信息公开申请7件。全年发布信息9条，其中：公文5条、动态3条。", ["N01", "N15"]),
        # The percentage is right for the table's figure, so the number beside it is the mistake; or it is not.
        ("办结政府信息公开申请5件，其中予以公开3件，占80%。", ["N05"]),
        ("办结政府信息公开申请5件，其中予以公开3件，占70%。", ["N05", "N06"]),
        # The same nought in words.
        ("全年收到信息公开申请0件。", ["N01"]),
        # The finding about the number gives the right name as well.
        ("收到政府信息公开申请5件。全年制发规范性文件3件。", ["N13"]),
        ("收到政府信息公开申请5件。全年制发规范性文件0件。", ["F13"]),
    ],
)
def test_what_follows_from_a_wrong_number_is_not_said_as_well(form_2021: Form, text: str, expected: list[str]) -> None:
    assert codes(form_2021, text) == expected
