"""Last year's report as an input: three kinds of file, one year, one chain of forms, and nothing taken silently."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from make_report.document.render import render_report
from make_report.errors import MakeReportError, UsageError
from make_report.filing import Filing
from make_report.form.library import Library
from make_report.form.model import Form
from make_report.judge import judge
from make_report.previous import last_year_for, read_previous
from make_report.workbook.writing.blank import standard_workbook
from tests.conftest import REPOSITORY, TEMPLATES
from tests.filings import filing

EXAMPLES = REPOSITORY / "input_examples"
LIBRARY = Library((TEMPLATES,))


def report_of(name: str, folder: Path) -> Path:
    judged, _ = judge(EXAMPLES / f"{name}.xlsx", LIBRARY)
    template = (TEMPLATES / judged.form.form_id / "report.docx").read_bytes()
    report = folder / f"{name}.docx"
    report.write_bytes(render_report(judged.form, template, judged.filing))
    return report


def contents(form: Form, filed: Filing) -> Mapping[str, object]:
    """Return figures and texts of the sections, as far as they are filled in."""
    fields = [field for field in form.fields.values() if field.section]
    texts = {field.id: tuple(one.text for one in filed[field.id].paragraphs) for field in fields}
    figures = {field.id: filed[field.id].number for field in fields if not field.computed}
    return {name: content for name, content in (texts | figures).items() if content not in ((), None)} | {
        "year": filed["year"].year
    }


@pytest.mark.parametrize("name", ["pingtan-2022", "zhenhai-civil-affairs-2019", "no-applications-2024"])
def test_workbook_data_and_report_say_the_same(name: str, tmp_path: Path) -> None:
    workbook, errors = read_previous(EXAMPLES / f"{name}.xlsx", LIBRARY)
    expected = contents(workbook.form, workbook.filing)
    assert not errors
    for path in (EXAMPLES / f"{name}.json", report_of(name, tmp_path)):
        other, errors = read_previous(path, LIBRARY)
        assert not errors
        assert contents(other.form, other.filing) == expected, path
        # The title that one of them typed does not name the unit: what is not printed is not read.
        assert other.filing["org"].text in (workbook.filing["org"].text, "")


def test_a_report_from_the_command_line_is_read(tmp_path: Path) -> None:
    judged, _ = judge(EXAMPLES / "pingtan-2023.xlsx", LIBRARY, report_of("pingtan-2022", tmp_path))
    assert [finding.code for finding in judged.findings if finding.code.startswith("X")] == ["X03", "X06"]


def test_only_the_report_of_the_year_before_is_compared(form_2021: Form, form_2019: Form, tmp_path: Path) -> None:
    def written(form: Form, year: int) -> Path:
        path = tmp_path / f"{year}.xlsx"
        path.write_bytes(standard_workbook(form, {"year": year, "org": "某某局"}))
        return path

    this = filing(form_2021, {"year": 2021})
    before, _ = last_year_for(form_2021, this, written(form_2019, 2020), LIBRARY)
    assert before.form.form_id == form_2019.form_id
    for form, year in ((form_2019, 2019), (form_2021, 2021), (form_2021, 2022)):
        with pytest.raises(UsageError, match=str(year)):
            last_year_for(form_2021, this, written(form, year), LIBRARY)
    with pytest.raises(UsageError, match="nothing to do"):
        last_year_for(form_2019, filing(form_2019, {"year": 2020}), written(form_2021, 2021), LIBRARY)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", (TEMPLATES / "zfxxgk-2021" / "report.docx").read_bytes()[:900]),
        ("a.json", b"{"),
        ("b.json", b"{}"),
        ("c.json", b'{"form": "no-such-form"}'),
        ("d.json", b'{"form": "zfxxgk-2021"}'),
        ("e.json", b'{"form": "zfxxgk-2021", "year": 2022, "nothing": 1}'),
        ("f.json", b"{\xff}"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.xlsx", b""),
    ],
)
def test_every_other_file_is_one_sentence(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(MakeReportError):
        read_previous(tmp_path / name, LIBRARY)


def test_a_word_file_that_is_no_report_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes((TEMPLATES / "zfxxgk-2021" / "report.docx").read_bytes())
    with pytest.raises(MakeReportError, match=r"letter\.docx"):
        read_previous(tmp_path / "letter.docx", LIBRARY)


def test_cells_that_cannot_be_read_are_counted_in_a_note(form_2021: Form, tmp_path: Path) -> None:
    given = {"year": 2022, "org": "某某局", "requests.carried_forward.natural_person": "约3件"}
    (tmp_path / "l.xlsx").write_bytes(standard_workbook(form_2021, given))
    before, notes = last_year_for(form_2021, filing(form_2021, {"year": 2023}), tmp_path / "l.xlsx", LIBRARY)
    assert before.filing["requests.carried_forward.natural_person"].number is None
    assert len(notes) == 1
    assert "1" in notes[0]


@pytest.mark.parametrize(
    "beside", ["某某局2022.xlsx", "某某局2022年政府信息公开工作年度报告.docx", "w 2022.xlsx", "w 2022.json"]
)
def test_last_years_report_is_offered_and_not_taken(beside: str, tmp_path: Path) -> None:
    data = json.loads((EXAMPLES / "pingtan-2023.json").read_text("utf-8"))
    workbook = tmp_path / "w 2023.xlsx"
    workbook.write_bytes((EXAMPLES / "pingtan-2023.xlsx").read_bytes())
    assert judge(workbook, LIBRARY)[1] == ()
    (tmp_path / beside.replace("某某局", str(data["org"]))).write_bytes(b"is not even opened")
    judged, notes = judge(workbook, LIBRARY)
    assert len(notes) == 1
    assert beside.replace("某某局", str(data["org"])) in notes[0]
    assert not [finding for finding in judged.findings if finding.code.startswith("X")]
