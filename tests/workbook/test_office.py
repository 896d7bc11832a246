"""What an office program makes of a marked workbook."""

import subprocess
from pathlib import Path

import pytest

from make_report.form.model import Form
from make_report.workbook.annotate import marked_workbook, unmarked_workbook
from tests.workbook.editing import read, sound_workbook
from tests.workbook.marks import FINDINGS, comments, fills, found, links, listed, opened, spelled, staffs_workbook

pytestmark = pytest.mark.office


def converted(content: bytes, target: str, folder: Path) -> bytes:
    """Return a workbook as LibreOffice saves it in another format (or in the same)."""
    source = folder / "source.xlsx"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - our own words
    return (folder / "out" / f"source.{target}").read_bytes()


@pytest.fixture
def staffs(form_2021: Form) -> bytes:
    return staffs_workbook(form_2021)


def test_a_marked_copy_saved_by_an_office_program_reads_as_the_workbook_did(form_2021: Form, tmp_path: Path) -> None:
    workbook = sound_workbook(form_2021)
    saved = converted(marked_workbook(workbook, FINDINGS, "zh-CN").content, "xlsx", tmp_path)
    (before, findings), (filing, findings_then) = read(form_2021, workbook), read(form_2021, saved)
    contents = {name: (value.state, value.content) for name, value in before.values.items()}
    assert {name: (value.state, value.content) for name, value in filing.values.items()} == contents
    assert findings_then == findings


def test_marks_survive_an_office_program_and_are_replaced_after_it(staffs: bytes, tmp_path: Path) -> None:
    copy = marked_workbook(staffs, FINDINGS, "zh-CN").content
    saved = converted(copy, "xlsx", tmp_path)
    assert (fills(saved), comments(saved), links(saved)) == (fills(copy), comments(copy), links(copy))
    cleared = unmarked_workbook(saved)
    assert not fills(cleared)
    assert comments(cleared) == comments(staffs)
    assert opened(cleared).sheetnames == opened(staffs).sheetnames
    again = marked_workbook(saved, FINDINGS[:2], "zh-CN").content
    fresh = marked_workbook(staffs, FINDINGS[:2], "zh-CN").content
    assert (fills(again), comments(again), listed(again)) == (fills(fresh), comments(fresh), listed(fresh))
    assert marked_workbook(again, FINDINGS[:2], "zh-CN").content == again


def test_the_list_is_the_first_page_and_shows_a_link_for_each_cell(form_2021: Form, tmp_path: Path) -> None:
    findings = (FINDINGS[1], found(FINDINGS[3].check, "表三", "J31"))
    shown = converted(marked_workbook(sound_workbook(form_2021), findings, "zh-CN").content, "pdf", tmp_path)
    (tmp_path / "shown.pdf").write_bytes(shown)
    command = ["pdftotext", "-l", "1", str(tmp_path / "shown.pdf"), "-"]
    page = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words
    assert page.startswith("还不能公开")
    assert "B7" in page
    assert "J31" in page


def test_a_workbook_that_an_office_program_saved_is_restored_part_by_part(staffs: bytes, tmp_path: Path) -> None:
    workbook = converted(staffs, "xlsx", tmp_path)
    copy = marked_workbook(workbook, FINDINGS, "zh-CN").content
    assert spelled(unmarked_workbook(copy)) == spelled(workbook)
    assert marked_workbook(copy, FINDINGS, "zh-CN").content == copy
