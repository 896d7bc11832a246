"""Many workbooks as a user meets them: files in, files and lines out, exit codes."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from jsonschema import validate

from make_report.archive import read_parts, write_parts
from tests.conftest import REPOSITORY
from tests.office.filled import reports, sound_workbook
from tests.test_app import run

EXAMPLES = REPOSITORY / "input_examples"
SCHEMA = json.loads((REPOSITORY / "docs" / "batch.schema.json").read_text("utf-8"))
SUFFIX = "2021年政府信息公开工作年度报告.docx"
WORKERS, MANY = 2, 120


@pytest.fixture(scope="module")
def units(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with twelve sound workbooks."""
    folder = tmp_path_factory.mktemp("区里")
    for number in range(12):
        (folder / f"{number:02}.xlsx").write_bytes(sound_workbook(f"第{number}局"))
    return folder


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with workbooks of every kind."""
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name in ("pingtan-2022", "pingtan-2023", "typical-mistakes-2023"):
        (folder / f"{name}.xlsx").write_bytes((EXAMPLES / f"{name}.xlsx").read_bytes())
    (folder / "broken.xlsx").write_bytes(b"PK no workbook")
    return folder


def test_a_folder_is_done_and_one_bad_file_never_stops_the_rest(mixed: Path, tmp_path: Path) -> None:
    done = run(mixed, "-o", tmp_path / "out", folder=tmp_path)
    assert done.returncode == 3
    assert len(done.stdout.decode().splitlines()) == 4
    assert "reports made: 2; with something to check: 1; with errors: 1; unreadable: 1" in done.stderr.decode()
    assert set(reports(tmp_path / "out")) == {
        "平潭综合实验区2022年政府信息公开工作年度报告.docx",
        "平潭综合实验区2023年政府信息公开工作年度报告.docx",
    }
    assert {path.suffix for path in mixed.iterdir()} == {".xlsx"}


def test_the_reports_are_those_of_single_runs_whatever_the_number_of_jobs(mixed: Path, tmp_path: Path) -> None:
    shown: set[bytes] = set()
    for jobs in (1, 2, 5):
        out = tmp_path / str(jobs)
        done = run(mixed, "-o", out, "--jobs", jobs, "--format", "json", folder=tmp_path)
        shown.add(done.stdout.replace(str(out).encode(), b""))
    assert len(shown) == 1
    assert reports(tmp_path / "1") == reports(tmp_path / "2") == reports(tmp_path / "5")
    for workbook in ("pingtan-2022.xlsx", "pingtan-2023.xlsx"):
        assert run(mixed / workbook, folder=tmp_path).returncode == 0
    assert reports(mixed) == reports(tmp_path / "1")


def test_results_as_data_follow_the_schema(mixed: Path) -> None:
    for words in (["."], ["check", "."]):
        shown = json.loads(run(*words, "--format", "json", folder=mixed).stdout)
        validate(shown, SCHEMA)
        states = [row["state"] for row in shown["workbooks"]]
        good = "made" if words == ["."] else "sound"
        assert states == ["unreadable", good, good, "errors"]
        assert shown["summary"][good] == 2
        assert shown["workbooks"][3]["findings"]


def test_results_as_a_table_have_a_row_for_each_workbook_or_each_finding(mixed: Path) -> None:
    made = list(csv.DictReader(io.StringIO(run(".", "--format", "csv", folder=mixed).stdout.decode())))
    assert next((row["workbook"], row["state"]) for row in made) == ("./broken.xlsx", "unreadable")
    assert len(made) == 4
    found = list(csv.DictReader(io.StringIO(run("check", ".", "--format", "csv", folder=mixed).stdout.decode())))
    mistakes = [row for row in found if row["workbook"].endswith("mistakes-2023.xlsx")]
    assert len(mistakes) == int(mistakes[0]["errors"]) + int(mistakes[0]["warnings"])
    assert [row["code"] for row in found if row["state"] == "unreadable"] == [""]


def test_two_workbooks_of_one_report_are_refused_before_the_start(units: Path, tmp_path: Path) -> None:
    for name, source in (("a.xlsx", "00.xlsx"), ("b.xlsx", "01.xlsx"), ("c.xlsx", "00.xlsx")):
        (tmp_path / name).write_bytes((units / source).read_bytes())
    done = run("a.xlsx", "b.xlsx", "c.xlsx", "--format", "json", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "a.xlsx and c.xlsx" in done.stderr.decode()
    assert not reports(tmp_path)
    assert run("check", ".", folder=tmp_path).returncode == 0


def test_reports_in_different_folders_may_have_one_name(units: Path, tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.xlsx").write_bytes((units / "00.xlsx").read_bytes())
    assert run("x", "y", folder=tmp_path).returncode == 0
    assert reports(tmp_path / "x") == reports(tmp_path / "y")
    assert run("x", "y", "-o", "out", folder=tmp_path).returncode == 2
    assert not (tmp_path / "out").exists()


def test_a_report_that_cannot_be_written_is_told_and_the_rest_is_made(units: Path, tmp_path: Path) -> None:
    (tmp_path / f"第3局{SUFFIX}").mkdir()
    done = run(units, "-o", tmp_path, folder=tmp_path)
    assert done.returncode == 3
    assert "could not be written: 1" in done.stderr.decode()
    assert len([path for path in tmp_path.glob("*.docx") if path.is_file()]) == 11


def test_what_has_not_changed_is_not_made_again(units: Path, tmp_path: Path) -> None:
    def states(*words: str) -> list[str]:
        done = run(tmp_path / "in", "-o", "out", "--skip-unchanged", "--format", "json", *words, folder=tmp_path)
        return [row["state"] for row in json.loads(done.stdout)["workbooks"]]

    (tmp_path / "in").mkdir()
    for name in ("00.xlsx", "01.xlsx", "02.xlsx"):
        (tmp_path / "in" / name).write_bytes((units / name).read_bytes())
    assert states() == ["made", "made", "made"]
    assert states() == ["unchanged", "unchanged", "unchanged"]
    (tmp_path / "out" / f"第0局{SUFFIX}").unlink()
    (tmp_path / "in" / "01.xlsx").write_bytes(sound_workbook("别的局"))
    assert states() == ["made", "made", "unchanged"]
    assert states("--thorough") == ["made", "made", "made"]
    (tmp_path / "out" / ".make-report.json").write_bytes(b"[{]")
    assert states() == ["made", "made", "made"]


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["a.xlsx", "b.xlsx", "-o", "r.docx"],
        ["in", "--jobs", "0"],
        ["in", "--format", "html"],
        ["in", "-o", "f"],
    ],
)
def test_a_wrong_call_is_told(words: list[str], tmp_path: Path, units: Path) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "f").touch()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xlsx").write_bytes((units / "00.xlsx").read_bytes())
    done = run(*words, folder=tmp_path)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def children(process: int) -> list[int]:
    shown = subprocess.run(["/bin/ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, check=False)  # noqa: S603 - our own program
    return [int(number) for number in shown.stdout.split()]


def start(*words: object) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "LANGUAGE": "en"}
    command = [sys.executable, "-m", "make_report.app", *map(str, words)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 - our own program


def wait_for(folder: Path, count: int) -> None:
    deadline = time.monotonic() + 60
    while len(reports(folder)) < count:
        assert time.monotonic() < deadline
        time.sleep(0.001)


def workers_of(process: int) -> list[int]:
    """Return the workers of a batch as soon as they are there: later they may have done all."""
    deadline = time.monotonic() + 60
    while len(found := children(process)) < WORKERS:
        assert time.monotonic() < deadline
    return found


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with so many sound workbooks that a batch can be met at work."""
    folder = tmp_path_factory.mktemp("many")
    name = b"Unit0000"
    parts = read_parts(sound_workbook(f"{name.decode()}局"))
    for number in range(MANY):
        own = {part: content.replace(name, b"Unit%04d" % number) for part, content in parts.items()}
        (folder / f"{number:04}.xlsx").write_bytes(write_parts(own))
    return folder


