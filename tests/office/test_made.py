"""What an earlier run made is taken as it stands only if nothing is another than it was: else it is made anew."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from make_report.app import run
from tests.conftest import TEMPLATES
from tests.document.word import with_text
from tests.office.filled import reports, sound_workbook

FORM = "zfxxgk-2021"
RECORD = ".make-report.json"


class Office:
    """A folder with two workbooks, their reports, and a form of the office's own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.workbooks, self.out, self.forms = folder / "in", folder / "out", folder / "templates"
        self._capsys = capsys
        self.workbooks.mkdir()
        for unit in ("甲局", "乙局"):
            (self.workbooks / f"{unit}.xlsx").write_bytes(sound_workbook(unit))
        shutil.copytree(TEMPLATES, self.forms)

    @property
    def report(self) -> Path:
        """The first unit's."""
        return self.out / "甲局2021年政府信息公开工作年度报告.docx"

    def states(self) -> list[str]:
        """Return what becomes of both workbooks in a run."""
        run([str(self.workbooks), "-o", str(self.out), "--format", "json", "--skip-unchanged", "--jobs", "1"])
        return [row["state"] for row in json.loads(self._capsys.readouterr().out)["workbooks"]]


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Office:
    made = Office(tmp_path, capsys)
    # As long as they are unchanged the forms are read as prepared, which takes a hundredth of the time.
    for module in ("app_work", "form.prepared", "document.template"):
        monkeypatch.setattr(f"make_report.{module}.shipped_templates", lambda: made.forms)
    return made


MADE, UNCHANGED = ["made", "made"], ["unchanged", "unchanged"]


def _form(office: Office, _: pytest.MonkeyPatch) -> None:
    file = office.forms / FORM / "form.yaml"
    file.write_text(f"{file.read_text('utf-8')}# another\n", "utf-8")


def _shared_rules(office: Office, _: pytest.MonkeyPatch) -> None:
    file = office.forms / "common" / "dates.yaml"
    file.write_text(f"{file.read_text('utf-8')}# another\n", "utf-8")


def _template(office: Office, _: pytest.MonkeyPatch) -> None:
    file = office.forms / FORM / "report.docx"
    file.write_bytes(with_text(file.read_bytes(), "一、总体情况", "一、总体 情况"))


def _version(_: Office, patch: pytest.MonkeyPatch) -> None:
    patch.setattr("make_report.office.made.__version__", "0.1.1")


def _record(office: Office, _: pytest.MonkeyPatch) -> None:
    (office.out / RECORD).unlink()


@pytest.mark.parametrize("change", [_form, _shared_rules, _template, _version, _record])
def test_whatever_a_report_is_made_from_is_another_it_is_made_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch, change: Callable[[Office, pytest.MonkeyPatch], None]
) -> None:
    assert office.states() == MADE
    assert office.states() == UNCHANGED
    change(office, monkeypatch)
    assert office.states() == MADE
    assert office.states() == UNCHANGED


def test_what_is_made_from_another_template_is_another_report_and_the_old_one_is_kept(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.states()
    before = reports(office.out)
    _template(office, monkeypatch)
    office.states()
    after = reports(office.out)
    assert len(after) == 2 * len(before)
    assert set(before.values()) < set(after.values())
    assert after[office.report.name] != before[office.report.name]


def test_a_report_that_is_gone_is_made_anew(office: Office) -> None:
    office.states()
    made = office.report.read_bytes()
    office.report.unlink()
    assert office.states() == ["unchanged", "made"]
    assert office.report.read_bytes() == made
    assert office.states() == UNCHANGED


@pytest.mark.parametrize("edited", [b"", b"edited by hand"])
def test_a_report_that_was_edited_is_made_anew_and_the_edited_one_is_kept(office: Office, edited: bytes) -> None:
    office.states()
    made = office.report.read_bytes()
    office.report.write_bytes(edited)
    assert office.states() == ["unchanged", "made"]
    assert reports(office.out)[office.report.name] == made
    assert edited in reports(office.out).values()
    assert office.states() == UNCHANGED


@pytest.mark.parametrize("record", [b"", b"[]", b"{]", b'{"../in/x.xlsx": {}}', b'{"../in/x.xlsx": {"digest": ""}}'])
def test_notes_that_are_damaged_or_of_another_version_are_none(office: Office, record: bytes) -> None:
    office.states()
    (office.out / RECORD).write_bytes(record)
    assert office.states() == MADE
    assert len(reports(office.out)) == 2


def test_notes_never_lead_to_a_file_elsewhere(office: Office) -> None:
    office.states()
    notes = json.loads((office.out / RECORD).read_bytes())
    for note in notes.values():
        note["report"] = f"../out/{note['report']}"
    (office.out / RECORD).write_text(json.dumps(notes), "utf-8")
    assert office.states() == MADE
