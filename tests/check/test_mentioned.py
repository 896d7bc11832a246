"""Numbers in the texts against the tables: generated from the declared phrases, and as real reports write them."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from make_report.check import check_filing
from make_report.check.mentioned import sums_of
from make_report.form.equation import figures_named
from make_report.form.field import Kind
from make_report.form.load import load_form
from make_report.form.model import Form
from make_report.form.rule import InClauses, Stated
from tests.conftest import TEMPLATES
from tests.filings import Given, cell, filing
from tests.numerals import chinese

FORMS = [load_form(path.parent) for path in sorted(TEMPLATES.glob("*/form.yaml"))]
DISTRICT = "某某市某某区人民政府"


def grouped(number: int) -> str:
    return f"{number:,}"


def spaced(number: int) -> str:
    return f" {number} "


WRITTEN: tuple[Callable[[int], str], ...] = (str, grouped, spaced, chinese)
PHRASES = [
    pytest.param(form, rule, phrase, id=f"{form.form_id}-{rule.code}-{rule.name}-{phrase}")
    for form in FORMS
    for rule in form.rules
    if isinstance(rule, Stated) and rule.relation == "="
    for phrase in rule.says
]


def numbers_judged(form: Form, given: Mapping[str, Given]) -> list[tuple[str, str]]:
    """Return code and place of what is found about numbers in the texts of a district's filing."""
    contents: dict[str, Given] = {"org": DISTRICT, "year": form.years.first + 1, **given}
    findings = check_filing(form, filing(form, contents))
    return [(finding.code, str(finding.place)) for finding in findings if finding.code.startswith("N")]


def sentence(form: Form, rule: Stated, phrase: str, number: str) -> str:
    """Return a text that says the phrase with the number, on the rule's topic."""
    year = form.years.first + 1
    for change in (-1, 0, 1):
        phrase = phrase.replace(f"{{year{change:+d}}}" if change else "{year}", str(year + change))
    about = (*rule.where.context[:1], *rule.where.topic[:1], *rule.sentence[:1])
    return f"{'、'.join(about)}方面，{phrase.replace('*', '的')}{number}{rule.units[0]}。"


def distinct_figures(form: Form) -> dict[str, Given]:
    """Return figures of which no two sums are alike, as far as the phrases tell them apart."""
    fields = [field for field in form.fields.values() if field.kind is Kind.NUMBER and not field.computed]
    return {field.id: 3 + 7 * place * place for place, field in enumerate(fields)}


@pytest.mark.parametrize(("form", "rule", "phrase"), PHRASES)
def test_every_phrase_is_alive_and_agrees_with_all_others(form: Form, rule: Stated, phrase: str) -> None:
    contents = distinct_figures(form)
    whole = filing(form, contents)
    total = sums_of(form, whole)[rule.equals[0]]
    assert total
    figure = int(total.figure)
    right = sentence(form, rule, phrase, str(figure))
    assert numbers_judged(form, {**contents, "overview": right}) == [], right
    wrong = sentence(form, rule, phrase, str(figure + 1))
    assert (rule.code, cell(form, "overview")) in numbers_judged(form, {**contents, "overview": wrong}), wrong


@pytest.mark.parametrize("write", WRITTEN, ids=lambda write: write.__name__)
def test_however_a_number_is_written_it_is_read(form_2021: Form, write: Callable[[int], str]) -> None:
    contents: dict[str, Given] = {"requests.received.natural_person": 1203}
    right = {**contents, "overview": f"收到政府信息公开申请{write(1203)}件。"}
    assert numbers_judged(form_2021, right) == []
    wrong = {**contents, "overview": f"收到政府信息公开申请{write(1204)}件。"}
    assert numbers_judged(form_2021, wrong) == [("N01", cell(form_2021, "overview"))]


CELLS = ("received", "carried_in", "granted", "partly_granted", "unavailable.not_held", "carried_forward")


