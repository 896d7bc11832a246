"""Which workbooks are meant: each once, in order, without what is no workbook or is made from one."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
import typer

from make_report.many import OTHER_COMMANDS, WITH_VALUE, asks_for_many
from make_report.office.inputs import inputs_of

if TYPE_CHECKING:
    import click


def meant(folder: Path, *words: str) -> list[str]:
    return [Path(file).name for file in inputs_of([str(folder / word) for word in words], "en").workbooks]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.xlsx", "a.XLSX", "c.docx", "~$b.xlsx", "._b.xlsx", "b（已标注）.xlsx", "b (marked) (old 2).xlsx"):
        (tmp_path / name).touch()
    (tmp_path / "z（已标注）.xlsx").touch()
    (tmp_path / "unit").mkdir()
    (tmp_path / "unit" / "d.xlsx").touch()
    (tmp_path / "folder.xlsx").mkdir()
    return tmp_path


def test_a_folder_means_its_workbooks_and_says_what_it_leaves_out(folder: Path) -> None:
    inputs = inputs_of([str(folder)], "en")
    assert [Path(file).name for file in inputs.workbooks] == ["a.XLSX", "b.xlsx", "z（已标注）.xlsx"]
    assert [note.split(":")[1].split(".")[0].strip() for note in inputs.notes] == ["2", "2", "2"]


def test_a_link_that_leads_in_a_circle_stops_no_other_workbook(folder: Path) -> None:
    (folder / "circle.xlsx").symlink_to(folder / "circle.xlsx")
    assert meant(folder, ".") == ["a.XLSX", "b.xlsx", "circle.xlsx", "z（已标注）.xlsx"]


def test_each_workbook_is_meant_once_in_the_order_of_the_words(folder: Path) -> None:
    assert meant(folder, "b.xlsx", "a.XLSX", "b.xlsx", "unit/../b.xlsx", ".") == [
        "b.xlsx",
        "a.XLSX",
        "z（已标注）.xlsx",
    ]


def test_a_pattern_that_no_shell_resolved_is_resolved(folder: Path) -> None:
    assert meant(folder, "*.xlsx") == ["b.xlsx", "folder.xlsx", "z（已标注）.xlsx"]
    assert meant(folder, "no*.xlsx", "missing.xlsx") == ["no*.xlsx", "missing.xlsx"]


def test_a_marked_copy_alone_is_a_workbook(folder: Path) -> None:
    assert meant(folder, "b（已标注）.xlsx") == ["b（已标注）.xlsx"]


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("", False),
        ("a.xlsx", False),
        ("a.xlsx -o b.docx --last-year c.xlsx --mark", False),
        ("-o b.docx a.xlsx", False),
        ("-o unit a.xlsx", False),
        ("check a.xlsx --format json", False),
        ("check a.xlsx", False),
        ("data unit", False),
        ("new -o a.xlsx --from b.xlsx", False),
        ("forms draft unit", False),
        ("--help", False),
        ("a.xlsx b.xlsx", True),
        ("unit", True),
        ("unit -o out", True),
        ("*.xlsx", True),
        ("check unit", True),
        ("check a.xlsx b.xlsx", True),
        ("check a.xlsx --format csv", True),
        ("check --format=csv a.xlsx", True),
        ("a.xlsx --format json", True),
        ("a.xlsx --jobs 2", True),
        ("a.xlsx --skip-unchanged", True),
        ("-- a.xlsx b.xlsx", True),
    ],
)
def test_a_call_about_many_is_told_from_its_words(
    words: str, *, many: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert asks_for_many(words.split()) == many


def test_the_words_that_are_told_are_those_of_the_commands() -> None:
    from make_report.app_commands import app  # noqa: PLC0415 - the app binds the locale
    from make_report.app_office import office_app  # noqa: PLC0415 - the same
    from make_report.options import DEFAULT_COMMAND  # noqa: PLC0415 - the same

    groups = [cast("click.Group", typer.main.get_command(one)) for one in (app, office_app)]
    assert set(groups[0].commands) - {DEFAULT_COMMAND, "check"} == OTHER_COMMANDS
    for group in groups:
        for name in (DEFAULT_COMMAND, "check"):
            taking = [option for option in group.commands[name].params if not getattr(option, "is_flag", True)]
            assert {word for option in taking for word in option.opts if word.startswith("-")} <= WITH_VALUE