def test_a_worker_killed_in_mid_run_is_replaced_and_nothing_is_lost(many: Path, tmp_path: Path) -> None:
    with start(many, "-o", tmp_path, "--jobs", WORKERS) as running:
        workers = workers_of(running.pid)
        wait_for(tmp_path, 1)
        os.kill(workers[0], signal.SIGKILL)
        running.communicate(timeout=60)
    assert running.returncode == 0
    assert len(reports(tmp_path)) == MANY


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_leaves_whole_files_and_says_how_far_it_came(
    number: signal.Signals, many: Path, tmp_path: Path
) -> None:
    with start(many, "-o", tmp_path, "--jobs", WORKERS, "--format", "json") as running:
        workers = workers_of(running.pid)
        wait_for(tmp_path, 1)
        running.send_signal(number)
        stdout, stderr = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Stopped after" in stderr
    summary = json.loads(stdout)["summary"]
    assert summary["stopped"]
    assert summary["made"] in (len(reports(tmp_path)), len(reports(tmp_path)) - 1)
    assert all(content.startswith(b"PK") and b"PK\x05\x06" in content for content in reports(tmp_path).values())
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


def on_terminal(*words: object, stdout: bool, stderr: bool) -> tuple[bytes, bytes]:
    """Return what a terminal shows that takes these streams, and what went into pipes instead."""
    terminal, end = os.openpty()
    shown = b""
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "make_report.app", *map(str, words)],
        env={**os.environ, "LANGUAGE": "en", "TERM": "xterm"},
        stdout=end if stdout else subprocess.PIPE,
        stderr=end if stderr else subprocess.PIPE,
    ) as running:
        os.close(end)
        with suppress(OSError):
            while piece := os.read(terminal, 65536):
                shown += piece
        piped = b"".join(filter(None, running.communicate()))
    os.close(terminal)
    assert running.returncode == 0
    return shown, piped


@pytest.mark.parametrize(("stdout", "stderr"), [(True, True), (True, False), (False, True)])
def test_a_terminal_shows_a_bar_and_lines_in_colour_and_a_pipe_takes_plain_ones(
    *, stdout: bool, stderr: bool, units: Path, tmp_path: Path
) -> None:
    shown, piped = on_terminal(units, "-o", tmp_path, stdout=stdout, stderr=stderr)
    assert b"\x1b" not in piped
    assert (shown + piped).count(b".docx") == 12
    assert (b"12/12" in shown) == stderr
    assert (b"\x1b[3" in shown) or not stdout