@settings(deadline=None, max_examples=25)
@given(drawn=st.tuples(*(st.integers(1, 5000) for _ in CELLS)), which=st.integers(0, 6), change=st.integers(1, 3000))
@pytest.mark.parametrize("form_number", range(len(FORMS)))
def test_a_text_made_from_the_tables_is_never_blamed_and_always_once_a_number_is_changed(
    form_number: int, drawn: tuple[int, ...], which: int, change: int
) -> None:
    form = FORMS[form_number]
    figures = dict(zip(CELLS, drawn, strict=True))
    concluded = sum(figures[name] for name in CELLS[2:5])
    numbers = {
        "收到政府信息公开申请": figures["received"],
        "上年结转": figures["carried_in"],
        "共办结": concluded,
        "结转下年度继续办理": figures["carried_forward"],
        "其中予以公开": figures["granted"],
        "部分公开": figures["partly_granted"],
        "无法提供": figures["unavailable.not_held"],
    }
    contents: dict[str, Given] = {f"requests.{name}.natural_person": number for name, number in figures.items()}

    def text(changed: Mapping[str, int]) -> str:
        return "，".join(f"{words}{number}件" for words, number in {**numbers, **changed}.items()) + "。"

    assert numbers_judged(form, {**contents, "overview": text({})}) == []
    words = sorted(numbers)[which]
    assert numbers_judged(form, {**contents, "overview": text({words: numbers[words] + change})}) != []


REPORT = {
    "requests.received.natural_person": 70,
    "requests.received.commercial_enterprise": 4,
    "requests.carried_in.natural_person": 1,
    "requests.granted.natural_person": 30,
    "requests.partly_granted.natural_person": 20,
    "requests.refused.state_secret.natural_person": 2,
    "requests.refused.process_information.natural_person": 3,
    "requests.unavailable.not_held.natural_person": 14,
    "requests.unavailable.not_held.commercial_enterprise": 4,
    "requests.carried_forward.natural_person": 2,
    "disputes.reconsideration.upheld": 2,
    "disputes.direct_litigation.upheld": 3,
    "disputes.litigation_after_reconsideration.pending": 1,
}


