"""A law of table 4: a text that tells its figures is never blamed, and no entry can change without a word of it."""

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from make_report.check import check_filing
from make_report.filing import Filing
from make_report.finding import Finding
from make_report.form.model import Form
from tests.check.disputes_told import AFTERWARDS, DIRECT, PARTS, RESULTS, REVIEWS, Results, Style, styles, told
from tests.filings import SENTENCE, cell, errors, filing, marks

FIXTURE = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
"""The forms are the same for all examples."""
FIGURE = st.one_of(st.just(0), st.integers(0, 3), st.integers(0, 120))
TABLE = st.fixed_dictionaries({part: st.fixed_dictionaries(dict.fromkeys(RESULTS, FIGURE)) for part in PARTS})
ENTRIES = [(part, result) for part in PARTS for result in RESULTS]
CHANGE = st.tuples(st.sampled_from(ENTRIES), st.integers(-9, 9).filter(bool))
Table = Mapping[str, Results]

MIXED: Table = {
    REVIEWS: {"upheld": 5, "corrected": 3, "other": 2, "pending": 1},
    DIRECT: {"upheld": 3, "corrected": 1, "other": 0, "pending": 2},
    AFTERWARDS: {"upheld": 2, "corrected": 0, "other": 4, "pending": 1},
}
PLAIN = Style(
    unit="件",
    in_words=False,
    spaced=False,
    number_first=False,
    joint="、",
    opening=("，其中", ""),
    order=RESULTS,
    words={"upheld": "结果维持", "corrected": "结果纠正", "other": "其他结果", "pending": "尚未审结"},
    lead={
        REVIEWS: "因政府信息公开引起的行政复议案件{n}",
        "lawsuits": "因政府信息公开引起的行政诉讼案件{n}",
        DIRECT: "未经复议直接起诉{n}",
        AFTERWARDS: "复议后起诉{n}",
    },
    nothing={REVIEWS: "", "lawsuits": ""},
    zeros=True,
    by_half=True,
    half_totals=True,
    lawsuits_first=False,
    afterwards_first=False,
    apart="；",
)


def reported(form: Form, table: Table, paragraphs: list[str]) -> Filing:
    """Return a filing whose totals are left to the formulas."""
    figures = {f"disputes.{part}.{result}": table[part][result] for part, result in ENTRIES}
    return filing(form, {**figures, "overview": [SENTENCE, *paragraphs]})


def about_numbers(form: Form, table: Table, paragraphs: list[str]) -> list[Finding]:
    found = check_filing(form, reported(form, table, paragraphs))
    marks(found)
    return [finding for finding in found if finding.code.startswith("N")]


def changed(table: Table, entry: tuple[str, str], by: int) -> Table:
    part, result = entry
    return {**table, part: {**table[part], result: max(0, table[part][result] + by)}}


@FIXTURE
@given(table=TABLE, style=styles())
def test_a_text_that_tells_the_table_is_never_blamed(
    form_2019: Form, form_2021: Form, table: Table, style: Style
) -> None:
    for form in (form_2019, form_2021):
        text = told(table, style)
        assert about_numbers(form, table, text) == [], text
        assert errors(check_filing(form, reported(form, table, text))) == ()


@FIXTURE
@given(table=TABLE, style=styles(), change=CHANGE)
def test_a_changed_entry_is_seen_where_the_text_tells_it(
    form_2019: Form, form_2021: Form, table: Table, style: Style, change: tuple[tuple[str, str], int]
) -> None:
    other = changed(table, *change)
    text = told(table, style)
    for form in (form_2019, form_2021):
        found = about_numbers(form, other, text)
        assert found or other == table, text
        assert {finding.place.sheet for finding in found} <= {cell(form, "overview").split()[0]}
        quoted = [str(finding.operands["clause"]) for finding in found]
        assert all(any(clause.strip("“”…") in line.replace(" ", "") for line in text) for clause in quoted)


