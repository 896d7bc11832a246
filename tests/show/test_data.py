"""Findings as data: they fit the published schema, and hold what a program needs."""

import json
from typing import Any

from make_report.form.model import Form
from make_report.record import replace
from make_report.repair import MOST_PAIRS
from make_report.schema import findings_schema
from make_report.show.data import findings_as_json
from make_report.show.judged import Judged
from make_report.show.repair_data import other_repairs_data, repairs_data
from tests.show.findings import LOOK, TOTAL_LEFT_0, WHOLE, at, judged, shown
from tests.show.test_words import pairs
from tests.test_schema import DOCS, as_text, faults


def data(whole: Judged) -> dict[str, Any]:
    """Return the findings as a program reads them, after making sure that they fit the schema."""
    parsed: dict[str, Any] = json.loads(findings_as_json(whole))
    assert not faults(findings_schema(), parsed)
    return parsed


def test_the_published_schema_is_current() -> None:
    assert (DOCS / "findings.schema.json").read_text("utf-8") == as_text(findings_schema()), "run .ci/docs"


def test_a_finding_has_its_place_and_numbers(form_2021: Form) -> None:
    (finding,) = data(shown(form_2021, at(7)))["findings"]
    assert (finding["code"], finding["severity"], finding["sheet"], finding["cell"]) == ("A01", "error", "表三", "D7")
    assert finding["operands"] == {"left": 11.5, "right": 10}


def test_counts_and_verdict_leave_out_what_was_accepted(form_2021: Form) -> None:
    whole = data(shown(form_2021, WHOLE, at(7, LOOK), at(8, accepted="已核实"), at(9, LOOK, accepted="已核实")))
    assert [whole[name] for name in ("errors", "warnings", "accepted", "publishable")] == [1, 1, 2, False]
    assert [finding["accepted"] for finding in whole["findings"]] == ["", "", "已核实", "已核实"]
    assert data(shown(form_2021, at(8, accepted="已核实")))["publishable"]


def test_a_sum_names_the_other_cells_as_the_form_does(form_2021: Form) -> None:
    (finding,) = data(judged(form_2021, {"disputes.reconsideration.total": 1}))["findings"]
    assert finding["related"][0] == {"sheet": "表四", "cell": "A7", "label": "行政复议·结果维持"}
    assert len(finding["related"]) == 4


def test_a_repair_says_which_cells_become_what_and_which_sums_come_out(form_2021: Form) -> None:
    repairs = data(judged(form_2021, TOTAL_LEFT_0))["repairs"]
    changes = [(change["cell"], change["before"], change["after"]) for (change,) in (one["changes"] for one in repairs)]
    assert changes == [("E7", 0, 2), ("A7", 2, 0)]
    assert [equation["code"] for repair in repairs for equation in repair["equations"]] == ["A04", "A04"]
    assert [(repair["mistake"], repair["rank"], repair["slip"]) for repair in repairs] == [
        (1, 1, "total"),
        (1, 2, "blank"),
    ]


def test_all_alternatives_are_listed_in_order_and_evidence_has_its_clause(form_2021: Form) -> None:
    rows = ("granted", "partly_granted", "unavailable.not_held", "refused.state_secret", "not_processed.repeated")
    judgement = judged(
        form_2021,
        {
            **{f"requests.{row}.natural_person": 4 for row in rows},
            "requests.received.natural_person": 19,
            "overview": ["按规定主动公开信息，规范办理申请。" * 4, "收到政府信息公开申请19件，其中予以公开3件。"],
        },
    )
    whole = data(judgement)
    first, *others = whole["repairs"]
    assert first["agreeing"] == [{"sheet": "一、总体情况", "cell": "A5", "clause": "其中予以公开3件"}]
    (mistake,) = judgement.mistakes
    assert [repair["changes"][0]["cell"] for repair in whole["repairs"]] == [
        repair.changes[0].place.cell for repair in mistake.repairs
    ]
    assert [one["rank"] for one in others] == sorted(one["rank"] for one in others)
    assert {one["mistake"] for one in others} == {first["mistake"]}
    assert {"sheet": "表三", "cell": "D7", "label": "本年新收·自然人", "before": 19, "after": 20} in [
        change for one in others for change in one["changes"]
    ]
    assert whole["other_repairs"] == []


def test_pairs_beyond_the_bound_are_counted_with_their_cells(form_2021: Form) -> None:
    many = replace(shown(form_2021), mistakes=(pairs(MOST_PAIRS + 2),))
    labels = {change.place: "格" for mistake in many.mistakes for one in mistake.repairs for change in one.changes}
    assert len(list(repairs_data(many, labels))) == MOST_PAIRS
    (others,) = other_repairs_data(many, labels)
    assert (others.count, len(others.cells)) == (2, 4)
    assert others.message.startswith("另有2种")


def test_a_blank_workbook_has_neither_unit_nor_year(form_2021: Form) -> None:
    whole = data(judged(form_2021, {"org": None, "year": None}))
    assert (whole["org"], whole["year"], whole["workbook"]) == ("", None, "book.xlsx")
