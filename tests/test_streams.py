"""Whatever becomes of the standard streams: the work is done, its exit code is true, and there is no traceback."""

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from make_report.streams import shows_colours
from tests.conftest import REPOSITORY

EXAMPLES = REPOSITORY / "input_examples"
SOUND, WITH_FINDINGS = EXAMPLES / "pingtan-2023.xlsx", EXAMPLES / "typical-mistakes-2023.xlsx"
MADE, ERRORS, NOT_SAID = 0, 1, 3


def code_of(words: str, folder: Path) -> int:
    """Return the exit code of `make-report` with these words, in a shell that reads them."""
    shutil.copy(SOUND, folder / "sound.xlsx")
    shutil.copy(WITH_FINDINGS, folder / "bad.xlsx")
    # What is meant for standard error stays to be seen, unless the words send it elsewhere.
    script = f"exec 2>said; '{sys.executable}' -m make_report.app {words}; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", script], cwd=folder, capture_output=True, check=False)  # noqa: S603 - our own program
    assert "Traceback" not in (folder / "said").read_text("utf-8")
    return done.returncode


@pytest.mark.parametrize(
    "streams", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", "| true", "2>&1 | true", "2>&1 >&- | true", "| head -1"]
)
@pytest.mark.parametrize(
    ("words", "code", "written"),
    [
        ("sound.xlsx -o r.docx", MADE, {"r.docx"}),
        ("bad.xlsx -o r.docx", ERRORS, set[str]()),
        ("check bad.xlsx", ERRORS, set[str]()),
        ("check bad.xlsx --json", ERRORS, set[str]()),
        ("check bad.xlsx --mark", ERRORS, {"bad（已标注）.xlsx"}),
        ("none.xlsx", NOT_SAID, set[str]()),
    ],
)
def test_streams_that_nobody_holds_change_neither_work_nor_exit_code(
    words: str, code: int, written: set[str], streams: str, tmp_path: Path
) -> None:
    assert code_of(f"{words} {streams}", tmp_path) == code
    assert {path.name for path in tmp_path.iterdir()} - {"sound.xlsx", "bad.xlsx", "said"} == written


@pytest.mark.parametrize("streams", ["2>/dev/full", ">/dev/full 2>&1"])
def test_what_cannot_be_said_is_a_failure_and_no_verdict(streams: str, tmp_path: Path) -> None:
    for words in ("sound.xlsx -o r.docx", "check bad.xlsx"):
        assert code_of(f"{words} {streams}", tmp_path) == NOT_SAID
    assert not (tmp_path / "r.docx").exists()


@pytest.mark.parametrize(
    ("environment", "colours"),
    [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_shows_colours_unless_it_cannot_or_somebody_wants_none(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, *, colours: bool
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert shows_colours(_Terminal()) is colours
    assert not shows_colours(io.StringIO())


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True