@pytest.mark.parametrize("by", [1, -1])
@pytest.mark.parametrize("entry", ENTRIES, ids=".".join)
@pytest.mark.parametrize("form_name", ["form_2019", "form_2021"])
def test_every_single_entry_that_changes_is_seen(
    form_name: str, entry: tuple[str, str], by: int, request: pytest.FixtureRequest
) -> None:
    form: Form = request.getfixturevalue(form_name)
    text = told(MIXED, PLAIN)
    assert about_numbers(form, MIXED, text) == []
    other = changed(MIXED, entry, by)
    found = about_numbers(form, other, text)
    # The total of its part is told, and the result itself: both are said of the clauses that tell them.
    assert (len({finding.code for finding in found}) == len({"N08", "N09"})) == (other != MIXED)


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry[0] != REVIEWS], ids=".".join)
def test_halves_of_the_lawsuits_are_told_apart_without_their_totals(form_2021: Form, entry: tuple[str, str]) -> None:
    direct = "未经复议直接起诉的，结果维持3件、结果纠正1件、其他结果0件、尚未审结2件"
    afterwards = "复议后起诉的，结果维持2件、结果纠正0件、其他结果4件、尚未审结1件"
    text = [
        "（二）依申请公开",
        f"{direct}；{afterwards}。",
    ]
    assert about_numbers(form_2021, MIXED, text) == []
    # After such a change the figure may be that of the other half, or of both together.
    for by in (-3, -2, -1, 1, 2, 3, 4):
        other = changed(MIXED, entry, by)
        assert [finding.code for finding in about_numbers(form_2021, other, text)] == ["N09"] * (other != MIXED)


@pytest.mark.parametrize(
    "text",
    [
        "行政诉讼案件13件，其中未经复议直接起诉6件、复议后起诉7件，维持5件、纠正1件、其他结果4件，3件尚未审结。",
        "行政诉讼案件13件（其中直接起诉6件、复议后起诉7件），结果维持5件，纠正1件。",
        "行政诉讼案件13件，其中经复议的7件，维持5件。",
        "行政诉讼案件13件，其中直接起诉6件，维持3件。",
        "行政诉讼案件13件，复议后再起诉7件，其中维持2件，其他结果4件，尚未审结1件。",
        "行政诉讼案件13件，其中维持5件。复议后起诉的案件逐年减少。",
        "行政诉讼案件13件（含直接起诉6件），维持5件，纠正1件。",
        "行政诉讼案件13件，其中直接起诉的6件中维持3件、纠正1件；经过复议的7件中维持2件、未审结1件。",
        "行政诉讼案件13件，其中直接起诉6件，复议后起诉7件；已审结10件，其中维持5件、纠正1件、其他结果4件，未审结3件。",
        "涉诉案件13件，其中复议后起诉7件，均依法应诉，维持5件。",
        "复议中，维持5件，纠正3件，其他结果2件，未审结1件；诉讼中，维持5件，纠正1件，其他结果4件，未审结3件。",
        "被提起行政诉讼13件。其中：直接起诉6件（维持3件、纠正1件、未审结2件）；复议后起诉7件（维持2件、其他结果4件、未审结1件）。",
    ],
)
def test_what_may_be_said_of_a_half_or_of_both_is_not_blamed(form_2021: Form, text: str) -> None:
    assert about_numbers(form_2021, MIXED, ["（二）依申请公开", text]) == []


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("行政诉讼案件13件，其中维持3件。", "其中维持3件"),
        ("行政诉讼案件13件，其中直接起诉6件：维持2件、纠正2件、尚未审结2件。", "维持2件"),
        ("行政诉讼案件13件，其中复议后起诉7件，其中维持3件、其他结果3件、尚未审结1件。", "其中维持3件"),
    ],
)
def test_the_figure_of_one_half_is_not_that_of_the_other(form_2021: Form, text: str, clause: str) -> None:
    found = about_numbers(form_2021, MIXED, ["（二）依申请公开", text])
    assert ("N09", clause) in [(finding.code, finding.operands["clause"]) for finding in found]


def test_a_wrong_number_is_said_once_and_two_in_the_same_words_both(form_2021: Form) -> None:
    reviews = "因政府信息公开引起的行政复议案件11件，其中结果维持4件。"
    lawsuits = "因政府信息公开引起的行政诉讼案件13件，其中结果维持4件。"
    found = about_numbers(form_2021, MIXED, ["（二）依申请公开", reviews + lawsuits])
    assert [(finding.code, finding.operands["figure"]) for finding in found] == [("N09", 5), ("N09", 5)]
    assert len({finding.operands["name"] for finding in found}) == len(found)
    for sign in "：，":
        half = f"因政府信息公开引起的行政诉讼案件13件，其中直接起诉6件{sign}维持1件、纠正3件、未审结2件。"
        found = about_numbers(form_2021, MIXED, ["（二）依申请公开", half])
        assert [(finding.code, finding.operands["figure"]) for finding in found] == [("N09", 3), ("N09", 1)]


def test_lists_within_a_list_are_added_up_by_their_heads(form_2021: Form) -> None:
    right = told(MIXED, PLAIN)
    assert about_numbers(form_2021, MIXED, right) == []
    wrong = [line.replace("复议后起诉7件", "复议后起诉8件") for line in right]
    assert "N08" in [finding.code for finding in about_numbers(form_2021, MIXED, wrong)]
