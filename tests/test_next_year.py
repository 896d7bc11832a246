"""This year's workbook from last year's: what stays is there, what follows is locked, texts are at hand and no data."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from make_report.data import data_of
from make_report.errors import UsageError
from make_report.filing import Entries
from make_report.form.layout import REFERENCE_COLUMN, layout_of
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.next_year import NextYear, next_year
from make_report.report import report_of
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from make_report.workbook.writing.blank import standard_workbook
from tests.conftest import REPOSITORY, TEMPLATES
from tests.workbook.editing import edited, sound_entries

EXAMPLES = REPOSITORY / "input_examples"
LIBRARY = Library((TEMPLATES,))
REST = ("research_institution", "public_welfare_organisation", "legal_service_agency", "other_organisation")
STOCK = "disclosure.normative_documents.in_force"
CARRIED = "requests.carried_in.natural_person"


def made_from(form: Form, entries: Entries, folder: Path) -> NextYear:
    (folder / "last.xlsx").write_bytes(standard_workbook(form, {"org": "某某局", **entries}))
    return next_year(folder / "last.xlsx", LIBRARY, None, None, None)


def data(made: NextYear, workbook: bytes = b"") -> dict[str, object]:
    filing, findings = read_filing(made.form, open_workbook(workbook or made.workbook, "n.xlsx"))
    assert not findings
    return data_of(made.form, filing)


def _put(book: Workbook, sheet: str, cell: str, content: str | int) -> None:
    book[sheet][cell] = content


def test_what_stays_the_same_is_there_and_nothing_else() -> None:
    made = next_year(EXAMPLES / "pingtan-2023.xlsx", LIBRARY, None, None, None)
    columns = [field.column for field in made.form.fields.values() if field.row == "carried_in" and not field.computed]
    assert data(made) == {
        "form": "zfxxgk-2021",
        "org": "平潭综合实验区",
        "org_kind": "city",
        "year": 2024,
        "contact": ["联系单位：平潭综合实验区管委会办公室，联系电话：0000-12345678。"],
        "requests": {"carried_in": dict.fromkeys(columns, 0)},
    }


def test_the_carry_over_and_the_stocks_follow_by_the_forms_own_rules(form_2019: Form, tmp_path: Path) -> None:
    last = {
        "year": 2019,
        "requests.carried_forward.natural_person": 3,
        "requests.carried_forward.legal_service_agency": 2,
        "disclosure.permits.last_year": 50,
        "disclosure.permits.change": "减4",
        "disclosure.normative_documents.public_total": 30,
    }
    figures = {name: entry for name, entry in made_from(form_2019, last, tmp_path).entries.items() if "." in name}
    # Cells of which the last report says nothing are left to be filled in. Stocks to which this year adds are not yet
    # figures: their cells hold formulas.
    assert figures == {
        "requests.carried_in.natural_person": 3,
        "requests.carried_in.legal_service_agency": 2,
        "disclosure.permits.last_year": 46,
    }


def test_the_form_of_the_next_year_may_be_the_successor(form_2019: Form, tmp_path: Path) -> None:
    last = {"year": 2020, "requests.carried_forward.natural_person": 3, "disclosure.permits.last_year": 50}
    made = made_from(form_2019, last, tmp_path)
    assert made.form.form_id == "zfxxgk-2021"
    assert made.entries == {"org": "某某局", "year": 2021, CARRIED: 3}


def test_what_follows_is_locked_and_says_why(form_2021: Form, tmp_path: Path) -> None:
    last = {
        "year": 2022,
        "requests.carried_forward.natural_person": 3,
        STOCK: 698,
    }
    made = made_from(form_2021, last, tmp_path)
    (tmp_path / "n.xlsx").write_bytes(made.workbook)
    book: Any = load_workbook(tmp_path / "n.xlsx")
    places = layout_of(form_2021).places

    def prompts(field: str) -> list[str]:
        sheet = book[places[field].sheet]
        limits = [one for one in sheet.data_validations.dataValidation if places[field].cell in one.sqref]
        assert len(limits) == 1, "Excel heeds one only"
        return [limits[0].prompt] if limits[0].showInputMessage else []

    for field in (CARRIED, STOCK):
        assert book[places[field].sheet][places[field].cell].protection.locked
        assert len(prompts(field)) == 1
    says = prompts(STOCK)[0]
    # What it is made of, and what to do in the year of a clean-up: Excel shows 225 characters at most.
    for words in ("698＋本年制发件数－本年废止件数", "清理", "没有密码", "“核实说明”表写明代码X03和理由"):
        assert words in says
    assert says.endswith("。")
    assert not prompts("requests.received.natural_person")
    assert book[places[CARRIED].sheet].protection.password is None


def test_a_figure_that_was_changed_all_the_same_is_read_as_it_is(form_2021: Form, tmp_path: Path) -> None:
    made = made_from(form_2021, {"year": 2022, "requests.carried_forward.natural_person": 3}, tmp_path)
    place = layout_of(form_2021).places[CARRIED]
    changed = edited(made.workbook, lambda book: _put(book, place.sheet, place.cell, 4))
    assert data(made, changed)["requests"] == {"carried_in": {"natural_person": 4}}


def test_last_years_text_is_at_hand_beside_its_headings(form_2021: Form, tmp_path: Path) -> None:
    last = ("（一）存在的问题", "问题有三个。", "其一。", "（二）改进措施", "已经改进。")
    made = made_from(form_2021, {"year": 2022, "problems": last}, tmp_path)
    sheet = layout_of(form_2021).places["problems"].sheet
    (tmp_path / "n.xlsx").write_bytes(made.workbook)
    cells: Any = load_workbook(tmp_path / "n.xlsx")[sheet]
    beside = [(cells.cell(row, 1).value, cells.cell(row, REFERENCE_COLUMN).value) for row in range(4, 9)]
    assert beside == [(last[0], last[0]), (None, last[1]), (None, last[2]), (last[3], last[3]), (None, last[4])]
    assert cells.cell(5, REFERENCE_COLUMN).protection.locked
    assert cells.print_area
    # It is not read, neither alone nor beside a text of this year.
    assert data(made)["problems"] == [last[0], last[3]]
    written = edited(made.workbook, lambda book: _put(book, sheet, "A5", "今年的问题有一个。"))
    assert data(made, written)["problems"] == [last[0], "今年的问题有一个。", last[3]]


def test_last_years_text_is_at_hand_with_the_figures_it_quoted(form_2021: Form, tmp_path: Path) -> None:
    quoted = "收到申请{本年新收.总计}件，其中自然人{本年新收.自然人}件，见{附件}。"
    last = {"year": 2023, "requests.received.natural_person": 3, "requests.received.commercial_enterprise": 2}
    last |= {f"requests.received.{name}": 0 for name in REST}
    made = made_from(form_2021, {**last, "overview": (quoted,)}, tmp_path)
    cells = load_workbook(io.BytesIO(made.workbook))["一、总体情况"]
    beside = [cells.cell(row, REFERENCE_COLUMN).value for row in range(4, 40)]
    assert "收到申请5件，其中自然人3件，见{附件}。" in beside
    assert quoted not in beside


def _overview(form: Form, last: tuple[str, ...], folder: Path) -> tuple[NextYear, list[str | None], list[str | None]]:
    """Return what is made from last year's overview: its first cells, and those of last year's text beside them."""
    made = made_from(form, {"year": 2022, "overview": last}, folder)
    sheet: Any = load_workbook(io.BytesIO(made.workbook))[layout_of(form).places["overview"].sheet]
    columns = [[sheet.cell(4 + row, column).value for row in range(len(last))] for column in (1, REFERENCE_COLUMN)]
    return made, columns[0], columns[1]


def test_own_headings_stand_again_beside_their_texts_and_what_differs_is_said(form_2021: Form, tmp_path: Path) -> None:
    headings = ("（一）主动公开", "（二）依申请公开", "（三）政府信息管理", "（四）平台建设情况", "（五）监督保障")
    last = tuple(line for heading in (*headings, "（六）重点领域信息公开") for line in (heading, "做了三件事。"))
    made, cells, beside = _overview(form_2021, last, tmp_path)
    assert cells == [line if line.startswith("（") else None for line in last]
    assert beside == list(last)
    said = [note for note in made.notes if "（四）政府信息公开平台建设" in note]
    assert len(said) == 1
    assert "（一）主动公开" not in said[0]


def test_where_all_prescribed_headings_stand_nothing_is_said(form_2021: Form, tmp_path: Path) -> None:
    section = next(section for section in form_2021.sections if section.id == "overview")
    assert section.narrative
    last = tuple(line for one in (*section.narrative.headings, "（六）其他") for line in (one, "做了三件事。"))
    made, cells, _ = _overview(form_2021, last, tmp_path)
    assert [cell for cell in cells if cell] == [*section.narrative.headings, "（六）其他"]
    assert not [note for note in made.notes if "（一）主动公开" in note]


@pytest.mark.parametrize("last", [("公开了三条。",), ("一、公开情况", "公开了三条。")])
def test_without_headings_of_its_level_the_forms_own_stand(
    last: tuple[str, ...], form_2021: Form, tmp_path: Path
) -> None:
    made, _, _ = _overview(form_2021, last, tmp_path)
    assert "overview" not in data(made)
    sheet = load_workbook(io.BytesIO(made.workbook))[layout_of(form_2021).places["overview"].sheet]
    assert [sheet.cell(row, 1).value for row in (4, 5)] == [None, "（一）主动公开"]


def test_another_year_than_the_next_is_refused() -> None:
    with pytest.raises(UsageError, match="2024"):
        next_year(EXAMPLES / "pingtan-2023.xlsx", LIBRARY, None, 2025, None)
    made = next_year(EXAMPLES / "pingtan-2023.xlsx", LIBRARY, "zfxxgk-2021", 2024, "平潭综合实验区管委会")
    assert made.entries["org"] == "平潭综合实验区管委会"


def test_it_is_said_how_many_errors_last_years_workbook_has() -> None:
    chinese = Library((TEMPLATES,), "zh-CN")
    notes = next_year(EXAMPLES / "typical-mistakes-2023.xlsx", chinese, None, None, None).notes
    assert "还有15个错误" in notes[0]
    assert not next_year(EXAMPLES / "pingtan-2023.xlsx", LIBRARY, None, None, None).notes


def test_what_last_years_workbook_cannot_give_stays_open_and_is_named(form_2021: Form, tmp_path: Path) -> None:
    made = next_year(EXAMPLES / "blank-2025.xlsx", LIBRARY, None, None, None)
    assert not any(name.startswith("requests.carried_in.") for name in made.entries)
    places = layout_of(form_2021).places
    assert places[CARRIED].cell in made.notes[-1]
    sheet = load_workbook(io.BytesIO(made.workbook))[places[CARRIED].sheet]
    assert not sheet[places[CARRIED].cell].protection.locked
    last: Entries = {"year": 2022, **sound_entries(form_2021), "requests.carried_forward.natural_person": "约三件"}
    notes = made_from(form_2021, last, tmp_path).notes
    assert f"{places['requests.carried_forward.natural_person']}." in notes[-1]
    assert f"{places[CARRIED]}." in notes[-1]


def test_what_a_word_report_does_not_say_is_named(form_2021: Form, tmp_path: Path) -> None:
    filing, _ = read_filing(form_2021, open_workbook((EXAMPLES / "pingtan-2023.xlsx").read_bytes(), "last.xlsx"))
    (tmp_path / "last.docx").write_bytes(report_of(form_2021, filing, LIBRARY))
    notes = next_year(tmp_path / "last.docx", LIBRARY, None, None, None).notes
    labels = [form_2021.fields[name].label for name in ("contact", "org_kind")]
    assert all(label in notes[-1] for label in labels)
