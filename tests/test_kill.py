"""A run that is killed at any moment leaves the old report or the new one, whole, and nothing else."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from make_report import app
from tests.conftest import REPOSITORY

EXAMPLE = REPOSITORY / "input_examples" / "pingtan-2023.xlsx"
OLD = b"old" * 10_000
KILLS_ANYWHERE, KILLS_WHILE_WRITING = 4, 20

WRITER = """
import sys
from pathlib import Path
from make_report.files import write_file
content = Path(sys.argv[1]).read_bytes()
while True:
    for one in (content, content + b"."):
        write_file(Path(sys.argv[2]), one, "en", None)
"""


def started(*words: object) -> subprocess.Popen[bytes]:
    """Return a running Python in a process group of its own, so that its child dies with it."""
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, *map(str, words)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def kill(process: subprocess.Popen[bytes]) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_a_run_is_killed_at_any_moment(tmp_path: Path) -> None:
    chance = Random(4)  # noqa: S311 - the same moments each time
    book, report = Path(shutil.copy(EXAMPLE, tmp_path / "b.xlsx")), tmp_path / "r.docx"
    assert app.run([str(book), "-o", str(report)]) == 0
    new = report.read_bytes()
    start = time.monotonic()
    started("-m", "make_report.app", book, "-o", tmp_path / "r.docx").wait()
    usual = time.monotonic() - start
    for _ in range(KILLS_ANYWHERE):
        report.write_bytes(OLD)
        process = started("-m", "make_report.app", book, "-o", report)
        time.sleep(chance.uniform(0.3, 1.1) * usual)
        kill(process)
        found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert found.pop("b.xlsx") == EXAMPLE.read_bytes()
        assert found in ({"r.docx": OLD}, {"r.docx": OLD, "r（旧1）.docx": OLD}, {"r.docx": new, "r（旧1）.docx": OLD})
        (tmp_path / "r（旧1）.docx").unlink(missing_ok=True)


def test_a_run_is_killed_while_it_writes(tmp_path: Path) -> None:
    chance = Random(4)  # noqa: S311 - the same moments each time
    folder = tmp_path / "f"
    folder.mkdir()
    report = folder / "r.docx"
    whole = {EXAMPLE.read_bytes(), EXAMPLE.read_bytes() + b"."}
    for _ in range(KILLS_WHILE_WRITING):
        report.unlink(missing_ok=True)
        process = started("-c", WRITER, EXAMPLE, report)
        while not report.exists():
            assert process.poll() is None
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.02))
        kill(process)
        assert report.read_bytes() in whole
        assert not [path for path in folder.iterdir() if path != report and not path.name.startswith(".")]
