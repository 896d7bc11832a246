"""All attacks in one folder: each ends as it does alone, and the sound workbook among them is done."""

import json
from pathlib import Path

from tests.hostile.test_workbooks import ATTACKS
from tests.hostile.workbooks import MADE
from tests.office.filled import sound_workbook
from tests.test_app import run

STATES = {MADE: "sound", 1: "errors", 3: "unreadable"}


def test_many_attacks_end_as_each_does_alone(tmp_path: Path) -> None:
    expected: list[str] = []
    for number, attack in enumerate(ATTACKS):
        (tmp_path / f"{number:03}.xlsx").write_bytes(attack.content)
        expected.append(STATES[attack.code])
    (tmp_path / "zz.xlsx").write_bytes(sound_workbook("甲局"))
    done = run("check", ".", "--jobs", 2, "--json", folder=tmp_path)
    assert done.returncode == 3
    shown = json.loads(done.stdout)
    assert b"make-report itself" not in done.stdout
    assert [row["state"] for row in shown["workbooks"]] == [*expected, "sound"]
