"""Lists in the texts that should add up, and those that need not."""

import pytest

from make_report.check import check_filing
from make_report.form.model import Form
from tests.filings import SENTENCE, filing


def blamed(form: Form, text: str) -> list[tuple[object, object]]:
    """Return the whole and the sum of each list that is said not to add up."""
    findings = check_filing(form, filing(form, {"year": 2023, "overview": [SENTENCE, text]}))
    return [(item.operands["whole"], item.operands["sum"]) for item in findings if item.code == "N15"]


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("全年收到来信44件（网站41件，邮寄2件）。", 44, 43),
        ("全年收到来信44件（其中：网站41件，邮寄2件，其他0件）。", 44, 43),
        ("全年发布信息249条：公文9条，机构职能7条，网站信息185条，新媒体38条。", 249, 239),
        ("全年共培训干部9次，甲局3次、乙局2次、丙局3次。", 9, 8),
        ("共召开会议9次，具体为甲局6次，乙局1次，丙局1次。", 9, 8),
        ("发布信息437条，包括人事12条，动态174条，解读共计110条，其他127条。", 437, 423),
        ("发布信息363条。其中公示352条，报告1条，预算3条，解读3条，年报1条。", 363, 360),
        ("发布信息34条，超额完成。其中包括概况1条、文件12条、动态19条以及服务信息1条。", 34, 33),
        ("制定办法5件，其中甲局8件、乙局1件。", 5, 9),
        ("发布信息9条，其中：公文5条、动态3条。", 9, 8),
        # The first two happen to be the whole, but the list goes on.
        ("发布信息10条：公文6条、动态4条、专栏1条。", 10, 11),
        ("发布信息263条，其中公共服务43条，组织机构12条，公文99条，其他119条。", 263, 273),
        ("发布信息269条，其中：动态125条、公告15条、征集调查16期、其他118条。", 269, 274),
    ],
)
def test_n15_finds_a_list_that_does_not_add_up(form_2021: Form, text: str, whole: int, parts: int) -> None:
    assert blamed(form_2021, text) == [(whole, parts)]


@pytest.mark.parametrize(
    "text",
    [
        "全年收到来信44件（网站42件，邮寄2件）。",
        "发布信息249条：公文9条，机构职能7条，网站信息185条，新媒体48条。",
        "全年共培训干部9次，甲局4次、乙局2次、丙局3次。",
        "发布信息423条，包括人事12条，动态174条，解读共计110条，其他127条。",
        "受理事项5件（答复3件、办理1件，结转1件）。",
        "发布信息10条：公文6条、动态4条，更新专栏1条。",
        "制发文件4件，废止2件、宣布失效1件、修改1件。",
        "全年发布信息100条，其中重点领域20条、公文10条。",
        "全年开展培训3次，参加120人次；编发简报12期。",
        "发布信息100条（含转载20条、原创30条）。",
        "收到建议提案20件（建议12件、提案8件），办复20件。",
        "发布信息34条，其中概况1条、文件12条以及动态21条。",
        "发布信息约34条：概况1条，文件12条，动态20条。",
        "公开信息5条，其中介绍1条、财政2条、文件1份、动态1条。",
        "召开会议3次。培训包括甲局4次、乙局2次、丙局3次。",
        "发布信息72条，其中包括概况3条、领导10条、动态36条、财政22条等。",
        "办理信箱来信40件，办理市长信箱10件、局长电话6件，办理群工系统126件。",
        "发布信息269条，其中：动态120条、公告15条、征集调查16期、其他118条。",
        "发布信息253条，其中：动态120条、公告15条、征集调查16期、其他118条。",
    ],
)
def test_n15_is_silent_about_other_lists(form_2021: Form, text: str) -> None:
    assert blamed(form_2021, text) == []
