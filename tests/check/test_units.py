"""The unit's own name, and the names of others where its own should stand."""

import pytest

from make_report.check import check_filing
from make_report.form.model import Form
from tests.filings import SENTENCE, cell, filing, judged


@pytest.mark.parametrize(
    ("org", "text"),
    [
        ("某县某某镇人民政府", "我局积极公开信息。"),
        ("某县某某镇", "本局积极公开信息。"),
        ("某县某某乡人民政府", "我镇积极公开信息。"),
        ("某区某某街道办事处", "我镇积极公开信息。"),
        ("某县财政局", "我镇积极公开信息。"),
        ("某县财政局", "我委积极公开信息。"),
        ("某某市人民政府", "全县积极公开信息。"),
        ("某区某某街道办事处", "本委积极公开信息。"),
        ("某县发展和改革局（县粮食局）", "我街道积极公开信息。"),
        ("某县卫生健康委员会", "我局积极公开信息。"),
        ("某县人民政府", "我局积极公开信息。"),
    ],
)
def test_t07_finds_what_another_kind_of_unit_calls_itself(form_2021: Form, org: str, text: str) -> None:
    paragraphs = filing(form_2021, {"overview": [SENTENCE, text]})["overview"].paragraphs
    assert judged(form_2021, {"org": org, "overview": [SENTENCE, text]}) == [("T07", str(paragraphs[1].place))]


@pytest.mark.parametrize(
    ("org", "text"),
    [
        ("某县某某镇人民政府", "我镇配合县财政局工作，我县我市各局，形成良好的基本局面，避免自我局限。"),
        ("某县财政局", "我局指导各镇、各街道工作。"),
        ("某县财政局", "我委托第三方评估网站，落实到基本委办局。"),
        ("某县人民政府办公室", "我办、我局、我镇。"),
        ("某县人民政府", "我县各镇、各局积极公开信息，某某镇、某某局作了交流。"),
        ("某县某某乡人民政府", "落实我乡镇职责。"),
        ("某某开发区管理委员会", "我区、我委积极公开信息。"),
    ],
)
def test_t07_lets_a_unit_speak_of_others(form_2021: Form, org: str, text: str) -> None:
    assert judged(form_2021, {"org": org, "overview": [SENTENCE, text]}) == []


@pytest.mark.parametrize("name", ["某县审计局", "某县某镇人民政府", "某县财政局某分局", "另县财政局"])
def test_t07_another_unit_in_the_title_is_an_error(form_2021: Form, name: str) -> None:
    found = judged(form_2021, {"org": "某县财政局", "title": f"{name}2021年政府信息公开工作年度报告"})
    assert (("T07", cell(form_2021, "title")) in found) == (name != "某县财政局某分局")


@pytest.mark.parametrize(
    ("org", "name"),
    [
        ("某省某市某县发展和改革局（县粮食局）", "某县发改局"),
        ("某县卫生健康委员会", "某县卫健委"),
        ("某县某镇", "某县某镇人民政府"),
        ("某某综合实验区管理委员会", "某某综合实验区"),
        ("某区人民政府", " 某 区 人民政府 "),
        ("某县财政局", "关于公布"),
    ],
)
def test_t07_knows_a_unit_by_its_short_and_long_name(form_2021: Form, org: str, name: str) -> None:
    found = judged(form_2021, {"org": org, "title": f"{name}2021年政府信息公开工作年度报告"})
    assert "T07" not in {code for code, _ in found}


