"""The likely culprit among many cells: none is lost, and what the text or last year's report says comes first."""

from decimal import Decimal
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from make_report.check import LastYear, check_filing
from make_report.check.repair import likely_repairs
from make_report.entries import entries_of, parse_data
from make_report.filing import Filing
from make_report.form.model import Form
from make_report.record import replace
from make_report.repair import Mistake
from make_report.show.judged import Judged
from make_report.show.text import findings_as_text
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from make_report.workbook.writing.blank import standard_workbook
from tests.check.test_balance import FIGURES, FIXTURE, balanced, changed, entries
from tests.conftest import REPOSITORY
from tests.filings import SENTENCE, Given, filing, totals

PHRASES = {
    "received": "收到政府信息公开申请",
    "carried_in": "上年结转",
    "granted": "予以公开",
    "partly_granted": "部分公开",
    "refused.state_secret": "国家秘密",
    "refused.security_and_stability": "三安全一稳定",
    "refused.third_party_rights": "第三方合法权益",
    "refused.internal_affairs": "内部事务信息",
    "refused.process_information": "过程性信息",
    "refused.enforcement_files": "行政执法案卷",
    "refused.administrative_inquiry": "行政查询事项",
    "unavailable.not_held": "本机关不掌握",
    "unavailable.must_be_created": "没有现成信息",
    "unavailable.unclear_after_correction": "补正后仍不明确",
    "not_processed.petition_or_complaint": "信访举报投诉",
    "not_processed.repeated": "重复申请",
    "carried_forward": "结转下年度",
}
"""How a text speaks of the rows of the table of requests, where a rule reads it."""
BY = st.integers(-400, 400).filter(bool)


def whole_with(form: Form, figures: dict[int, int], *, typed: bool, text: str = "") -> Filing:
    """Return balanced tables, with totals typed or left to the formulas, and a text."""
    cells = balanced(form, figures) | {"overview": [SENTENCE, text] if text else SENTENCE}
    return filing(form, cells | totals(form, filing(form, cells)) if typed else cells)


def mistyped(whole: Filing, cell: str, by: int) -> Filing:
    """Return the filing with a figure that is more or less by so much, but not less than nothing."""
    was = whole[cell].number
    assert was is not None
    return changed(whole, cell, by if was + by >= 0 else -by)


def cells_of(mistake: Mistake) -> list[dict[str, Decimal]]:
    return [{change.field: change.after for change in repair.changes} for repair in mistake.repairs]


@FIXTURE
@given(figures=FIGURES, number=st.integers(0, 400), by=BY)
def test_the_truth_is_among_the_alternatives_of_any_mistyped_entry(
    form_2019: Form, form_2021: Form, figures: dict[int, int], number: int, by: int
) -> None:
    for form, typed in product((form_2019, form_2021), (False, True)):
        whole = whole_with(form, figures, typed=typed)
        # By formula, a case of the last table is compared with nothing else in the tables.
        fields = [*entries(form, "requests"), *(entries(form, "disputes") if typed else [])]
        cell = fields[number % len(fields)].id
        (mistake,) = likely_repairs(form, mistyped(whole, cell, by))
        assert {cell: whole[cell].number} in cells_of(mistake)
        assert mistake.listed == mistake.repairs
        assert list(mistake.repairs) == sorted(mistake.repairs, key=lambda one: (one.rank, one.changes[0].place))


@FIXTURE
@given(figures=FIGURES, number=st.integers(0, 400), by=BY, typed=st.booleans())
def test_what_the_text_says_comes_first(
    form_2021: Form, figures: dict[int, int], number: int, by: int, *, typed: bool
) -> None:
    row = list(PHRASES)[number % len(PHRASES)]
    cells = [field.id for field in entries(form_2021, "requests") if field.row == row]
    plain = whole_with(form_2021, figures, typed=typed)
    said = sum(int(plain[cell].number or 0) for cell in cells)
    whole = whole_with(form_2021, figures, typed=typed, text=f"政府信息公开申请中，{PHRASES[row]}{said}件。")
    cell = cells[number % len(cells)]
    (mistake,) = likely_repairs(form_2021, mistyped(whole, cell, by))
    first = mistake.repairs[0]
    assert [(change.field, change.after) for change in first.changes] == [(cell, whole[cell].number)]
    assert not first.contradicting
    if not typed:
        assert [witness.clause for witness in first.agreeing] == [f"{PHRASES[row]}{said}件"]
        assert first.rank < mistake.repairs[1].rank


