"""Years in sentences, deadlines, documents no longer in force."""

from datetime import date

import pytest

from make_report.check import check_filing
from make_report.filing import State
from make_report.form.model import Form
from tests.filings import SENTENCE, Given, cell, filing, judged

YEAR = {"year": 2023}


@pytest.mark.parametrize(
    ("field", "text", "years"),
    [
        ("overview", "2021年，本局公开信息50条。", [2021]),
        ("overview", "（一）主动公开。2020年度我局公开信息50条。2020年，全局培训1次。", [2020]),
        ("overview", "2021年 全年公开信息50条；2019年，我局公开信息60条。", [2019, 2021]),
        ("overview", "2024年，我局公开信息50条。", [2024]),
        ("problems", "问题不多。2025年，我局加强培训。", [2025]),
        ("overview", "2022年，我局公开信息50条。2023年，我局公开信息60条。", []),
        # Copied from last year's report: nothing is said of this year.
        ("overview", "2022年，我局公开信息50条。", [2022]),
        ("other_matters", "2022年，我局没有收取信息处理费。", [2022]),
        # A sentence of its own about last year, though others tell of this year.
        ("overview", "（二）依申请公开情况。2022年，全区共收到申请5件。以下各项属于2023年。", []),
        ("overview", "（二）依申请公开情况。2022年，全区共收到申请5件。均已答复。截至2023年底没有结转。", [2022]),
        ("overview", "取得较好成效，自然人申请较多，2022年，全区收到申请5件。均已答复。2023年没有结转。", [2022]),
        ("other_matters", "我局2022年度没有收取信息处理费。没有其他事项。其余见2023年公告。", [2022]),
        ("other_matters", "2022年某某局未收取信息处理费。没有其他事项。其余见2023年公告。", [2022]),
        ("other_matters", "2022年未办结的2件于2023年办结。", []),
        ("overview", "2024年，我局把重要文件列为主要公开内容。", [2024]),
        ("problems", "2022年，我局针对上年的问题制定制度3项。2024年将继续加强培训。", [2022]),
        ("problems", "2023年工作有序。各项工作推进。2022年，我局提出的问题已全部整改。再接再厉。", []),
        ("overview", "2024年主动公开信息100条。", [2024]),
        ("overview", "2019年主动公开各类信息。", [2019]),
        ("overview", "2023年主动公开各类信息，2022年主动公开信息90条。", []),
        ("overview", "2022年，我局被评为先进。", []),
        ("overview", "较2022年增加12件，2022年以来公开信息60条。", []),
        ("overview", "2024年，我局将公开更多信息。", []),
        ("overview", "3件申请结转到下年，2024年，我局办结。", []),
        ("problems", "2024年，我局加强培训。", []),
        ("overview", "2019年，我局成立；2021年，我局被评为先进。", []),
        ("overview", "2020年，我局公开40条，2022年，我局公开50条。", []),
        (
            "overview",
            "2022年，全区共收到申请5件，1件转入2024年。均已答复。以下从略。截至2023年底没有其他。",
            [2022],
        ),
        ("overview", "2022年度收到依申请公开政府信息3件。均已答复。以下从略。截至2023年底没有其他。", [2022]),
        ("overview", "2022年收到的3件已办结。均已答复。以下从略。截至2023年底没有其他。", []),
        ("overview", "自2008年起，2007年以来，2021年5月，2021—2025年，按照2021年新修订的条例。", []),
        ("overview", "印发《2021年，我局工作》、“2021年，我局”（2021年，我局），国办公开办函〔2021〕30号。", []),
    ],
)
def test_d02_asks_of_which_year_a_sentence_tells(form_2021: Form, field: str, text: str, years: list[int]) -> None:
    whole = filing(form_2021, {**YEAR, field: [SENTENCE, text, text]})
    found = [finding for finding in check_filing(form_2021, whole) if finding.code == "D02"]
    assert sorted(int(finding.operands["actual"]) for finding in found) == years
    assert {finding.place for finding in found} <= {whole[field].paragraphs[1].place}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("2023年，我局将进一步加强培训。", ["D03"]),
        ("（二）整改措施。为进一步规范，2023年我局加大培训力度，一是加强学习。", ["D03"]),
        ("下一步打算：2023年度，继续丰富解读形式。", ["D03"]),
        ("下一步改进措施：2022年加强培训，丰富解读形式。", ["D03"]),
        ("2025年将加强培训，丰富解读形式。", ["D03"]),
        ("力争到2025年将公开范围扩大一倍。", []),
        ("下一步改进措施：2024年加强培训，丰富解读形式。", []),
        ("2023年，针对上述问题逐项改进。", ["D03"]),
        ("2023年重点从以下两个方面进行改进。", ["D03"]),
        ("2023年，我局将从三个方面改进。", ["D03"]),
        ("2024年，我局将进一步加强培训。", []),
        ("下一步：2024年，继续丰富解读形式。", []),
        ("2023年，我局将政务公开工作纳入考核。", []),
        ("2023年我局加大培训力度，丰富解读形式。", []),
        ("改进措施：2023年，我局进一步加强了培训。", []),
        ("改进措施：2023年，我局进一步加强培训，全年培训2次。", []),
        ("下一步：针对2023年存在的问题，加强培训。", []),
        ("下一步：落实《2023年，我局将进一步公开》。", []),
    ],
)
def test_d03_asks_whether_the_next_year_is_meant(form_2021: Form, text: str, codes: list[str]) -> None:
    whole = filing(form_2021, {**YEAR, "problems": [SENTENCE.replace("今后将继续", "正在"), text]})
    place = str(whole["problems"].paragraphs[1].place)
    found = [finding for finding in check_filing(form_2021, whole) if finding.code == "D03"]
    assert [(finding.code, str(finding.place)) for finding in found] == [(code, place) for code in codes]


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"org": "某某县某某镇人民政府", "published": date(2024, 1, 31)}, []),
        ({"org": "某某县某某镇人民政府", "published": date(2024, 2, 1)}, ["D06"]),
        ({"org": "某某县民政局", "published": date(2024, 2, 1)}, ["D06"]),
        ({"org": "某某县税务局", "published": date(2024, 3, 30)}, []),
        ({"org": "某某县人民政府", "published": date(2024, 2, 20)}, []),
        ({"org": "某某县人民政府", "published": date(2024, 2, 21)}, ["D06"]),
        ({"org": "某某市某某区人民政府", "published": date(2024, 3, 10)}, []),
        ({"org": "某某市某某区人民政府", "published": date(2024, 3, 11)}, ["D06"]),
        ({"org": "某某市人民政府", "published": date(2024, 3, 31)}, []),
        ({"org": "某某市人民政府", "published": date(2024, 4, 1)}, ["D06"]),
        ({"org": "某某综合实验区", "published": date(2024, 6, 1)}, []),
        ({"org": "某某市人民政府", "org_kind": "county", "published": date(2024, 2, 21)}, ["D06"]),
        ({"org": "某某县人民政府", "org_kind": "other", "published": date(2024, 6, 1)}, []),
        ({"org": "某某县人民政府", "published": State.UNREADABLE}, []),
    ],
)
def test_d06_takes_the_latest_day_that_may_hold_for_the_unit(
    form_2021: Form, given: dict[str, Given], codes: list[str]
) -> None:
    assert judged(form_2021, {**YEAR, **given}) == [(code, cell(form_2021, "published")) for code in codes]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("根据国办公开办函〔2019〕60号编制。", ["D07"]),
        ("根据国办公开办函[2019]60号、国办公开办函 【2019】 60 号编制。", ["D07"]),
        ("根据国办公开办函（2019）60号和国办公开办函〔2021〕30号编制。", []),
        ("根据国办发〔2019〕60号编制。", []),
        ("根据条例（国务院令第492号）编制。", ["D07"]),
        ("根据条例（国务院令第４９２号公布，第711号修订）编制。", []),
    ],
)
def test_d07_names_documents_of_old(form_2021: Form, text: str, found: list[str]) -> None:
    marks = [mark for mark in judged(form_2021, {"introduction": text}) if mark[0] == "D07"]
    assert marks == [(code, cell(form_2021, "introduction")) for code in found]


def test_d07_lets_reports_of_their_time_cite_their_format(form_2019: Form) -> None:
    assert judged(form_2019, {"introduction": "根据国办公开办函〔2019〕60号编制。"}) == []


@pytest.mark.parametrize("year", [None, State.UNREADABLE, 9999])
def test_without_a_usable_year_no_year_is_compared(form_2021: Form, year: Given) -> None:
    given: dict[str, Given] = {
        "year": year,
        "org": "某某县某某镇人民政府",
        "published": date(2024, 6, 1),
        "overview": [SENTENCE, "2019年，我镇公开信息50条。"],
        "problems": [SENTENCE, "2023年，我镇将进一步加强培训。"],
    }
    assert {code for code, _ in judged(form_2021, given)} <= {"U01", "F01"}