@pytest.mark.parametrize(
    "text",
    [
        "全区收到政府信息公开申请74件。",
        "全区受理政府信息公开申请75件。",
        "全区共办理政府信息公开申请75件（含上年结转1件）。",
        "收到申请75件，其中上年结转1件。",
        "收到公民、法人和其他组织的申请74件，其中网络申请50件、信函申请24件。",
        "通过网络收到申请50件，通过信函收到申请24件。",
        "收到申请74件，同比增加12件，较上年的62件增长19.35%。",
        "{last}年收到申请62件。",
        "{last}年，收到申请62件，办结61件。",
        "2008年以来累计收到申请900余件。",
        "上半年收到申请30件。",
        "收到申请70余件。",
        "区政府办公室收到申请12件，办结12件。",
        "区民政局收到申请12件。",
        "区本级收到申请12件。",
        "某某镇人民政府收到申请5件。",
        "协助市政府办公室答复申请6件。",
        "收到行政许可申请300件，办结290件。",
        "办理12345热线工单4700件，办结4700件。收到信件183条，答复183条。",
        "办结人大代表建议20件、政协提案15件。",
        "申请已答复。区司法局办理行政复议案件130件，维持100件。",
        "按照省政府办公厅的要求，办结申请73件，其中予以公开和部分公开50件，占68.49%。",
        "办结申请73件，其中：予以公开30件，占41.1%；不予公开5件，占6.8%；无法提供18件，占24.66%。",
        "因政府信息公开引起行政复议2件、行政诉讼4件，其中1件行政诉讼尚未审结。",
        "因政府信息公开发生复议、诉讼案件共6件。",
        "收到申请74件，除结转下年的外均已办结。",
        "网民留言均已办结。未收到行政许可申请。",
        "未发生行政复议被纠正的情况。",
        "答复申请73件，均在法定期限内办结。",
        "{last}年收到，结转至本年作出答复的申请1件。",
        "内容包括依申请公开、行政复议、诉讼情况和改进措施等五个方面内容。",
        "信息公开申请中，县级部门收到60件，乡镇收到14件，线上收到50件，办公室窗口收到24件。",
        "信息公开申请共74件，较{last}年的62件增加12件；加上{last}年结转的1件，应办75件，已办73件。",
        "全年共收到申请75件（{last}年结转1件，新收74件）。",
        "处理申请75件，其中新收74件、上年结转1件；行政复议中涉及信息公开的2件，维持2件；涉及工伤认定的6件，纠正3件。",
        "答复申请73件，其中公开30件、部分公开20件、不予公开5件。微博公开108条，对外公开6件，法律法规禁止公开0件。",
        "本局办理的行政复议案件36件、行政诉讼案件9件与申请公开无关。",
        "其中个人申请9件。收到政府信息公开申请74件，其中自然人70件、企业4件，办结73件，结转下年2件。",
        "通过网站、信函等渠道收到政府信息公开申请74件。",
        "收到申请74件，上年结转1件，共75件，共办结73件。",
        "政府收到申请20件，各单位收到申请54件。",
        "收到申请74件，对其中一件答复，申请人提起行政复议。",
    ],
)
def test_what_real_reports_write_rightly_is_not_blamed(form_2021: Form, text: str) -> None:
    overview = text.replace("{last}", str(form_2021.years.first))
    assert numbers_judged(form_2021, {**REPORT, "overview": overview}) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("全区收到政府信息公开申请75件。", "N01"),
        ("按照省政府办公厅的要求，我区共收到依申请公开请求76件。", "N01"),
        ("收到73份政府信息公开申请。", "N01"),
        ("受理政府信息公开申请77件。", "N01"),
        ("收到申请74件，{last}年结转2件。", "N02"),
        ("收到申请74件，办结72件。", "N03"),
        ("收到申请74件（其中信件申请24件，网络申请50件），已办结72件。", "N03"),
        ("办结申请73件，3件结转{next}年办理。", "N04"),
        ("办结申请73件，其中予以公开31件。", "N05"),
        ("办结申请73件，其中予以公开及部分公开51件。", "N05"),
        ("办结申请73件，其中不予公开4件（国家秘密2件、过程性信息2件）。", "N05"),
        ("办结申请73件，其中部分公开20件，占28.40%。", "N06"),
        ("收到申请74件，涉及自然人66件、商业企业4件。", "N07"),
        ("因政府信息公开引起的行政复议案件3件。", "N08"),
        ("因政府信息公开引起的行政复议案件2件、行政诉讼案件5件。", "N08"),
        ("因政府信息公开发生复议、诉讼案件共5件。", "N08"),
        ("因政府信息公开引起行政复议2件，其中维持1件。", "N09"),
        ("收到申请74件，均已办结。", "N10"),
        ("收到申请74件，均已按期办结，办结率100%。", "N10"),
        ("收到申请74件，均在法定期限内办结。", "N10"),
        ("无因政府信息公开申请行政复议、提起行政诉讼情况。", "N11"),
        ("收到公民个人提出的申请60件。", "N07"),
        ("依申请公开收件75件。", "N01"),
        ("其中依申请同意公开31件。", "N05"),
        ("全年政府信息公开申请0件。", "N11"),
        ("未接到群众要求公开的信息。", "N11"),
        ("政府信息公开不涉及行政诉讼。", "N11"),
        ("因政府信息公开引起行政诉讼4件，均已审结。", "N10"),
        ("本年度未收到政府信息公开申请。", "N11"),
        ("未发生因政府信息公开引起的行政复议。", "N11"),
        # The heading above says what it is about; the numbers stand right behind the verbs.
        ("全年共收到72件，均按期答复。", "N01"),
        ("处理申请75件，其中新收73件、上年结转1件。", "N01"),
        ("收到申请74件，上年结转1件，合计76件。", "N01"),
        ("收到申请74件，上年结转1件，共76件。", "N01"),
        ("政府收到申请20件，各单位收到申请53件。", "N01"),
        ("接受政务公开第三方评估；发生行政复议3件，复议机关已作决定。", "N08"),
        ("全年没有被申请复议或者被提起行政诉讼。", "N11"),
        ("通过网站、信函等渠道收到政府信息公开申请75件。", "N01"),
        ("处理申请75件，其中新收74件、上年结转2件。", "N02"),
        ("收到申请74件，比{last}年（62件）增加12件，答复75件。", "N03"),
        ("收到申请74件，其中自然人70件、企业4件，办结71件。", "N03"),
        ("收到申请74件，已办75件。", "N03"),
        ("答复申请73件，其中公开31件、部分公开20件、不予公开5件。", "N05"),
        ("答复申请73件，其中部分予以公开21件。", "N05"),
        ("答复申请73件，其中法律法规禁止公开1件。", "N05"),
        ("答复申请73件，其中大量反复申请1件。", "N05"),
        ("答复申请73件，其中公开30件。按主体分，公民66件。", "N07"),
        ("收到申请74件，其中法律服务机构2件。", "N07"),
        ("予以公开30件，不予公开5件。公众较为满意。行政复议案件3件。", "N08"),
        ("因政府信息公开引起行政复议2件，其中维持1件、其他结果1件；没有发生行政诉讼。", "N11"),
        ("因信息公开发生行政诉讼4件，其中未经复议直接起诉2件、复议后起诉1件。", "N08"),
    ],
)
def test_what_contradicts_the_tables_is_asked_about(form_2021: Form, text: str, code: str) -> None:
    said = text.replace("{last}", str(form_2021.years.first)).replace("{next}", str(form_2021.years.first + 2))
    judged = numbers_judged(form_2021, {**REPORT, "overview": ["（二）依申请公开", said]})
    assert (code, "一、总体情况 A5") in judged