@FIXTURE
@given(figures=FIGURES, number=st.integers(0, 400), by=BY, typed=st.booleans())
def test_what_last_years_report_says_comes_first(
    form_2021: Form, figures: dict[int, int], number: int, by: int, *, typed: bool
) -> None:
    whole = whole_with(form_2021, figures, typed=typed)
    carried = [field for field in entries(form_2021, "requests") if field.row == "carried_in"]
    given: dict[str, Given] = {f"requests.carried_forward.{one.column}": whole[one.id].number for one in carried}
    last_year = LastYear(form_2021, filing(form_2021, given))
    cell = carried[number % len(carried)].id
    (mistake,) = likely_repairs(form_2021, mistyped(whole, cell, by), last_year)
    first = mistake.repairs[0]
    assert [(change.field, change.after) for change in first.changes] == [(cell, whole[cell].number)]
    assert first.agreeing
    assert typed or first.rank < mistake.repairs[1].rank


@FIXTURE
@given(
    figures=st.lists(st.integers(0, 90), min_size=4, max_size=4),
    number=st.integers(0, 4),
    by=st.integers(-90, 90).filter(bool),
)
def test_of_cases_with_a_typed_total_what_the_text_says_comes_first(
    form_2021: Form, figures: list[int], number: int, by: int
) -> None:
    group = "disputes.reconsideration"
    names = [f"{group}.{name}" for name in ("upheld", "corrected", "other", "pending", "total")]
    right = dict(zip(names, (*figures, sum(figures)), strict=True))
    upheld, corrected, other, pending = figures
    said = f"结果维持{upheld}件、结果纠正{corrected}件、其他结果{other}件、尚未审结{pending}件。"
    text = f"全年发生政府信息公开行政复议{sum(figures)}件，其中{said}"
    whole = mistyped(filing(form_2021, {**right, "overview": [SENTENCE, text]}), names[number], by)
    (mistake,) = likely_repairs(form_2021, whole)
    assert cells_of(mistake)[0] == {names[number]: right[names[number]]}
    assert len(mistake.repairs) == 1 or mistake.repairs[0].rank < mistake.repairs[1].rank


def test_of_the_cases_that_a_total_counts_the_one_that_the_text_contradicts_comes_first(form_2021: Form) -> None:
    group = "disputes.reconsideration"
    given: dict[str, Given] = {f"{group}.upheld": 3, f"{group}.corrected": 2, f"{group}.total": 6}
    plain = likely_repairs(form_2021, filing(form_2021, given))
    assert cells_of(plain[0])[0] == {f"{group}.total": 5}
    text = "全年发生政府信息公开行政复议6件，其中结果维持4件、结果纠正2件。"
    (mistake,) = likely_repairs(form_2021, filing(form_2021, given | {"overview": [SENTENCE, text]}))
    assert cells_of(mistake)[0] == {f"{group}.upheld": 4}
    assert [witness.clause for witness in mistake.repairs[0].agreeing] == ["其中结果维持4件"]


def test_a_repair_that_the_text_contradicts_comes_last(form_2021: Form) -> None:
    given: dict[str, Given] = {
        "requests.received.natural_person": 132,
        "requests.granted.natural_person": 123,
        "overview": [SENTENCE, "{year}年收到政府信息公开申请132件。"],
    }
    (mistake,) = likely_repairs(form_2021, filing(form_2021, given))
    (first,), (last,) = mistake.repairs[0].changes, mistake.repairs[-1].changes
    assert (first.field, last.field) == ("requests.granted.natural_person", "requests.received.natural_person")
    assert mistake.repairs[-1].contradicting[0].clause == "{year}年收到政府信息公开申请132件"


