"""三个方面：一是 … 二是 … 三是: as many as are announced."""

import pytest

from make_report.check import check_filing
from make_report.form.model import Form
from tests.filings import SENTENCE, filing


def announced(form: Form, *texts: str) -> list[tuple[object, object]]:
    """Return the number announced and the number found of each finding."""
    found = check_filing(form, filing(form, {"problems": [SENTENCE, *texts]}))
    assert {finding.code for finding in found} <= {"T04"}
    return [(finding.operands["stated"], finding.operands["count"]) for finding in found]


@pytest.mark.parametrize(
    ("texts", "stated", "count"),
    [
        (["将从以下四方面着力：一是甲；二是乙；三是丙。"], 4, 3),
        (["抓好两项重点工作：一是甲。二是乙。三是丙。"], 2, 3),
        (["存在3个问题：一是甲；二是乙。"], 3, 2),
        (["存在两个问题：一是甲；二是乙。采取三项措施：一是丙；二是丁。"], 3, 2),
    ],
)
def test_another_number_than_announced_is_asked_about(
    form_2021: Form, texts: list[str], stated: int, count: int
) -> None:
    assert announced(form_2021, *texts) == [(stated, count)]


@pytest.mark.parametrize(
    "texts",
    [
        ["将从以下三方面着力：一是甲；二是乙；三是丙。"],
        ["采取三项措施：一是丙；二是丁；", "三是戊。"],
        ["抓好三项工作：一是甲；二是乙，分两个环节：一是丙，二是丁；三是戊。"],
        ["针对12个镇街：一是甲；二是乙。"],
        ["存在三个问题，今后改进：一是甲；二是乙。"],
    ],
)
def test_as_many_as_announced_or_something_else_is_left_in_peace(form_2021: Form, texts: list[str]) -> None:
    assert announced(form_2021, *texts) == []