@pytest.mark.parametrize(
    ("org", "text"),
    [
        ("某县安乐镇人民政府", "2021年，永安镇严格按照《条例》要求公开信息。"),
        ("某县安乐镇人民政府", "2021年度永安镇人民政府共收到申请0件。"),
        ("某县安乐镇人民政府", "现公布永安镇2021年政府信息公开工作年度报告。"),
        ("某县安乐镇人民政府", "如有疑问，请与永安镇人民政府联系（地址：某某路1号）。"),
        ("某县财政局", "本报告由某县审计局编制。"),
        ("某县财政局", "按照国办公开办函〔2021〕30号文件要求，编制某县审计局2021年政府信息公开工作年度报告。"),
        ("某县财政局", "2021年，县审计局坚持以公开为常态。"),
        ("某县财政局", "2021年，某县审计局紧扣群众关心的事项公开信息。"),
        ("某县卫生健康局", "2021年，县教育局高度重视政务公开工作。"),
        ("白水县财政局", "2021年，白水县审计局围绕中心工作公开信息。"),
        ("白水县财政局", "一、2021年，审计局主动公开信息。"),
        ("白水县财政局", "全年，县审计局公开各类信息。"),
        ("白水县财政局", "各科室按时报送。白水县审计局及时完善栏目。"),
        ("白水县财政局", "各科室按时报送。清泉县财政局及时完善栏目。"),
        ("白水县卫生健康委员会", "2021年，白水县发展和改革委员会紧扣看病就医公开信息。"),
        ("白水县财政局", "修改完善了《白水县审计局政务公开工作制度》。"),
        ("白水县财政局", "如有疑问，请与县审计局政策法规股联系。"),
        ("白水县永安镇人民政府", "信息在白水县桃园镇人民政府宣传栏张贴。"),
        ("白水县永安镇人民政府", "各村按时报送。桃园镇人民政府按季度自查。"),
        ("清泉区人民政府", "信息通过“柳泉区人民政府门户网站”发布。"),
        ("宁川海关", "2021年，江浦海关围绕中心工作公开信息。"),
    ],
)
def test_t07_finds_another_unit_that_reports(form_2021: Form, org: str, text: str) -> None:
    paragraphs = filing(form_2021, {"overview": [SENTENCE, text]})["overview"].paragraphs
    assert judged(form_2021, {"org": org, "overview": [SENTENCE, text]}) == [("T07", str(paragraphs[1].place))]


@pytest.mark.parametrize(
    ("org", "text"),
    [
        ("某县安乐镇人民政府", "2021年，安乐镇严格按照《条例》要求公开信息，与永安镇交流经验。"),
        ("某县安乐镇人民政府", "2021年，县财政局高度重视政务公开工作，各镇认真落实。"),
        ("临夏回族自治州统计局", "2021年，州统计局坚持以公开为常态。全州统计局共收到来信。"),
        ("某县教育和科学技术局", "2021年，县教科局高度重视政务公开工作。"),
        ("某区卫生健康委员会", "2021年，区卫健委认真贯彻条例，修订完善我委政府信息公开工作制度。"),
        ("某县发展和改革局（县粮食局）", "2021年，县粮食局坚持以公开为常态。"),
        ("某县财政局", "按照县政务服务局政务公开工作要求，向省财政厅、市财政局政府信息公开工作机构报送。"),
        ("某县人民政府", "2021年，县财政局坚持以公开为常态，安乐镇严格按照《条例》要求公开信息。"),
        ("某县安乐镇人民政府", "按时完成安乐镇2021年政府信息公开工作年度报告。"),
        ("某省气象局", "依托办公室建立省局政府信息公开工作机构。"),
        ("某市某区国资局", "2021年，区政府国资局未收到投诉。"),
        ("白水县财政局", "2021年，县审计局对我局进行审计。全年，县司法局指导各单位公开信息。"),
        ("白水县财政局", "各科室按时报送，县审计局及时完善栏目。按照县审计局要求整改。"),
        ("江临市白水县财政局", "各科室按时报送。江临市财政局及时转发文件。"),
        ("白水县教育局", "修订《江临市教育局政府信息公开指南》的配套办法。"),
        ("重庆市公安局渝中区分局", "2021年，区公安分局主动公开信息。"),
        ("白水县发展和改革委员会", "2021年，县发展和改革委员会、县发改委公开信息。"),
        ("白水县永安镇人民政府", "2021年永安镇公开信息，在白水县人民政府网站永安镇人民政府专栏发布。"),
        ("清泉区人民政府", "信息通过“清泉区政府网站”“江临市人民政府公报”发布。"),
    ],
)
def test_t07_lets_other_units_be_mentioned(form_2021: Form, org: str, text: str) -> None:
    assert judged(form_2021, {"org": org, "overview": [SENTENCE, text]}) == []


