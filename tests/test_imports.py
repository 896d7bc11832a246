"""What a command loads, module by module: nothing that only other commands need, for that is most of its time."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

EXAMPLE = REPOSITORY / "input_examples" / "pingtan-2023.xlsx"
RUN = """
import sys
before = set(sys.modules)
from make_report.app import run
try:
    code = run(sys.argv[1:])
except SystemExit as end:
    code = end.code
print(*set(sys.modules) - before, file=sys.stderr)
sys.exit(code)
"""
OURS = "make_report"
EDGE = {
    "make_report", "make_report.app", "make_report.bounded", "make_report.errors", "make_report.language",
    "make_report.many", "make_report.reasons", "make_report.record", "make_report.sentences", "make_report.streams",
}  # fmt: skip
"""What is loaded before it is known what to do, and all that --version takes."""
ROOMS = ("form", "workbook", "check", "document", "catalogue", "show", "office")
OF_TYPER = {"typer", "click", "annotated_doc", "shellingham"}
"""What typer is made of as long as it shows no colours; rich, on a terminal, costs as much again."""
EDGE_IMPORTS = (
    "bisect, collections, contextlib, enum, errno, functools, gc, pathlib, re, select, signal, struct, typing"
)
RUN_IMPORTS = f"{EDGE_IMPORTS}, datetime, decimal, fcntl, json, math, unicodedata, xml.parsers.expat, zlib"
"""What a workbook takes from the standard library to become a report: nothing else, and what these load themselves."""


@cache
def of_python_for(imports: str) -> set[str]:
    """Return the modules of the standard library that these imports load: they differ from version to version."""
    program = f"import sys; import {imports}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8")  # noqa: S603 - our own words
    return {*done.stdout.split()}


def loaded(*words: str) -> set[str]:
    """Return the modules that a command loads."""
    command = [sys.executable, "-c", RUN, *words]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")  # noqa: S603 - our own words
    assert done.returncode == 0, done.stderr
    return {*done.stderr.splitlines()[-1].split()}


def ours(modules: set[str]) -> set[str]:
    return {module for module in modules if module.partition(".")[0] == OURS}


def of_python(modules: set[str]) -> set[str]:
    return {module for module in modules if module.partition(".")[0] in sys.stdlib_module_names}


def of_others(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules} - sys.stdlib_module_names - {OURS, "__mp_main__"}


def test_the_version_takes_the_edge_alone() -> None:
    modules = loaded("--version")
    assert ours(modules) == EDGE
    assert of_others(modules) == set()
    assert of_python(modules) <= of_python_for(EDGE_IMPORTS)


@pytest.mark.parametrize(
    "words", [["--help"], ["check", "--help"], ["new", "--help"], ["forms", "--help"]], ids=" ".join
)
def test_help_takes_typer_and_no_room_whose_work_is_not_done(words: list[str]) -> None:
    modules = loaded(*words)
    assert of_others(modules) == OF_TYPER
    # The values that all speak of, the form's vocabulary and what findings are called are declared in these.
    assert {module.split(".")[1] for module in ours(modules) if "." in module} & {*ROOMS} <= {"form", "show"}
    assert len(ours(modules)) <= 47


def test_a_check_takes_no_library_and_what_it_needs_of_ours() -> None:
    modules = loaded("check", str(EXAMPLE))
    assert of_others(modules) == set()
    assert of_python(modules) <= of_python_for(RUN_IMPORTS)
    assert not {module for module in ours(modules) if module.startswith(("make_report.document", "make_report.office"))}
    assert len(ours(modules)) <= 144


def test_a_report_takes_no_library_and_what_it_needs_of_ours(tmp_path: Path) -> None:
    modules = loaded(str(EXAMPLE), "-o", str(tmp_path / "report.docx"))
    assert of_others(modules) == set()
    assert of_python(modules) <= of_python_for(RUN_IMPORTS)
    assert len(ours(modules)) <= 161


@pytest.mark.parametrize(("options", "others"), [([], set[str]()), (["--jobs", "2"], OF_TYPER)], ids=["plain", "jobs"])
def test_a_batch_takes_no_library_but_typer_for_its_options(
    options: list[str], others: set[str], tmp_path: Path
) -> None:
    modules = loaded(str(EXAMPLE), str(EXAMPLE.with_name("pingtan-2022.xlsx")), "-o", str(tmp_path), *options)
    assert of_others(modules) == others
    # Workers load what they need; what this process reads of a workbook is its name.
    assert not {module for module in ours(modules) if module.startswith("make_report.workbook.marking")} - {
        "make_report.workbook.marking", "make_report.workbook.marking.copy_name"
    }  # fmt: skip
