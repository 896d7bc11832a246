"""No report of last year hurts: each attack ends in its exit code and one sentence, and nothing is lost."""

import shutil
from pathlib import Path

import pytest

from make_report.app import run
from make_report.data import data_of
from make_report.form.library import Library
from make_report.form.load import load_form
from make_report.judge import judge
from make_report.report import report_of
from tests.conftest import REPOSITORY, TEMPLATES
from tests.hostile.last_years import REFUSED, TAKEN, data_attacks, report_attacks
from tests.hostile.workbooks import ERRORS, MADE, Attack, attacks
from tests.workbook.editing import sound_workbook

EXAMPLES = REPOSITORY / "input_examples"
LIBRARY = Library((TEMPLATES,), "en")
BEFORE = judge(EXAMPLES / "pingtan-2022.xlsx", LIBRARY)[0]
ATTACKS = [
    *data_attacks(data_of(BEFORE.form, BEFORE.filing)),
    *report_attacks(report_of(BEFORE.form, BEFORE.filing, LIBRARY)),
]
WORKBOOKS = [*attacks(sound_workbook(load_form(TEMPLATES / "zfxxgk-2021")))]


def outcome(folder: Path, attack: Attack, capsys: pytest.CaptureFixture[str], *words: str) -> int:
    """Return the exit code, after seeing that nothing was lost and that one sentence says what is wrong."""
    (folder / "last").write_bytes(attack.content)
    (folder / "r").write_bytes(b"old")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    code = run([*words, str(folder / "last"), "-o", str(folder / "r")])
    said = capsys.readouterr().err
    assert "mistake in make-report itself" not in said
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    if code > ERRORS:
        assert said.strip()
        assert after == before
    else:
        assert {name: after[name] for name in before if name != "r"} == {
            name: content for name, content in before.items() if name != "r"
        }
        assert b"old" in after.values()
    return code


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("make_report.app_work.LANGUAGE", "en")


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_workbook_is_begun_or_the_attack_refused(
    attack: Attack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert outcome(tmp_path, attack, capsys, "new", "--from") == attack.code


@pytest.mark.parametrize("attack", ATTACKS[::3], ids=lambda attack: attack.name)
def test_a_report_is_compared_or_the_attack_refused(
    attack: Attack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = str(shutil.copy(EXAMPLES / "pingtan-2023.xlsx", tmp_path))
    assert outcome(tmp_path, attack, capsys, book, "--last-year") == attack.code


@pytest.mark.parametrize("attack", WORKBOOKS[::10], ids=lambda attack: attack.name)
def test_a_hostile_workbook_begins_nothing_that_is_not_sound(
    attack: Attack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = outcome(tmp_path, attack, capsys, "new", "--from")
    assert code == (REFUSED if attack.code == REFUSED else TAKEN) or (attack.code, code) == (ERRORS, REFUSED)
    assert MADE == TAKEN
