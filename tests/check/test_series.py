"""一是 … 二是 … 三是: without gap or repetition."""

import pytest

from make_report.check import check_filing
from make_report.form.model import Form
from tests.filings import SENTENCE, filing


def found(form: Form, *texts: str) -> list[tuple[int, str, str]]:
    """Return the number of the paragraph, the series as it is and as it should be, of each finding."""
    whole = filing(form, {"problems": [SENTENCE, *texts]})
    places = [paragraph.place for paragraph in whole["problems"].paragraphs]
    findings = check_filing(form, whole)
    assert {finding.code for finding in findings} <= {"T04"}
    return [
        (places.index(item.place), str(item.operands["actual"]), str(item.operands["expected"])) for item in findings
    ]


@pytest.mark.parametrize(
    ("text", "actual", "expected"),
    [
        ("一是甲；三是乙；三是丙。", "一是、三是、三是", "一是、二是、三是"),
        ("一是甲；二是乙；四是丙；五是丁。", "一是、二是、四是、五是", "一是、二是、三是、四是"),
        ("一是甲；二是乙；二是丙；三是丁。", "一是、二是、二是、三是", "一是、二是、三是、四是"),
        ("主要有：二是甲；三是乙。", "二是、三是", "一是、二是"),
        ("一要甲，三要乙。", "一要、三要", "一要、二要"),
        ("第一，甲。第三，乙。", "第一、第三", "第一、第二"),
        ("首先，甲。再次，乙。", "首先、再次", "首先、其次"),
        ("做到：1）甲；2）乙；2）丙。", "1）、2）、2）", "1）、2）、3）"),
        ("任务有①甲，②乙，④丙。", "①、②、④", "①、②、③"),
    ],
)
def test_t04_finds_gaps_and_repetitions(form_2021: Form, text: str, actual: str, expected: str) -> None:
    assert found(form_2021, text) == [(1, actual, expected)]


@pytest.mark.parametrize(
    "texts",
    [
        ["一是甲；二是乙；三是丙。下一步：一是丁；二是戊。"],
        ["一是甲，包括：一是丙，二是丁；二是乙；三是戊。"],
        ["一是甲，包括：一是丙，二是丁；三是戊；二是乙。"],
        ["一是甲。", "二是乙。", "三是丙。"],
        ["平台建设方面一是甲；二是乙。", "监督保障方面一是丙；二是丁。"],
        ["（一）问题。一是甲。", "（二）措施。一是乙；二是丙。"],
        ["原因之一是甲，统一是非标准，其中第二是乙。"],
        ["一是甲。"],
        ["首先是甲，其次是乙。"],
        ["我们首先要甲；其次，乙；再次，丙；最后，丁。"],
        ["再次强调。"],
        ["（1）甲；（2）乙。"],
        ["见附件（2），依照第（三）项（3）目办理。"],
        ["第一时间公布，第二十条规定，第三方意见。"],
        ["一是一，二是二。"],
    ],
)
def test_t04_is_silent_about_series_that_count(form_2021: Form, texts: list[str]) -> None:
    assert found(form_2021, *texts) == []


def test_t04_follows_a_series_over_paragraphs(form_2021: Form) -> None:
    assert found(form_2021, "一是甲。", "二是乙。", "四是丙。") == [(3, "一是、二是、四是", "一是、二是、三是")]


def test_t04_a_series_does_not_go_on_with_that_of_a_paragraph_before(form_2021: Form) -> None:
    texts = ("问题：一是甲；二是乙。", "下一步：一是丙；三是丁。")
    assert found(form_2021, *texts) == [(2, "一是、三是", "一是、二是")]


def test_t04_a_heading_ends_a_series(form_2021: Form) -> None:
    assert found(form_2021, "一是甲。", "二是乙。", "（二）措施", "三是丙。") == [(4, "三是", "一是")]
