"""What is named with -o, or stands there already: a sentence when it cannot be meant, and nothing is lost."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from make_report import app
from make_report.form.layout import layout_of
from make_report.form.load import load_form
from make_report.reasons import reason_of
from tests.conftest import REPOSITORY, TEMPLATES
from tests.faults import DAMAGED, DISK_FULL, PROTECTED, READ_ONLY, Faults
from tests.filings import SENTENCE
from tests.trials import sheet_parts, typed
from tests.workbook.editing import sound_workbook

EXAMPLE = REPOSITORY / "input_examples" / "pingtan-2023.xlsx"
WITH_FINDINGS = REPOSITORY / "input_examples" / "typical-mistakes-2023.xlsx"
OLD = b"old"


def run(*words: object) -> int:
    return app.run([*map(str, words)])


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLE, tmp_path / "book.xlsx"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "an old report.docx"
    path.write_bytes(OLD)
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def refused(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    """Return the last line said by a run that is refused."""
    capsys.readouterr()
    assert run(*words) == 3
    said = capsys.readouterr().err
    assert "make-report itself" not in said
    return said.splitlines()[-1]


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("make_report.app_work.LANGUAGE", "en")


LOCKS = ("~$ old report.docx", "~$an old report.docx", ".~an old report.docx", ".~lock.an old report.docx#")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_report_that_is_open_is_left_alone(
    lock: str, book: Path, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old.parent / lock).write_bytes(b"")
    before = contents(book.parent)
    assert lock in refused(capsys, book, "-o", old)
    assert contents(book.parent) == before


@pytest.mark.parametrize(("name", "lock"), [("abcdef.docx", "~$abcdef.docx"), ("abcdefg.docx", "~$bcdefg.docx")])
def test_word_writes_over_the_start_of_a_long_name(
    name: str, lock: str, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book.parent / name).write_bytes(OLD)
    (book.parent / lock).write_bytes(b"")
    assert lock in refused(capsys, book, "-o", book.parent / name)


def test_a_lock_of_another_report_stops_nothing(book: Path, old: Path) -> None:
    (old.parent / "~$other.docx").write_bytes(b"")
    assert run(book, "-o", old) == 0


def test_a_write_protected_report_is_left_alone(book: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old.chmod(0o444)
    before = contents(book.parent)
    refused(capsys, book, "-o", old)
    assert contents(book.parent) == before


def _device(_: Path) -> Path:
    return Path(os.devnull)


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.docx")
    return folder / "pipe.docx"


def _folder(folder: Path) -> Path:
    (folder / "f.docx").mkdir()
    return folder / "f.docx"


def _circle(folder: Path) -> Path:
    (folder / "circle.docx").symlink_to(folder / "circle.docx")
    return folder / "circle.docx"


def _nowhere(folder: Path) -> Path:
    (folder / "lost.docx").symlink_to(folder / "missing" / "r.docx")
    return folder / "lost.docx"


def _long(folder: Path) -> Path:
    return folder / f"{'a' * 300}.docx"


def _in_a_file(folder: Path) -> Path:
    return folder / "book.xlsx" / "r.docx"


def _workbook(folder: Path) -> Path:
    (folder / "link.docx").symlink_to(folder / "book.xlsx")
    return folder / "link.docx"


def _workbook_by_another_name(folder: Path) -> Path:
    os.link(folder / "book.xlsx", folder / "twin.docx")
    return folder / "twin.docx"


TARGETS = (
    *(_device, _pipe, _folder, _circle, _nowhere, _long),
    *(_in_a_file, _workbook, _workbook_by_another_name),
)


@pytest.mark.parametrize("made", TARGETS, ids=lambda made: made.__name__.strip("_"))
def test_a_target_that_cannot_be_meant_is_refused(
    made: Callable[[Path], Path], book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = made(book.parent)
    before = contents(book.parent)
    refused(capsys, book, "-o", target)
    refused(capsys, "check", book, "-o", target)
    assert contents(book.parent) == before
    assert not Path(os.devnull).is_file()


def test_a_name_of_another_kind_of_file_is_refused(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(book.parent)
    assert "r.docx" in refused(capsys, book, "-o", book.parent / "r.PDF")
    assert "n.xlsx" in refused(capsys, "new", "--year", "2024", "-o", book.parent / "n.xls")
    assert "n.xlsx" in refused(capsys, "new", "--from", book, "-o", book.parent / "n.docx")
    assert contents(book.parent) == before


def test_a_link_is_followed_and_stays(book: Path, old: Path) -> None:
    link = book.parent / "link.docx"
    link.symlink_to(old)
    assert run(book, "-o", link) == 0
    assert link.is_symlink()
    assert old.read_bytes() != OLD
    assert contents(book.parent)["an old report（旧1）.docx"] == OLD


@pytest.mark.parametrize("name", ["report.docx", "form.yaml"])
def test_a_form_is_not_overwritten(name: str, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forms = book.parent / "forms"
    shutil.copytree(TEMPLATES, forms)
    before = contents(forms / "zfxxgk-2021")
    refused(capsys, book, "-o", forms / "zfxxgk-2021" / name, "--templates", forms)
    assert contents(forms / "zfxxgk-2021") == before


def test_last_years_report_is_not_overwritten(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(shutil.copy(REPOSITORY / "input_examples" / "pingtan-2022.xlsx", book.parent / "before.xlsx"))
    content = before.read_bytes()
    refused(capsys, book, "--last-year", before, "-o", before)
    refused(capsys, "new", "--from", before, "-o", before)
    assert before.read_bytes() == content


@pytest.mark.parametrize("source", ["/dev/zero", "pipe.xlsx", "folder.xlsx", "a" * 300 + ".xlsx", "none.xlsx"])
def test_an_input_that_is_no_file_is_refused(source: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    for words in (
        # Of a folder all workbooks are looked at.
        *([] if source == "folder.xlsx" else [[tmp_path / source], ["check", tmp_path / source]]),
        ["data", tmp_path / source],
        ["new", "--from", tmp_path / source],
        ["new", "--data", tmp_path / source],
        [EXAMPLE, "--last-year", tmp_path / source, "-o", tmp_path / "r.docx"],
    ):
        refused(capsys, *words)
    assert not contents(tmp_path)


WRITERS = {
    "report": ("book.xlsx", "-o", "t"),
    "marked copy": ("check", "--mark", "bad.xlsx"),
    "new": ("new", "--form", "zfxxgk-2021", "--year", "2024", "-o", "t"),
    "findings": ("check", "bad.xlsx", "--json", "-o", "t"),
    "page": ("check", "bad.xlsx", "--format", "html", "-o", "t"),
}


FAILING = {"open": READ_ONLY, "write": DISK_FULL, "fsync": DAMAGED, "replace": PROTECTED}


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS.keys())
def test_what_cannot_be_written_is_said_and_nothing_is_lost(
    words: tuple[str, ...], book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(book.parent)
    shutil.copy(WITH_FINDINGS, "bad.xlsx")
    Path("t").write_bytes(OLD)
    Path("bad（已标注）.xlsx").write_bytes(WITH_FINDINGS.read_bytes())
    before = contents(Path())
    for failing, number in FAILING.items():
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch)
            faults.failing = lambda _count, name, failing=failing, number=number: number if name == failing else 0
            said = refused(capsys, *words)
        assert failing in faults.seen
        assert reason_of(OSError(number, os.strerror(number)), app.LANGUAGE) in said
        assert contents(Path()) == before


def test_a_plan_that_cannot_be_kept_does_not_matter(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forms, cache = book.parent / "forms", book.parent / "cache"
    shutil.copytree(TEMPLATES, forms)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    with pytest.MonkeyPatch.context() as patch:
        faults = Faults(patch)
        faults.failing = lambda _count, name: DISK_FULL if name == "write" and faults.seen.count("write") == 1 else 0
        assert run(book, "-o", book.parent / "r.docx", "--templates", forms) == 0
    assert "write" in faults.seen
    assert [path for path in cache.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    "unit", ["局" * 2_000, "../../a/b\\c:*?", "局\x00\ud800\u202e"], ids=["long", "path", "invisible"]
)
def test_any_name_of_a_unit_makes_a_name_of_a_file(unit: str, tmp_path: Path) -> None:
    form = load_form(TEMPLATES / "zfxxgk-2021")
    sound = sound_workbook(form, {"overview": (SENTENCE,), "problems": (SENTENCE,), "other_matters": (SENTENCE,)})
    place = layout_of(form).places["org"]
    (tmp_path / "book.xlsx").write_bytes(typed(sound, sheet_parts(sound), {place: unit}))
    assert run(tmp_path / "book.xlsx") == 0
    assert len([*tmp_path.glob("*.docx")]) == 1
    assert run("new", "--from", tmp_path / "book.xlsx", "-o", tmp_path / "next.xlsx") == 0
