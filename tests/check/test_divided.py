"""The ways on which applications came in, against the tables."""

import pytest

from make_report.check import check_filing
from make_report.finding import Finding
from make_report.form.model import Form
from tests.filings import SENTENCE, filing

RECEIVED, GRANTED = "requests.received.natural_person", "requests.granted.natural_person"


def found_in(form: Form, text: str) -> list[Finding]:
    """Return what is found about the ways of 20 applications, none carried over."""
    given = {"year": 2023, "overview": [SENTENCE, f"收到政府信息公开申请20件。{text}"], RECEIVED: 20, GRANTED: 20}
    return [item for item in check_filing(form, filing(form, given)) if "sum" in item.operands]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("其中网络申请15件、信函申请4件。", 19),
        ("从申请方式看，网络申请15件，信函申请3件，当面申请1件，均已答复。", 19),
        ("15件为网络申请，6件为信件申请。", 21),
    ],
)
def test_n01_finds_ways_that_do_not_add_up_to_the_applications(form_2021: Form, text: str, total: int) -> None:
    assert [(item.code, item.operands["sum"]) for item in found_in(form_2021, text)] == [("N01", total)]


@pytest.mark.parametrize(
    "text",
    [
        "其中网络申请15件、信函申请5件。",
        "其中网络申请15件、信函申请约4件。",
        "其中网络申请4件、信函申请5件，其余为当面申请。",
        "现场召开新闻发布会15场、线上4场。",
        "另收到复议申请19件，其中网络申请15件、信函申请4件。",
        "通过网站发布信息15件、平台公开信息4件。",
        "网络申请19件。",
    ],
)
def test_n01_lets_other_numbers_stand(form_2021: Form, text: str) -> None:
    assert found_in(form_2021, text) == []
