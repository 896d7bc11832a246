"""A file is put in place whole or not at all, whatever system call fails, and what stood there is kept."""

import os
import threading
import time
from pathlib import Path

import pytest

from make_report import atomic
from make_report.atomic import put_in_place
from make_report.errors import FileError
from make_report.files import write_file
from tests.faults import DAMAGED, DISK_FULL, PROTECTED, READ_ONLY, Faults

NEW, OLD, OLDER = b"new" * 1000, b"old", b"older"
TARGET, KEPT, KEPT_TOO = "r.docx", "r（旧1）.docx", "r（旧2）.docx"
MOST_CALLS = 30


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("before", [{}, {TARGET: OLD}, {TARGET: OLD, KEPT: OLDER}], ids=len)
@pytest.mark.parametrize("with_links", [True, False])
@pytest.mark.parametrize("lasting", [True, False])
@pytest.mark.parametrize("number", [DISK_FULL, READ_ONLY])
def test_whatever_call_fails_all_is_new_or_all_is_old(
    before: dict[str, bytes], tmp_path: Path, number: int, *, with_links: bool, lasting: bool
) -> None:
    after = {**before, TARGET: NEW}
    if TARGET in before:
        after[KEPT_TOO if KEPT in before else KEPT] = OLD
    outcomes: set[str] = set()
    for failing in range(MOST_CALLS):
        folder = tmp_path / str(failing)
        folder.mkdir()
        for name, content in before.items():
            (folder / name).write_bytes(content)
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch)
            faults.failing = lambda count, name, at=failing: (
                number
                if count == at or (lasting and count > at)
                else PROTECTED
                if name == "link" and not with_links
                else 0
            )
            try:
                write_file(folder / TARGET, NEW, "en", "zh-CN")
            except FileError as error:
                assert str(error).count("\n") == 0  # noqa: PT017 - some calls may fail without harm
                outcomes.add("nothing")
                assert contents(folder) == before
            else:
                outcomes.add("all")
                assert contents(folder) == after
    assert outcomes == {"all", "nothing"}


def test_after_a_kill_between_the_two_names_the_old_one_is_used_again(tmp_path: Path) -> None:
    target = tmp_path / TARGET
    target.write_bytes(OLD)
    os.link(target, tmp_path / KEPT)
    write_file(target, NEW, "en", "zh-CN")
    assert contents(tmp_path) == {TARGET: NEW, KEPT: OLD}


def test_a_file_that_is_never_edited_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / TARGET).write_bytes(OLD)
    write_file(tmp_path / TARGET, NEW, "en", None)
    assert contents(tmp_path) == {TARGET: NEW}


def test_of_many_runs_at_once_none_loses_what_another_wrote(tmp_path: Path) -> None:
    written = [str(number).encode() for number in range(8)]
    runs = [threading.Thread(target=write_file, args=(tmp_path / TARGET, one, "en", "zh-CN")) for one in written]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert sorted(contents(tmp_path).values()) == written


def test_a_folder_that_another_run_never_leaves_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "_LONGEST_WAIT", 0)
    (tmp_path / TARGET).write_bytes(OLD)
    with atomic.alone_in(tmp_path), pytest.raises(FileError):
        write_file(tmp_path / TARGET, NEW, "en", "zh-CN")
    assert contents(tmp_path) == {TARGET: OLD}


def test_what_killed_runs_left_long_ago_is_removed(tmp_path: Path) -> None:
    old, fresh, other = (tmp_path / f".make-report-{name}.tmp" for name in ("0" * 16, "1" * 16, "mine"))
    for path in (old, fresh, other):
        path.write_bytes(b"")
    for path in (old, other):
        os.utime(path, (time.time(), time.time() - 7200))
    put_in_place(tmp_path / TARGET, NEW, None)
    assert sorted(contents(tmp_path)) == sorted([fresh.name, other.name, TARGET])


def test_a_copy_on_a_drive_without_links_keeps_its_time(tmp_path: Path) -> None:
    target = tmp_path / TARGET
    target.write_bytes(OLD)
    os.utime(target, (1_000_000_000, 1_000_000_000))
    with pytest.MonkeyPatch.context() as patch:
        Faults(patch).failing = lambda _count, name: DAMAGED if name == "link" else 0
        write_file(target, NEW, "en", "zh-CN")
    assert (tmp_path / KEPT).stat().st_mtime == 1_000_000_000
