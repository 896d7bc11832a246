"""Sentences and paragraphs that were pasted twice."""

import pytest

from make_report.form.model import Form
from tests.filings import SENTENCE, filing, judged

LONG = "各单位每月收集群众关心的问题，由业务科室答复，并在政府网站上公布办理结果，方便查询。"


@pytest.mark.parametrize(
    ("texts", "at"),
    [
        (["一是公开形式较为单一。一是公开形式较为单一。"], 1),
        (["公开形式较为单一。", "公开形式较为单一。"], 2),
        ([LONG, "公开形式较为单一。", LONG], 3),
        (["（一）主动公开情况", "（一）主动公开情况"], 2),
        ([LONG + "效果良好。", "1." + LONG], 2),
    ],
)
def test_t02_finds_what_was_pasted_twice(form_2021: Form, texts: list[str], at: int) -> None:
    whole = {"problems": [SENTENCE, *texts]}
    place = filing(form_2021, whole)["problems"].paragraphs[at].place
    assert [one for one in judged(form_2021, whole) if one[0] == "T02"] == [("T02", str(place))]


@pytest.mark.parametrize(
    "texts",
    [
        ["公开形式较为单一。解读不多。公开形式较为单一。"],
        ["没有发生行政诉讼。", "公开形式较为单一。", "没有发生行政诉讼。"],
        ["很好。很好。"],
    ],
)
def test_t02_lets_short_sentences_come_again(form_2021: Form, texts: list[str]) -> None:
    assert [one for one in judged(form_2021, {"problems": [SENTENCE, *texts]}) if one[0] == "T02"] == []


def test_t02_lets_parts_of_the_report_say_the_same(form_2021: Form) -> None:
    assert judged(form_2021, {"overview": SENTENCE, "problems": SENTENCE}) == []
