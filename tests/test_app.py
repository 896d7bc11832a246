"""The command line as a user meets it: words in, files and exit codes out, never a traceback."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from make_report.app import plain_batch, plain_call
from tests.conftest import REPOSITORY

EXAMPLES = REPOSITORY / "input_examples"
PINGTAN = EXAMPLES / "pingtan-2023.json"


def run(
    *words: object, folder: Path, language: str = "en_GB.UTF-8", encoding: str = "utf-8"
) -> subprocess.CompletedProcess[bytes]:
    environment = {
        name: value for name, value in os.environ.items() if name not in {"LANGUAGE", "LC_ALL", "LC_MESSAGES"}
    }
    environment |= {"LANG": language, "PYTHONIOENCODING": encoding, "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "make_report.app", *map(str, words)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)  # noqa: S603 - our own program


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A correct workbook in a folder of its own, with a space and Chinese in its path."""
    folder = tmp_path_factory.mktemp("年报 2023")
    done = run("new", "--data", PINGTAN, "-o", "平潭 2023.xlsx", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder / "平潭 2023.xlsx"


def test_the_report_is_written_beside_the_workbook_under_its_official_name(filled: Path, tmp_path: Path) -> None:
    workbook = tmp_path / filled.name
    workbook.write_bytes(filled.read_bytes())
    done = run(workbook, folder=REPOSITORY)
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["平潭 2023.xlsx", "平潭综合实验区2023年政府信息公开工作年度报告.docx"]
    assert workbook.read_bytes() == filled.read_bytes()


def test_the_same_workbook_gives_the_same_bytes(filled: Path, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        assert run("-o", tmp_path / name, filled, folder=tmp_path).returncode == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert run("new", "--data", PINGTAN, "-o", tmp_path / "again.xlsx", folder=tmp_path).returncode == 0
    assert (tmp_path / "again.xlsx").read_bytes() == filled.read_bytes()


def test_data_gives_back_what_was_put_in(filled: Path) -> None:
    done = run("data", filled, folder=filled.parent)
    assert done.returncode == 0
    assert json.loads(done.stdout) == json.loads(PINGTAN.read_text("utf-8"))
    assert not done.stderr


def test_a_workbook_with_errors_gives_no_report_and_keeps_the_old_one(tmp_path: Path) -> None:
    given = json.loads(PINGTAN.read_text("utf-8"))
    given["requests"]["received"]["natural_person"] += 1
    (tmp_path / "wrong.json").write_text(json.dumps(given), "utf-8")
    assert run("new", "--data", "wrong.json", "-o", "wrong.xlsx", folder=tmp_path).returncode == 0
    (tmp_path / "report.docx").write_bytes(b"the old report")
    before = sorted(path.name for path in tmp_path.iterdir())
    done = run("wrong.xlsx", "-o", "report.docx", folder=tmp_path)
    assert done.returncode == 1
    assert "[A03]" in done.stderr.decode()
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "report.docx").read_bytes() == b"the old report"


def test_check_writes_nothing_and_gives_findings_as_data(tmp_path: Path) -> None:
    data = EXAMPLES / "typical-mistakes-2023.json"
    assert run("new", "--data", data, "-o", "m.xlsx", folder=tmp_path).returncode == 0
    done = run("check", "m.xlsx", "--json", folder=tmp_path)
    assert done.returncode == 1
    shown = json.loads(done.stdout)
    assert {"code", "severity", "sheet", "cell", "message", "remedy", "operands"} <= set(shown["findings"][0])
    assert not done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["m.xlsx"]


def test_findings_go_to_a_page_to_mail(tmp_path: Path) -> None:
    data = EXAMPLES / "typical-mistakes-2023.json"
    assert run("new", "--data", data, "-o", "m.xlsx", folder=tmp_path).returncode == 0
    to_file = run("check", "m.xlsx", "--format", "html", "-o", "m.html", folder=tmp_path)
    to_stdout = run("check", "m.xlsx", "--format", "html", folder=tmp_path)
    assert (to_file.returncode, to_stdout.returncode) == (1, 1)
    assert (tmp_path / "m.html").read_bytes() == to_stdout.stdout.replace(os.linesep.encode(), b"\n")
    assert "还不能公开" in to_file.stderr.decode()
    before = (tmp_path / "m.xlsx").read_bytes()
    assert run("check", "m.xlsx", "--format", "html", "-o", "m.xlsx", folder=tmp_path).returncode == 3
    assert (tmp_path / "m.xlsx").read_bytes() == before


def test_a_marked_copy_is_written_beside_the_workbook_and_replaced(tmp_path: Path) -> None:
    data = EXAMPLES / "typical-mistakes-2023.json"
    assert run("new", "--data", data, "-o", "m.xlsx", folder=tmp_path).returncode == 0
    original = (tmp_path / "m.xlsx").read_bytes()
    shown = run("check", "m.xlsx", "--json", "--mark", folder=tmp_path)
    assert shown.returncode == 1
    copy = tmp_path / "m（已标注）.xlsx"
    marked = copy.read_bytes()
    for name in ("m.xlsx", copy.name):
        done = run(name, "--mark", folder=tmp_path)
        assert done.returncode == 1
        assert "up to date" in done.stderr.decode()
    again = run("check", copy.name, "--json", folder=tmp_path)
    assert json.loads(again.stdout)["findings"] == json.loads(shown.stdout)["findings"]
    assert (tmp_path / "m.xlsx").read_bytes() == original
    assert copy.read_bytes() == marked
    assert {path.name for path in tmp_path.iterdir()} == {"m.xlsx", copy.name}


def test_the_main_command_writes_a_marked_copy_too(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "m.xlsx").write_bytes(filled.read_bytes())
    done = run("m.xlsx", "-o", "r.docx", "--mark", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"m.xlsx", "r.docx", "m（已标注）.xlsx"}
    assert (tmp_path / "m.xlsx").read_bytes() == filled.read_bytes()


def test_what_no_rule_guards_is_listed(tmp_path: Path) -> None:
    done = run("forms", "coverage", "zfxxgk-2021", folder=tmp_path, language="zh_CN.UTF-8")
    assert done.returncode == 0, done.stderr
    said = done.stdout.decode()
    assert "表四" in said or "四、" in said
    assert "requests.received" not in said


def test_what_was_corrected_in_a_marked_copy_is_not_lost(filled: Path, tmp_path: Path) -> None:
    data = EXAMPLES / "typical-mistakes-2023.json"
    copy = tmp_path / "m（已标注）.xlsx"
    assert run("new", "--data", data, "-o", "m.xlsx", folder=tmp_path).returncode == 0
    copy.write_bytes(filled.read_bytes())
    assert run("check", "m.xlsx", "--mark", folder=tmp_path).returncode == 1
    assert (tmp_path / "m（已标注）（旧1）.xlsx").read_bytes() == filled.read_bytes()


def test_without_findings_there_is_nothing_to_mark(tmp_path: Path) -> None:
    (tmp_path / "sound.xlsx").write_bytes((EXAMPLES / "no-applications-2024.xlsx").read_bytes())
    done = run("check", "sound.xlsx", "--mark", folder=tmp_path)
    assert done.returncode == 0
    assert "nothing to mark" in done.stderr.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["sound.xlsx"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 2),
        (["--no-such-option"], 2),
        (["check"], 2),
        (["new"], 2),
        (["new", "--year", "abc"], 2),
        (["new", "--year", "1999"], 2),
        (["new", "--form", "zfxxgk"], 2),
        (["new", "--data", "{}"], 3),
        (["missing.xlsx"], 3),
        (["."], 3),
        (["check", "text.xlsx"], 3),
        (["book.xlsx", "--templates", "nowhere"], 2),
        (["forms", "draft", "."], 3),
        (["--help"], 0),
        (["--version"], 0),
        (["forms"], 0),
        (["forms", "checks"], 0),
        (["forms", "checks", "nowhere"], 2),
        (["forms", "coverage", "nowhere"], 2),
        (["check", "book.xlsx", "--format", "pdf"], 2),
    ],
)
@pytest.mark.parametrize("language", ["en_GB.UTF-8", "zh_CN.UTF-8"])
def test_every_call_ends_with_its_code_and_without_a_traceback(
    words: list[str], code: int, language: str, tmp_path: Path
) -> None:
    (tmp_path / "text.xlsx").write_text("no workbook", "utf-8")
    (tmp_path / "book.xlsx").write_bytes((REPOSITORY / "templates" / "zfxxgk-2021" / "blank.xlsx").read_bytes())
    done = run(*words, folder=tmp_path, language=language)
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"make-report itself" not in done.stderr
    assert done.stdout or done.stderr


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1"])
def test_no_console_stops_a_run(encoding: str, filled: Path, tmp_path: Path) -> None:
    done = run(filled, "-o", tmp_path / "r.docx", folder=tmp_path, language="zh_CN.GBK", encoding=encoding)
    assert done.returncode == 0
    assert (tmp_path / "r.docx").is_file()


