"""No workbook hurts: each attack ends in its exit code and one sentence, and nothing is lost."""

from pathlib import Path

import pytest

from make_report.app import run
from make_report.form.load import load_form
from tests.conftest import TEMPLATES
from tests.filings import SENTENCE
from tests.hostile.workbooks import MADE, REFUSED, Attack, attacks
from tests.workbook.editing import sound_workbook

TEXT = SENTENCE
NARRATIVES = {"overview": (SENTENCE,), "problems": (SENTENCE,), "other_matters": (SENTENCE,)}
ATTACKS = [*attacks(sound_workbook(load_form(TEMPLATES / "zfxxgk-2021"), NARRATIVES))]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_changes_nothing(
    attack: Attack, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    workbook, report = tmp_path / "a.xlsx", tmp_path / "r.docx"
    workbook.write_bytes(attack.content)
    report.write_bytes(b"old")
    assert run([str(workbook), "-o", str(report)]) == attack.code
    said = capsys.readouterr().err
    assert said.strip()
    assert attack.code != REFUSED or len(said.strip().splitlines()) == 1
    assert "mistake in make-report itself" not in said
    assert workbook.read_bytes() == attack.content
    left = sorted(path.name for path in tmp_path.iterdir())
    if attack.code == MADE:
        assert left == ["a.xlsx", "r.docx", "r（旧1）.docx"]
        assert (tmp_path / "r（旧1）.docx").read_bytes() == b"old"
    else:
        assert left == ["a.xlsx", "r.docx"]
        assert report.read_bytes() == b"old"
