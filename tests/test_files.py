"""Files are written whole or not at all, and what stood there is kept."""

from pathlib import Path

import pytest

from make_report.errors import FileError
from make_report.files import check_target, read_file, read_text, safe_name, write_file


def write(target: Path, content: bytes) -> list[str]:
    write_file(target, content, "en", "zh-CN")
    return sorted(path.name for path in target.parent.iterdir())


def test_a_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    assert write(tmp_path / "报告.docx", b"new") == ["报告.docx"]
    assert (tmp_path / "报告.docx").read_bytes() == b"new"


def test_an_old_file_is_kept_under_a_free_name(tmp_path: Path) -> None:
    target = tmp_path / "报告.docx"
    write(target, b"first")
    write(target, b"second")
    assert write(target, b"third") == ["报告.docx", "报告（旧1）.docx", "报告（旧2）.docx"]
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"third", b"first", b"second"]


def test_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    target = tmp_path / "r.docx"
    write(target, b"same")
    before = target.stat().st_mtime_ns
    assert write_file(target, b"same", "en", "en").unchanged
    assert target.stat().st_mtime_ns == before


def test_targets_that_cannot_be_meant_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "book.xlsx"
    source.write_bytes(b"book")
    for target in (source, tmp_path, tmp_path / "missing" / "r.docx"):
        with pytest.raises(FileError):
            check_target(target, source, "en")
    check_target(tmp_path / "r.docx", source, "en")


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("某某局2025年报告", "某某局2025年报告.docx"),
        ('a/b\\c:d*e?f"g<h>i|j\n', "a_b_c_d_e_f_g_h_i_j_.docx"),
        ("con", "_con.docx"),
        ("COM¹.x", "_COM¹.x.docx"),
        ("conout$", "_conout$.docx"),
        ("aux .局", "_aux .局.docx"),
        ("../../etc/passwd", "_.._etc_passwd.docx"),
        ("~$局", "局.docx"),
        (".hidden", "hidden.docx"),
        ("局\u202etxt.\u2028\ud800", "局_txt.__.docx"),
        (" . ", "report.docx"),
        ("局. ", "局.docx"),
    ],
)
def test_names_are_made_safe(stem: str, name: str) -> None:
    assert safe_name(stem, ".docx") == name


def test_a_long_name_is_cut_to_what_file_systems_allow() -> None:
    name = safe_name("局" * 300, ".docx")
    assert len(name.encode()) <= 240
    assert name.endswith("局.docx")


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "gbk.json").write_bytes("局".encode("gbk"))
    for path in (tmp_path / "missing.xlsx", tmp_path):
        with pytest.raises(FileError):
            read_file(path, "en")
    with pytest.raises(FileError):
        read_text(tmp_path / "gbk.json", "en")
