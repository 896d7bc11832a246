import subprocess
from pathlib import Path

import pytest

from make_report.filing import State
from make_report.form.layout import IDENTITY_SHEET
from make_report.form.model import Form
from make_report.workbook.reading.open import open_workbook
from make_report.workbook.reading.read import read_filing
from tests.filled import marked_entries
from tests.workbook.editing import Book, edited, read, said, sound_workbook

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