@pytest.mark.parametrize(
    ("org", "text", "found"),
    [
        ("某市某区教育局", "我县教育信息全部公开。", True),
        ("某市某区某某镇人民政府", "本县各村公开信息。", True),
        ("某市某区教育局", "我区教育信息全部公开，我县级医院。", False),
        ("某市某县教育局", "我县教育信息全部公开。", False),
        ("某经济开发区税务局", "我县税务信息全部公开。", False),
        ("某市教育局", "我县教育信息全部公开。", False),
        ("清禾县财政局", "我市坚持公开为常态。", True),
        ("清禾县人民政府", "我区坚持公开为常态。", True),
        ("清禾县财政局", "在我市考核中排名第一，我市统一部署。", False),
        ("清禾县人民政府", "白沙县坚持公开为常态。", False),
        ("清禾县人民政府", "2021年，白沙县坚持公开为常态。", True),
        ("清禾县人民政府", "2021年，清禾县坚持公开为常态，全县公开信息，各县交流。", False),
        ("清禾县石桥镇人民政府", "2021年，永安镇坚持公开为常态。", True),
    ],
)
def test_t07_a_unit_of_a_district_is_in_no_county(form_2021: Form, org: str, text: str, found: bool) -> None:  # noqa: FBT001 - a row of the table
    assert [code for code, _ in judged(form_2021, {"org": org, "overview": [SENTENCE, text]})] == ["T07"] * found


@pytest.mark.parametrize(
    ("org", "text", "found"),
    [
        ("某县大坪镇人民政府", "本报告根据条例规定，由清泉镇人民政府编制。", True),
        ("某县大坪镇人民政府", "本报告根据条例规定，由大坪镇政府编制。", False),
        ("某县大坪镇人民政府", "各村材料由镇党政办公室汇总，由大坪镇人民政府编制。", False),
        ("某市柳泉区人民政府", "现公布清泉区人民政府2021年政府信息公开工作年度报告。", True),
        ("某市柳泉区人民政府", "现公布柳泉区政府2021年政府信息公开工作年度报告。", False),
    ],
)
def test_t07_knows_who_makes_the_report_by_its_introduction(form_2021: Form, org: str, text: str, found: bool) -> None:  # noqa: FBT001 - a row of the table
    given = {"org": org, "year": 2021, "introduction": text}
    assert judged(form_2021, given) == [("T07", cell(form_2021, "introduction"))] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("联系单位：白水县审计局办公室，电话：0000-1234567", True),
        ("联系单位：白水县财政局办公室，电话：0000-1234567", False),
        ("联系单位：局办公室，电话：0000-1234567", False),
    ],
)
def test_t07_knows_whom_to_ask(form_2021: Form, text: str, found: bool) -> None:  # noqa: FBT001 - a row of the table
    given = {"org": "白水县财政局", "contact": text}
    assert judged(form_2021, given) == [("T07", cell(form_2021, "contact"))] * found


@pytest.mark.parametrize(
    ("org", "text", "wrong"),
    [
        ("某某县农业农村局", "县农业衣村局更新及时。", "农业衣村局"),
        ("白水县农业农村局", "白木县农业农村局更新及时。", "白木县农业农村局"),
        ("白水县财政局", "各科室报送，由白木县财政局汇总。", "白木县财政局"),
        ("国家税务总局江临市白水县税务局", "由江临市白木县税务局汇总。", "白木县税务局"),
        ("白水县人民政府", "（一）主动公开。白木县坚持公开为常态。", "白木县坚持"),
    ],
)
def test_t07_finds_a_wrong_character_in_the_units_name(form_2021: Form, org: str, text: str, wrong: str) -> None:
    found = check_filing(form_2021, filing(form_2021, {"org": org, "overview": [SENTENCE, text]}))
    assert [item.code for item in found] == ["T07"]
    assert wrong in str(found[0].operands["actual"])


@pytest.mark.parametrize(
    ("org", "text"),
    [
        ("白水县财政局", "由县财政局、白水县财政所汇总，白水县财攻局面。"),
        ("白水县农业农村局", "省农业农村厅、各县农业农村局，我县农业农村局更新及时。"),
        ("白水县教育局", "信息由白水县体育局提供，更新及时。"),
        ("白水县财政局", "年初，水县财政局；县财政局更新及时。"),
        ("白水县自然资源和规划局", "自然资源规划局更新及时。"),
        ("白水县人民政府", "白水县坚持公开为常态，白木县信访局来访，学习白木县坚持公开的做法。"),
    ],
)
def test_t07_lets_names_of_others_and_short_names_stand(form_2021: Form, org: str, text: str) -> None:
    assert judged(form_2021, {"org": org, "overview": [SENTENCE, text]}) == []
