import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from make_report.filing import State
from make_report.form.field import Kind
from make_report.form.layout import IDENTITY_SHEET
from make_report.form.model import Form
from make_report.workbook.reading.by_openpyxl import OpenpyxlBook
from make_report.workbook.reading.direct.book import DirectBook
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from tests.filled import marked_entries
from tests.workbook.editing import Book, edited, read, said, sound_entries, sound_workbook, with_parts

pytestmark = pytest.mark.usefixtures("each_way")


def test_a_sound_workbook_is_read_without_a_word(form_2019: Form, form_2021: Form) -> None:
    for form in (form_2019, form_2021):
        filing, findings = read(form, sound_workbook(form))
        assert findings == ()
        assert filing.form_id == form.form_id
        assert filing.source == "workbook.xlsx"
        assert filing.values.keys() == form.fields.keys()


@pytest.mark.parametrize("version", [0, 2])
def test_a_workbook_of_another_version_is_not_read(form_2021: Form, version: int) -> None:
    def change(book: Book) -> None:
        book[IDENTITY_SHEET]["B2"].value = version

    filing, findings = read(form_2021, edited(sound_workbook(form_2021), change))
    assert said(findings) == [("F04", "")]
    assert {value.state for value in filing.values.values()} == {State.UNREADABLE}


def test_a_value_knows_its_sheet_cell_and_raw_content(form_2021: Form) -> None:
    content = edited(sound_workbook(form_2021), lambda book: book["表三"].__setitem__("D7", "１２件"))
    value = read(form_2021, content)[0]["requests.received.natural_person"]
    assert (str(value.place), value.raw, value.number, value.state) == ("表三 D7", "１２件", 12, State.READ)


@pytest.mark.office
def test_a_workbook_saved_again_by_libreoffice_gives_the_same_filing(
    tmp_path: Path, form_2019: Form, form_2021: Form
) -> None:
    for form in (form_2019, form_2021):
        content = sound_workbook(form, marked_entries(form))
        source = tmp_path / f"{form.form_id}.xlsx"
        source.write_bytes(content)
        target = tmp_path / "saved"
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        saving = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
        command = [*saving, "--outdir", str(target), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 - nothing of it is input
        before, _ = read(form, content)
        after, findings = read_filing(form, open_workbook((target / source.name).read_bytes(), source.name))
        assert findings == ()
        for name, value in before.values.items():
            saved = after.values[name]
            assert (saved.content, saved.state, saved.place) == (value.content, value.state, value.place)


@pytest.mark.parametrize("number", [31, 57])
def test_a_date_in_a_format_that_chinese_programs_know_by_number_is_a_date(form_2021: Form, number: int) -> None:
    day = date(2025, 1, 20)
    published = next(field.id for field in form_2021.fields.values() if field.kind is Kind.DATE)

    def numbered(parts: dict[str, bytes]) -> None:
        styles = parts["xl/styles.xml"].decode()
        own = re.search(r'numFmtId="(\d+)" formatCode="yyyy-mm-dd"|formatCode="yyyy-mm-dd" numFmtId="(\d+)"', styles)
        assert own
        before, cells, after = re.split("(<cellXfs.*</cellXfs>)", styles, flags=re.DOTALL)
        used = cells.replace(f'numFmtId="{own[1] or own[2]}"', f'numFmtId="{number}"')
        assert used != cells
        parts["xl/styles.xml"] = f"{before}{used}{after}".encode()

    entries = {**sound_entries(form_2021), published: day}
    filing, findings = read(form_2021, with_parts(sound_workbook(form_2021, entries), numbered))
    assert (filing[published].date, findings) == (day, ())


def test_a_lack_of_memory_is_not_called_damage(form_2021: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run's bounds have their own sentence (bounded.py)."""

    def exhausted(*_: object) -> None:
        raise MemoryError

    for reader in (DirectBook, OpenpyxlBook):
        monkeypatch.setattr(reader, "cells", exhausted)
    with pytest.raises(MemoryError):
        open_workbook(sound_workbook(form_2021), "a.xlsx")
