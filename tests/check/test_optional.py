"""The rules that are checked only when they are asked for: T10, T11, X09, X10, each with what real reports write."""

import pytest

from make_report.check import LastYear, check_filing
from make_report.finding import Severity
from make_report.form.model import Form
from tests.filings import SENTENCE, Given, filing, last_years

OFFICE, COUNTY = "某某县财政局", "某某县人民政府"


def asked(form: Form, given: dict[str, Given], last: dict[str, Given] | None = None) -> list[str]:
    """Return the codes of the optional findings about a filing, after making sure that none comes unasked."""
    whole = filing(form, {"year": 2023, "org": OFFICE, **given})
    before = LastYear(form, last_years(form, {"year": 2022, "org": OFFICE, **last})) if last is not None else None
    codes = {rule.code for rule in form.rules if rule.optional}
    assert not [finding for finding in check_filing(form, whole, before) if finding.code in codes]
    found = [finding for finding in check_filing(form, whole, before, optional=True) if finding.code in codes]
    assert all(finding.severity is Severity.WARNING for finding in found)
    return [finding.code for finding in found]


@pytest.mark.parametrize(
    ("text", "received", "found"),
    [
        ("全年共收到政府信息公开申请70余件。", 74, True),
        ("全年共收到政府信息公开申请近300件。", 296, True),
        ("全年共收到政府信息公开申请约75件。", 74, True),
        ("全年共收到政府信息公开申请1.5万余件。", 15_237, True),
        ("全年共收到政府信息公开申请一百多件。", 160, True),
        ("全年共收到政府信息公开申请70余件。", 95, False),
        ("全年共收到政府信息公开申请500余件。", 1100, False),
        ("全年共收到政府信息公开申请74件。", 74, False),
        ("全年共收到群众来信70余件。", 74, False),
        ("2022年共收到政府信息公开申请70余件。", 74, False),
        ("其中县公安局收到政府信息公开申请70余件。", 74, False),
    ],
)
def test_t10_a_rough_number_means_the_exact_one_it_may_be_rounded_from(
    form_2021: Form,
    text: str,
    received: int,
    found: bool,  # noqa: FBT001 - a row of the table
) -> None:
    given: dict[str, Given] = {
        "overview": [SENTENCE, text],
        "requests.received.natural_person": received,
        "requests.granted.natural_person": received,
    }
    assert asked(form_2021, given) == ["T10"] * found


@pytest.mark.parametrize(
    ("org", "text", "found"),
    [
        (OFFICE, "部分地区政策解读形式单一。", True),
        (OFFICE, "多数部门在法定时限内答复。", True),
        ("某某县某某镇人民政府", "一些地方更新不够及时。", True),
        (COUNTY, "部分部门政策解读形式单一，个别地区更新不够及时。", False),
        ("某某市人民政府", "一些部门更新不够及时。", False),
        (OFFICE, "部分股室更新不够及时，各部门密切配合，地方政府债务全部公开。", False),
    ],
)
def test_t11_a_single_office_does_not_speak_of_many(form_2021: Form, org: str, text: str, found: bool) -> None:  # noqa: FBT001 - a row of the table
    assert asked(form_2021, {"org": org, "overview": [SENTENCE, text]}) == ["T11"] * found


ANNOUNCED = "存在的问题是更新较慢。下一步，一是建设档案查阅室，配齐电脑和打印机；二是编写办事手册，送到各村。"


@pytest.mark.parametrize(
    ("problems", "found"),
    [
        ("存在的问题是解读形式单一。今后增加图解，继续改进各项工作，努力做得更好。", True),
        ("档案查阅室已经建成，办事手册也印好了。今后增加图解，继续改进各项工作。", False),
        ("去年提出的措施：配齐了电脑和打印机，手册送到了各村。今后增加图解，继续改进工作。", False),
        ("档案查阅室已经建成。今后增加图解，继续改进各项工作，努力做得更好更实。", True),
    ],
)
def test_x09_what_was_announced_is_spoken_of_in_whatever_words(form_2021: Form, problems: str, found: bool) -> None:  # noqa: FBT001 - a row of the table
    assert asked(form_2021, {"problems": problems}, {"problems": ANNOUNCED}) == ["X09"] * found


@pytest.mark.parametrize(
    "announced",
    [
        "存在的问题是更新较慢，解读形式单一，人员不足，需要继续改进各项工作。",
        "下一步，一是进一步加强政府信息公开工作，不断提高公开水平；二是持续完善工作机制，加大公开力度。",
        "存在的问题：一是专栏更新较慢；二是图解数量不足。",
    ],
)
def test_x09_general_words_and_problems_need_no_answer(form_2021: Form, announced: str) -> None:
    problems = "存在的问题是解读形式单一。今后增加图解，继续改进各项工作，努力做得更好。"
    assert asked(form_2021, {"problems": problems}, {"problems": announced}) == []


@pytest.mark.parametrize(
    ("this_year", "pending", "found"),
    [
        ({"reconsideration.upheld": 1}, {"reconsideration.pending": 2}, ["X10"]),
        ({"reconsideration.pending": 2}, {"reconsideration.pending": 2}, []),
        ({"reconsideration.upheld": 5}, {"reconsideration.pending": 2, "reconsideration.upheld": 9}, []),
        ({}, {"direct_litigation.pending": 1, "litigation_after_reconsideration.pending": 1}, ["X10", "X10"]),
        ({"direct_litigation.other": 1}, {"direct_litigation.pending": 1}, []),
        ({}, {"reconsideration.upheld": 3}, []),
    ],
)
def test_x10_cases_left_over_from_last_year_are_counted(
    form_2021: Form, this_year: dict[str, int], pending: dict[str, int], found: list[str]
) -> None:
    given, last = ({f"disputes.{name}": number for name, number in figures.items()} for figures in (this_year, pending))
    assert asked(form_2021, dict(given), dict(last)) == found
