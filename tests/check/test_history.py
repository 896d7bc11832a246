"""X: this year against last year. Here is what the rules' own examples cannot say."""

from collections.abc import Mapping

import pytest

from make_report.check import LastYear, check_filing
from make_report.check.similarity import is_other_name, similarity
from make_report.filing import State
from make_report.form.model import Form
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from tests.conftest import REPOSITORY
from tests.filings import Given, cell, filing, last_years, marks

CARRIED = {"requests.received.natural_person": 3, "requests.carried_forward.natural_person": 3}
EIGHT = ("granted", "partly_granted", "refused.state_secret", "unavailable.not_held", "not_processed.repeated")


def against(
    form: Form, this: Mapping[str, Given], last: Mapping[str, Given], last_form: Form | None = None
) -> list[tuple[str, str]]:
    """Return code and place of what is found beyond what is found without last year."""
    filed = filing(form, this)
    before = LastYear(last_form or form, last_years(last_form or form, last))
    alone = marks(check_filing(form, filed))
    return [mark for mark in marks(check_filing(form, filed, before)) if mark not in alone]


def example(form: Form, name: str) -> LastYear:
    path = REPOSITORY / "input_examples" / name
    return LastYear(form, read_filing(form, open_workbook(path.read_bytes(), name))[0])


def test_the_published_pair_breaks_the_stock(form_2021: Form) -> None:
    this, last = (example(form_2021, f"pingtan-{year}.xlsx") for year in (2023, 2022))
    found = [finding for finding in check_filing(form_2021, this.filing, last) if finding.code.startswith("X")]
    assert marks(found) == [
        ("X03", cell(form_2021, "disclosure.normative_documents.in_force")),
        ("X06", cell(form_2021, "disclosure.permits.decisions")),
    ]
    assert [found[0].operands[name] for name in ("last", "expected", "this")] == [698, 643, 470]
    assert [found[1].operands[name] for name in ("last", "this")] == [10_690, 2_629]


def test_the_carry_over_is_asked_for_in_total_and_in_its_column(form_2021: Form) -> None:
    found = against(form_2021, {}, CARRIED)
    assert found == [
        ("X02", cell(form_2021, "requests.carried_in.natural_person")),
        ("X01", cell(form_2021, "requests.carried_in.total")),
    ]
    assert next(rule for rule in form_2021.rules if rule.code == "X01").waivable


def test_of_two_formats_only_the_carry_over_is_compared(form_2021: Form, form_2019: Form) -> None:
    last = {**CARRIED, "disclosure.permits.decisions": 90_000, "disclosure.rules.public_total": 7}
    assert {code for code, _ in against(form_2021, {}, last, form_2019)} == {"X01", "X02"}
    same = {"requests.carried_in.natural_person": 3, "requests.granted.natural_person": 3}
    assert against(form_2021, same, last, form_2019) == []


def test_nothing_is_concluded_from_what_is_not_known(form_2021: Form) -> None:
    unreadable = {**CARRIED, "requests.carried_forward.natural_person": State.UNREADABLE}
    assert against(form_2021, {}, unreadable) == []
    # Rows that were left blank have no stock.
    blank = dict.fromkeys([f"disclosure.rules.{column}" for column in ("made", "repealed", "in_force")])
    assert against(form_2021, {"disclosure.rules.in_force": 5}, blank) == []
    assert against(form_2021, blank, {"disclosure.rules.in_force": 5}) == []


def test_a_total_that_was_typed_is_last_years_total(form_2021: Form) -> None:
    typed = {**CARRIED, "requests.carried_forward.total": 4}
    this = {"requests.carried_in.natural_person": 3, "requests.granted.natural_person": 3}
    assert against(form_2021, this, typed) == [("X01", cell(form_2021, "requests.carried_in.total"))]


