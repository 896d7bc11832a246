"""Findings as data: they fit the published schema, and hold what a program needs."""

import json
from typing import Any

from make_report.form.model import Form
from make_report.schema import findings_schema
from make_report.show.data import findings_as_json
from make_report.show.judged import Judged
from tests.show.findings import LOOK, TOTAL_LEFT_0, WHOLE, at, judged, shown
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


def test_alternatives_that_are_only_counted_have_their_cells_and_evidence_its_clause(form_2021: Form) -> None:
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
    first, *_ = whole["repairs"]
    assert first["agreeing"] == [{"sheet": "一、总体情况", "cell": "A5", "clause": "其中予以公开3件"}]
    (others,) = whole["other_repairs"]
    assert others["mistake"] == first["mistake"]
    assert others["count"] == len(others["cells"]) > 0
    assert {"sheet": "表三", "cell": "D7", "label": "本年新收·自然人"} in others["cells"]


def test_a_blank_workbook_has_neither_unit_nor_year(form_2021: Form) -> None:
    whole = data(judged(form_2021, {"org": None, "year": None}))
    assert (whole["org"], whole["year"], whole["workbook"]) == ("", None, "book.xlsx")
