"""What is prepared so that a run starts fast: current, equal to what it was made from, and never believed blindly."""

import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from make_report.document.context import Context, context_of
from make_report.document.template import PLAN_FILE, filled_template, kept_plan, plan_file, plan_place, sound_plan
from make_report.form.load import load_form
from make_report.form.model import Form
from make_report.form.prepared import FORM_FILE, PREPARED_FILE, form_at, prepared_file, prepared_form
from tests.conftest import REPOSITORY, TEMPLATES
from tests.document.word import with_text
from tests.filings import filing

FOLDERS = sorted(path.parent for path in TEMPLATES.glob("*/form.yaml"))
named = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


@named
def test_the_prepared_form_is_current(folder: Path) -> None:
    form = load_form(folder)
    assert prepared_file(folder, form) == (folder / PREPARED_FILE).read_bytes(), "python .ci/prepare"
    assert prepared_form(folder) == form


@named
def test_the_plan_is_current(folder: Path) -> None:
    form, template = load_form(folder), (folder / "report.docx").read_bytes()
    plan = sound_plan(template, context_of(form, filing(form)), form.language)
    assert plan
    assert plan_file(template, plan) == (folder / PLAN_FILE).read_bytes(), "python .ci/prepare"


def test_a_form_that_was_changed_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    monkeypatch.setattr("make_report.form.prepared.shipped_templates", lambda: tmp_path / "templates")
    folder = tmp_path / "templates" / "zfxxgk-2021"
    assert prepared_form(folder) is not None
    for name in (FORM_FILE, "../common/dates.yaml"):
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(f"{text}# changed\n", "utf-8")
        assert prepared_form(folder) is None
        (folder / name).write_text(text, "utf-8")
    for damaged in (b"", b"{}", b"[]", b'{"files": {}, "form.yaml": {}}', (folder / PREPARED_FILE).read_bytes()[:-9]):
        (folder / PREPARED_FILE).write_bytes(damaged)
        assert prepared_form(folder) is None
        assert form_at(folder).form_id == "zfxxgk-2021"


def test_what_somebody_else_prepared_is_not_believed(tmp_path: Path) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    folder = tmp_path / "templates" / "zfxxgk-2021"
    assert prepared_form(folder) is None
    assert plan_place((folder / "report.docx").read_bytes(), folder).parent != folder


@pytest.mark.parametrize("damage", [None, b"", b"{}", b'{"template": 1, "plan": []}', b"[" * 100_000])
def test_the_plan_of_another_template_is_kept_in_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes | None
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    form = load_form(FOLDERS[0])
    template = with_text((FOLDERS[0] / "report.docx").read_bytes(), "一、总体情况", "甲")
    context = context_of(form, filing(form))
    first = texts(template, context, form, tmp_path)
    place = plan_place(template, tmp_path)
    assert kept_plan(place, template)
    if damage is not None:
        place.write_bytes(damage)
        assert kept_plan(place, template) is None
    assert texts(template, context, form, tmp_path) == first
    assert kept_plan(place, template)


def texts(template: bytes, context: Context, form: Form, folder: Path) -> dict[str, str]:
    filled = filled_template(template, context, form.language, folder).filled
    return {name: part.text for name, part in filled.items()}


def test_a_template_that_no_plan_can_fill_is_filled_by_docxtpl(tmp_path: Path) -> None:
    form = load_form(FOLDERS[0])
    template = with_text((FOLDERS[0] / "report.docx").read_bytes(), "{{ signature }}", "{{ signature|upper }}")
    context = context_of(form, filing(form, {"signature": "abc"}))
    assert "ABC" in texts(template, context, form, tmp_path)["word/document.xml"]
    assert not plan_place(template, tmp_path).exists()


@pytest.mark.parametrize("package", ["docxtpl", "jinja2", "python-docx", "lxml"])
def test_a_plan_made_with_another_version_of_what_takes_part_is_not_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    here, version = plan_place(b"a template", tmp_path), metadata.version

    def other(name: str) -> str:
        return "0" if name == package else version(name)

    monkeypatch.setattr(metadata, "version", other)
    assert plan_place(b"a template", tmp_path) != here


_NOT_NEEDED = {
    "docxtpl",
    "docx",
    "jinja2",
    "ruamel",
    "numpy",
    "pydantic",
    "typer",
    "click",
    "rich",
    "dataclasses",
    "lxml",
    "inspect",
    "hashlib",
    "zipfile",
    "openpyxl",
    "gettext",
    "make_report.repair",
    "make_report.show.repairs",
    "make_report.check.history",
    "make_report.check.references",
    "make_report.form.reference",
}


def test_a_plain_run_loads_only_what_it_needs(tmp_path: Path) -> None:
    program = (
        "import sys; from make_report.app import run;"
        f"code = run([r'{REPOSITORY / 'input_examples' / 'pingtan-2023.xlsx'}', '-o', r'{tmp_path / 'r.docx'}']);"
        f"print(code, sorted({_NOT_NEEDED!r} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)  # noqa: S603 - our own program
    assert done.stdout.splitlines()[-1] == "0 []"