@pytest.mark.parametrize(
    ("last", "this", "jumps"),
    [(0, 99, False), (0, 100, True), (100, 0, True), (9, 99, False), (10, 100, False), (9, 100, True),
     (2_000, 6_900, False), (2_500, 7_501, True), (7_501, 2_500, True), (10_000, 29_000, False)],
)  # fmt: skip
def test_a_jump_is_asked_about_if_it_is_great(form_2021: Form, last: int, this: int, *, jumps: bool) -> None:
    field = "disclosure.penalties.decisions"
    found = against(form_2021, {field: this}, {field: last})
    assert found == ([("X06", cell(form_2021, field))] if jumps else [])


def test_amounts_in_different_units_are_not_compared(form_2019: Form) -> None:
    amount, unit = "disclosure.procurement.amount", "disclosure.procurement.amount_unit"
    this = {"disclosure.procurement.projects": 3, amount: 2_510_000, unit: "元"}
    assert against(form_2019, this, {amount: 251, unit: "万元"}) == []
    assert against(form_2019, this, {amount: 251, unit: "元"}) == [("X06", cell(form_2019, amount))]


@pytest.mark.parametrize(("changed", "found"), [(0, True), (1, True), (2, False)])
def test_most_figures_of_last_year_again_are_asked_about_once(form_2021: Form, changed: int, *, found: bool) -> None:
    last = {f"requests.{row}.natural_person": number for number, row in enumerate(EIGHT, start=2)}
    last |= {"requests.received.natural_person": 20, "disclosure.permits.decisions": 33}
    this = last | dict(list({row: figure + 1 for row, figure in last.items()}.items())[:changed])
    codes = [code for code, _ in against(form_2021, this, last)]
    assert codes == (["X07"] if found else [])


TEXT = [
    "一是公开内容还不够全面，部分领域的信息更新不够及时；二是政策解读形式比较单一，图解和视频偏少。",
    "今后将梳理公开事项清单，明确每一项的责任科室和更新时限；增加图解、视频等解读形式；每季度培训3次。",
]


def test_a_text_with_new_figures_is_last_years_text(form_2021: Form) -> None:
    this = ["（一）存在的问题", *(text.replace("3次", "12次") for text in TEXT)]
    assert against(form_2021, {"problems": this}, {"problems": TEXT}) == [("X08", cell(form_2021, "problems"))]


def test_short_texts_and_prescribed_headings_are_alike_every_year(form_2021: Form) -> None:
    short = "公开内容还不够全面，更新不够及时。今后加强培训，及时更新。"
    assert against(form_2021, {"problems": short}, {"problems": short}) == []
    assert against(form_2021, {"problems": TEXT[0]}, {"problems": TEXT[0]}) == [("X08", cell(form_2021, "problems"))]
    headings = [
        "（一）主动公开",
        "（二）依申请公开",
        "（三）政府信息管理",
        "（四）政府信息公开平台建设",
        "（五）监督保障",
    ]
    assert against(form_2021, {"overview": [*headings, TEXT[0]]}, {"overview": [*headings, TEXT[1]]}) == []


def test_similarity_is_whole_for_the_same_and_none_for_other_texts() -> None:
    assert similarity(TEXT[0], TEXT[0], 3, 10) == 100
    assert similarity(TEXT[0], TEXT[1], 3, 10) < 20
    assert similarity(TEXT[0], TEXT[0], 3, 1000) == 0


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("某某市某某区民政局", "某某区民政局", False),
        ("某某县发改局", "某某县发展和改革局", False),
        ("某某县人社局", "某某县人力资源和社会保障局", False),
        ("某某县卫健委", "某某县卫生健康委员会", False),
        ("某某区政府", "某某市某某区人民政府", False),
        ("某某实验区", "某某实验区管理委员会", False),
        ("某某 县财政局", "某某县财政局", False),
        ("某某县卫生局", "某某县卫生健康局", True),
        ("某某县环境保护局", "某某县生态环境局", True),
        ("某某县人民政府", "某某县人民政府办公室", True),
        ("某某市某某区民政局", "某某市民政局", True),
        ("甲镇人民政府", "乙镇人民政府", True),
    ],
)
def test_short_forms_of_a_name_are_no_change(one: str, other: str, *, differ: bool) -> None:
    left_out = ("管理委员会", "管委会", "人民", "委员")
    assert is_other_name(one, other, left_out) == is_other_name(other, one, left_out) == differ