def test_the_finding_names_both_numbers_the_clause_and_the_cells(form_2021: Form) -> None:
    contents = {"org": DISTRICT, "overview": ["依申请公开工作如下。", "全区收到申请 75 件，均已答复。"], **REPORT}
    (finding,) = [one for one in check_filing(form_2021, filing(form_2021, contents)) if one.code == "N01"]
    total = cell(form_2021, "requests.received.total")
    assert (finding.place.row, finding.related[0].cell) == (5, total.split()[1])
    assert {name: finding.operands[name] for name in ("stated", "figure", "clause", "cells")} == {
        "stated": Decimal(75),
        "figure": Decimal(74),
        "clause": "全区收到申请75件",
        "cells": total,
    }
    assert "含上年结转" in finding.remedy("zh-CN")


def test_a_wrong_total_in_the_table_is_not_said_twice(form_2021: Form) -> None:
    given = {"disputes.reconsideration.upheld": 2, "disputes.reconsideration.total": 0}
    assert numbers_judged(form_2021, {**given, "overview": "因政府信息公开引起的行政复议案件2件。"}) == []


def test_nothing_is_concluded_from_blank_cells(form_2021: Form) -> None:
    given = {"requests.received.natural_person": None, "overview": "收到政府信息公开申请75件。"}
    assert numbers_judged(form_2021, given) == []


def test_figures_are_named_by_ids_with_a_star_for_any_part(form_2021: Form) -> None:
    names = [field.id for field in figures_named(["requests.refused.*.total"], form_2021.fields)]
    assert len(names) == 8
    assert figures_named(["requests.unknown"], form_2021.fields) == ()


def test_numbers_in_texts_are_asked_about_and_never_stop_a_report(form_2019: Form, form_2021: Form) -> None:
    for form in (form_2019, form_2021):
        rules = [rule for rule in form.rules if isinstance(rule, InClauses)]
        assert len(rules) > 50
        assert {rule.severity for rule in rules} == {"warning"}
