"""N16: what texts say of growth over last year, in per cent and in numbers. 81 applications this year, 74 last year."""

import pytest

from make_report.check import LastYear, check_filing
from make_report.form.model import Form
from tests.filings import SENTENCE, Given, filing

RECEIVED, GRANTED = "requests.received.natural_person", "requests.granted.natural_person"


def growth_in(form: Form, text: str) -> int:
    """Return how many faults of growth are found in a text about 81 applications."""
    this: dict[str, Given] = {
        "overview": [SENTENCE, f"全年收到政府信息公开申请81件，{text}。"],
        RECEIVED: 81,
        GRANTED: 81,
    }
    last: dict[str, Given] = {RECEIVED: 74, GRANTED: 74}
    found = check_filing(form, filing(form, this), LastYear(form, filing(form, last)))
    return [finding.code for finding in found].count("N16")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("同比增长12%", 1),
        ("比上年多9件", 1),
        ("同比增加9件", 1),
        ("比上年增加7件，增长12%", 1),
        ("比上年增加7件、增长12%", 1),
        ("较上年减少7件", 1),
        ("较上年减少7件，下降9.46%", 2),
    ],
)
def test_growth_that_does_not_follow_from_last_year_is_asked_about(text: str, faults: int, form_2021: Form) -> None:
    assert growth_in(form_2021, text) == faults


@pytest.mark.parametrize(
    "text",
    [
        "同比增长9.46%",
        "同比增长9.5%",
        "比上年多7件",
        "比上年增加7件，增长9.46%",
        "比上年的74件增加7件",
        "同比增加近10件",
        "同比基本持平，比上年多办结3件",
        "其中网上申请比上年增加20件，增长30%",
        "多为征地拆迁类，比上年增加12件",
        "较去年增加7件，其中自然人申请增加9件，增长20%",
    ],
)
def test_growth_that_follows_or_is_of_something_else_is_left_in_peace(text: str, form_2021: Form) -> None:
    assert growth_in(form_2021, text) == 0


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年推送文章96篇，较上年增加16篇，同比增长18.5%。", True),
        ("全年推送文章96篇，较上年增加15篇，增长18.8%。", True),
        ("全年推送文章96篇，比上年减少15篇，下降13.3%。", True),
        ("全年推送文章96篇，较上年增加15篇，同比增长18.5%。", False),
        ("全年推送文章312篇，较上年的265篇增加57篇，增长17.7%。", True),
        ("全年推送文章312篇（含图解30篇），较上年的265篇增加47篇，增长7.7%。", True),
        ("全年推送文章312篇（含图解30篇），较上年的265篇增加47篇，增长17.7%。", False),
        ("全年推送文章312篇：图解30篇，文字282篇，较上年的265篇增加47篇，增长17.7%。", False),
        ("全年推送文章312篇，较上年的265篇增加47篇，阅读量增长150%。", False),
        ("全年推送文章96篇，较上年增加15篇，增长18.51%。", False),
        ("全年推送文章96篇，比上年减少15篇，下降13.5%。", False),
        ("全年推送文章96篇，较上年增加约16篇，增长18.5%。", False),
        ("全年推送文章96篇，其中图解较上年增加15篇，增长20%。", False),
        ("全年推送文章96篇，较上年增加15篇，阅读量增长150%。", False),
        ("全年推送文章96篇。较上年增加15篇，增长20%。", False),
        ("全年推送文章96篇、短视频12条，较上年增加15篇，增长20%。", False),
    ],
)
def test_growth_in_numbers_and_in_per_cent_belong_together(text: str, form_2021: Form, *, wrong: bool) -> None:
    findings = check_filing(form_2021, filing(form_2021, {"year": 2023, "overview": [SENTENCE, text]}))
    assert [finding.code for finding in findings] == ["N16"] * wrong


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("共发布信息326条。从渠道看，网站25条、报纸0条、微博134条、微信167条，分别占7.7%、0%、41.1%、52.1%。", [52.1]),
        ("共发布信息326条。其中，网站126条，占38.7%；微博180条，占50.5%；报纸20条，占6.1%。", [50.5]),
        ("共发布信息106条，网站73条，占86.9%；报纸33条，占31.1%。", [86.9]),
        ("共发布信息1251条。网站402条，微博120条，两项合计占47.1%；报纸151条，占12.1%；微信398条，占31.8%。", [47.1]),
        ("共发布信息326条。其中，网站126条，占38.7%；微博180条，占55.2%；报纸20条，占6.1%。", []),
        ("共发布信息1251条。网站402条，微博120条，两项合计占41.7%；报纸151条，占12.1%；微信398条，占31.8%。", []),
        ("共发布信息100条，网站40条，占40%；微信60条，占60%，原创30条，占微信的50%；解读5条，占阅读量的45%。", []),
        ("共发布信息100条，网站40条，占40%；重点信息30条，占全年任务的45%；公示20条，约占三成。", []),
        ("共发布信息100条，网站40条，占40%；解读30条，占45%。", []),
    ],
)
def test_percentages_beside_one_another_are_shares_of_one_whole(
    form_2021: Form, text: str, shares: list[float]
) -> None:
    found = check_filing(form_2021, filing(form_2021, {"overview": [SENTENCE, text]}))
    assert [float(str(one.operands["stated"])) for one in found if one.code == "N06"] == shares


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("印发文件98件，主动公开76件，主动公开率76.6%。", [76.6]),
        ("征集意见57条，采纳41条，采纳率达79.1%。", [79.1]),
        ("印发文件98件，主动公开76件，主动公开率77.6%。", []),
        ("印发文件98件，主动公开76件，解读率76.6%。", []),
        ("印发文件98件，解读12次，主动公开76件，主动公开率76.6%。", []),
        ("收到来信36件，办结35件，办结率100%。", []),
        ("收到来信36件，办结35件，办结率比上年高2%。", []),
        ("征集意见57条，采纳41条，采纳率20%。", []),
    ],
)
def test_a_rate_is_that_of_the_two_numbers_before_it(form_2021: Form, text: str, rates: list[float]) -> None:
    found = check_filing(form_2021, filing(form_2021, {"overview": [SENTENCE, text]}))
    assert [float(str(one.operands["stated"])) for one in found if one.code == "N06"] == rates