def test_help_fits_a_screen_and_speaks_the_users_language(tmp_path: Path) -> None:
    for language, word in (("zh_CN.UTF-8", "用法"), ("en_GB.UTF-8", "Usage")):
        shown = run("--help", folder=tmp_path, language=language).stdout.decode()
        assert word in shown
        assert len(shown.splitlines()) <= 24
        assert max(map(len, shown.splitlines())) <= 80
        assert "\x1b" not in shown


def test_an_existing_report_is_kept_and_said(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "r.docx").write_bytes(b"edited by hand")
    done = run(filled, "-o", tmp_path / "r.docx", folder=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "r（旧1）.docx").read_bytes() == b"edited by hand"
    assert "r（旧1）.docx" in done.stdout.decode()
    again = run(filled, "-o", tmp_path / "r.docx", folder=tmp_path)
    assert again.returncode == 0
    assert len(list(tmp_path.iterdir())) == 2


def test_the_workbook_itself_is_no_target(filled: Path) -> None:
    before = filled.read_bytes()
    assert run(filled, "-o", filled, folder=filled.parent).returncode == 3
    assert filled.read_bytes() == before


def test_a_blank_workbook_is_made_for_the_year(tmp_path: Path) -> None:
    for year, form in ((2020, "zfxxgk-2019"), (2025, "zfxxgk-2021")):
        assert run("new", "--year", year, "--org", "某某局", folder=tmp_path).returncode == 0
        given = json.loads(run("data", f"某某局{year}.xlsx", folder=tmp_path).stdout)
        assert given == {"form": form, "year": year, "org": "某某局"}


