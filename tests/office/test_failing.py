"""A batch whose disk fails: what is written is whole, what is not is told, and the next run makes up for it."""

import json
from pathlib import Path

import pytest

from make_report.app import run
from make_report.archive import read_parts
from tests.faults import DISK_FULL, READ_ONLY, fail
from tests.office.filled import reports, sound_workbook

MOST_CALLS = 40
NOTES = ".make-report.json"
WRITING = ("office.run", "office.made")


def states(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], str]:
    """Return the exit code of a batch, what became of each workbook, and what was said."""
    words = [str(folder / "in"), "-o", str(folder / "out"), "--skip-unchanged", "--jobs", "1", "--format", "json"]
    code = run(words)
    shown = capsys.readouterr()
    return code, [row["state"] for row in json.loads(shown.out)["workbooks"]], shown.err


@pytest.mark.parametrize(
    ("number", "lasting", "again"), [(DISK_FULL, True, False), (READ_ONLY, False, False), (DISK_FULL, True, True)]
)
def test_whatever_call_fails_reports_and_notes_are_whole_and_what_failed_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], number: int, *, lasting: bool, again: bool
) -> None:
    first, second = sound_workbook("甲局"), sound_workbook("乙局")
    outcomes: set[tuple[object, ...]] = set()
    for failing in range(MOST_CALLS):
        folder = tmp_path / str(failing)
        (folder / "in").mkdir(parents=True)
        (folder / "in" / "a.xlsx").write_bytes(first)
        if again:
            states(folder, capsys)
            (folder / "in" / "a.xlsx").write_bytes(second)
        before = reports(folder / "out")
        notes = (folder / "out" / NOTES).read_bytes() if again else b""
        with pytest.MonkeyPatch.context() as patch:
            seen = fail(patch, WRITING, failing, number, lasting=lasting)
            code, became, said = states(folder, capsys)
        outcomes.add((code, *became))
        made = {name: report for name, report in reports(folder / "out").items() if name not in before}
        assert len(made) == (became == ["made"])
        assert all(read_parts(report) for report in made.values())
        found = (folder / "out" / NOTES).read_bytes() if (folder / "out" / NOTES).exists() else b""
        assert found == notes or (json.loads(found) and became == ["made"])
        assert (code == 3) == (became == ["unwritten"] or found == notes)
        assert "mistake in make-report itself" not in said
        assert {path.suffix for path in (folder / "out").iterdir()} <= {".docx", ".json"}
        assert states(folder, capsys)[:2] == (0, ["unchanged" if code == 0 else "made"])
        if len(seen) <= failing:
            break
    assert outcomes == {(0, "made"), (3, "made"), (3, "unwritten")}