def test_a_clause_that_staff_explained_is_no_evidence(form_2021: Form) -> None:
    group = "disputes.reconsideration"
    text = "全年发生政府信息公开行政复议6件，其中结果维持4件、结果纠正2件。"
    given: dict[str, Given] = {f"{group}.upheld": 3, f"{group}.corrected": 2, f"{group}.total": 6}
    whole = filing(form_2021, given | {"overview": [SENTENCE, text]})
    told = [replace(one, accepted="另有一件并案") for one in check_filing(form_2021, whole) if one.code == "N09"]
    assert [finding.operands["clause"] for finding in told] == ["其中结果维持4件"]
    (mistake,) = likely_repairs(form_2021, whole, None, told)
    assert not any(witness.clause == "其中结果维持4件" for repair in mistake.repairs for witness in repair.agreeing)


def test_a_text_that_says_there_is_none_speaks_for_nought(form_2021: Form) -> None:
    given: dict[str, Given] = {
        "requests.received.natural_person": 5,
        "requests.granted.natural_person": 5,
        "requests.carried_forward.natural_person": 2,
        "overview": [SENTENCE, "收到的政府信息公开申请已全部办结。"],
    }
    (mistake,) = likely_repairs(form_2021, filing(form_2021, given))
    assert cells_of(mistake)[0] == {"requests.carried_forward.natural_person": 0}
    assert mistake.repairs[0].agreeing


def test_a_figure_that_a_text_quotes_by_name_claims_nothing(form_2021: Form) -> None:
    given: dict[str, Given] = {
        "requests.received.natural_person": 132,
        "requests.granted.natural_person": 123,
        "overview": [SENTENCE, "收到政府信息公开申请{本年新收.总计}件，予以公开{予以公开.总计}件。"],
    }
    (mistake,) = likely_repairs(form_2021, filing(form_2021, given))
    assert not any(repair.agreeing or repair.contradicting for repair in mistake.repairs)


def example_with(form: Form, cell: str, figure: int) -> Judged:
    """Return what is found in the example of 2023 once a figure is another, from the workbook on."""
    data = parse_data((REPOSITORY / "input_examples" / "pingtan-2023.json").read_text("utf-8"), "en")
    content = standard_workbook(form, {**entries_of(form, data, "en"), cell: Decimal(figure)})
    whole, findings = read_filing(form, open_workbook(content, "book.xlsx"))
    return Judged(form, whole, (*findings, *check_filing(form, whole)), likely_repairs(form, whole))


def test_a_figure_mistyped_in_a_real_report_is_named_with_what_its_text_says(form_2021: Form) -> None:
    judged = example_with(form_2021, "requests.granted.natural_person", 23)
    assert {"A03", "N03", "N05"} <= {finding.code for finding in judged.findings}
    lines = [line.strip() for line in findings_as_text(judged).splitlines()]
    rest = "D19改为30；D14、D16:D17、D23、D27、D29改为0；D8改为1；D7改为81"
    assert lines[lines.index("可能填错的地方") + 1 :] == [
        "★ 最可能：把表三 D9由23改为22，这条勾稽就通过，与正文“全年办结81件”、“予以公开22件”也一致了。",
        "其次：把表三 D10由19改为18，勾稽也能通过，但与正文“部分公开20件”就不一致了。",
        "同样可能：把表三 D18由2改为1，勾稽也能通过，但与正文“不予公开5件”就不一致了。",
        f"或者只改下面任何一格，勾稽也能通过，可能性大的在前：表三 {rest}。",
    ]


def test_each_entry_of_a_real_report_is_among_the_alternatives_when_it_is_one_more(form_2021: Form) -> None:
    whole = example_with(form_2021, "requests.granted.natural_person", 22).filing
    for field in entries(form_2021, "requests")[::7]:
        (mistake,) = likely_repairs(form_2021, changed(whole, field.id, 1))
        assert {field.id: whole[field.id].number} in cells_of(mistake)