def test_nobody_reading_on_is_no_failure(filled: Path) -> None:
    command = f"'{sys.executable}' -m make_report.app data '{filled.name}' | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", command], cwd=filled.parent, capture_output=True, check=False)  # noqa: S603 - our own program
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{\n", b"")


def test_optional_rules_are_asked_for_with_thorough(tmp_path: Path) -> None:
    data = json.loads(PINGTAN.read_text("utf-8"))
    data["overview"].append("全年收到政府信息公开申请80余件。")
    (tmp_path / "data.json").write_text(json.dumps(data), "utf-8")
    assert run("new", "--data", "data.json", "-o", "m.xlsx", folder=tmp_path).returncode == 0
    for words, expected in ((["m.xlsx"], False), (["m.xlsx", "--thorough"], True)):
        found = json.loads(run("check", *words, "--json", folder=tmp_path).stdout)["findings"]
        assert ("T10" in {finding["code"] for finding in found}) == expected


@pytest.mark.parametrize("example", ["pingtan-2023.xlsx", "typical-mistakes-2023.xlsx", "README.md"])
def test_a_plain_call_and_its_long_form_say_and_write_the_same(example: str, tmp_path: Path) -> None:
    """The plain call passes typer by (app.plain_call)."""
    said: list[tuple[int, bytes, bytes]] = []
    for words in ((EXAMPLES / example, "-o", "report.docx"), ("make", EXAMPLES / example, "--output", "report.docx")):
        done = run(*words, folder=tmp_path)
        target = tmp_path / "report.docx"
        said.append((done.returncode, done.stdout + done.stderr, target.read_bytes() if target.exists() else b""))
        target.unlink(missing_ok=True)
    assert said[0] == said[1]
    checked = [run(*words, EXAMPLES / example, folder=tmp_path) for words in (["check"], ["check", "--format", "text"])]
    assert (checked[0].returncode, checked[0].stderr) == (checked[1].returncode, checked[1].stderr)
    assert said[0][0] == {"pingtan-2023.xlsx": 0, "typical-mistakes-2023.xlsx": 1, "README.md": 3}[example]


@pytest.mark.parametrize(
    ("words", "call"),
    [
        (["a.xlsx"], ("make", Path("a.xlsx"), None)),
        (["a.XLSX", "-o", "b.docx"], ("make", Path("a.XLSX"), Path("b.docx"))),
        (["-o", "b.docx", "a.xlsx"], ("make", Path("a.xlsx"), Path("b.docx"))),
        (["check", "a.xlsx"], ("check", Path("a.xlsx"), None)),
        (["check", "--mark", "a.xlsx"], None),
        (["a.xlsx", "b.xlsx"], None),
        (["a.xlsx", "-o", "--mark"], None),
        (["--help"], None),
        (["a.xlsx", "-o", ""], None),
        ([], None),
    ],
)
def test_a_plain_call_is_a_workbook_and_perhaps_where_its_report_goes(
    words: list[str], call: tuple[str, Path, Path | None] | None
) -> None:
    assert plain_call(words) == call


@pytest.mark.parametrize(
    ("words", "batch"),
    [
        (["a.xlsx", "b.xlsx"], ("make", ["a.xlsx", "b.xlsx"], None)),
        (["a", "-o", "b"], ("make", ["a"], Path("b"))),
        (["-o", "b", "a", "c"], ("make", ["a", "c"], Path("b"))),
        (["check", "a", "b"], ("check", ["a", "b"], None)),
        (["check", "a", "-o", "b"], None),
        (["make", "a", "b"], None),
        (["a", "-o", "b", "-o", "c"], None),
        (["a", "-o"], None),
        (["-o", "b"], None),
        (["a", "--jobs", "2"], None),
        (["a", ""], None),
        ([], None),
    ],
)
def test_a_plain_batch_is_workbooks_and_perhaps_where_their_reports_go(
    words: list[str], batch: tuple[str, list[str], Path | None] | None
) -> None:
    assert plain_batch(words) == batch


@pytest.mark.parametrize("words", [["."], [".", "-o", "out"], ["no.xlsx", "new.xlsx"], ["check", "."]])
def test_a_plain_batch_and_its_long_form_say_and_write_the_same(words: list[str], tmp_path: Path) -> None:
    """The plain batch passes typer by (app.plain_batch)."""
    said: list[tuple[object, ...]] = []
    long = [*words, "--format", "text"] if words[0] == "check" else ["make", *words]
    for number, form in enumerate((words, long)):
        folder = tmp_path / str(number)
        folder.mkdir()
        for example in ("pingtan-2023", "typical-mistakes-2023"):
            shutil.copy(EXAMPLES / f"{example}.xlsx", folder)
        done = run(*form, folder=folder)
        written = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.docx")}
        said.append((done.returncode, done.stdout, done.stderr, written))
    assert said[0] == said[1]
    assert said[0][0] == (3 if "no.xlsx" in words else 1)
