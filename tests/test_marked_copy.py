"""The marked copy of a workbook: what is likely to be wrong stands in its list and beside the finding it explains."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from make_report.check import check_filing, likely_repairs
from make_report.form.model import Form
from make_report.marked_copy import marked_copy
from make_report.show.judged import Judged
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from make_report.workbook.writing.blank import standard_workbook
from tests.check.test_balance import entries
from tests.filings import SENTENCE
from tests.workbook.marks import comments, listed

RESULTS = ("granted", "partly_granted", "unavailable.not_held", "refused.state_secret", "not_processed.repeated")


def copy_of(form: Form, folder: Path, rows: Mapping[str, int], text: str = "") -> bytes:
    """Return the marked copy of a workbook with figures for natural persons by row, all others 0, and a text."""
    figures = {field.id: Decimal(0) for field in (*entries(form, "requests"), *entries(form, "disputes"))}
    given = {f"requests.{row}.natural_person": Decimal(figure) for row, figure in rows.items()}
    content = standard_workbook(form, {**figures, **given, "year": form.years.first, "overview": (SENTENCE, text)})
    workbook = folder / "book.xlsx"
    workbook.write_bytes(content)
    whole, findings = read_filing(form, open_workbook(content, workbook.name))
    judged = Judged(form, whole, (*findings, *check_filing(form, whole)), likely_repairs(form, whole))
    copy = marked_copy(workbook, judged, "en")
    assert copy
    return copy.content


def test_what_is_most_likely_wrong_stands_beside_the_equation_that_it_breaks(form_2021: Form, tmp_path: Path) -> None:
    rows = dict.fromkeys(RESULTS, 4) | {"received": 19}
    copy = copy_of(form_2021, tmp_path, rows, "办结的政府信息公开申请中，部分公开3件。")
    (noted,) = (text for text in comments(copy).values() if "[A03]" in text)
    said = "★ 最可能：把表三 D10由4改为3，这条勾稽就通过，与正文“部分公开3件”也一致了。"
    assert said in noted
    (repairs,) = (row[0] for row in listed(copy) if row[0].startswith("★"))
    assert repairs.startswith(f"{said}\n　其次：把表三 ")
    assert "\n　或者只改下面任何一格，勾稽也能通过，可能性大的在前：表三 D19、D23改为3；" in repairs


def test_what_cannot_be_told_stands_in_the_list_alone(form_2021: Form, tmp_path: Path) -> None:
    copy = copy_of(form_2021, tmp_path, dict.fromkeys(RESULTS, 4) | {"received": 19})
    (noted,) = (text for text in comments(copy).values() if "[A03]" in text)
    assert "★" not in noted
    (repairs,) = (row[0] for row in listed(copy) if row[0].startswith("★"))
    assert repairs.endswith("单凭这些数分不出是哪一处，请对照登记台账核对。")
