"""What makes a batch fast and must not creep away: what is loaded, made ready and written, counted instead of timed."""

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from make_report.archive import read_parts
from make_report.document import template
from make_report.form.library import Library
from make_report.office.kit import Kit
from make_report.office.work import Order, State, Wish, done
from tests.conftest import REPOSITORY, TEMPLATES
from tests.office.filled import kit, sound_workbook

TWENTY = 20


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often forms and templates are looked up, read and made ready."""
    counted: Counter[str] = Counter()

    def count(place: object, name: str) -> None:
        before = getattr(place, name)

        def counting(*args: object) -> object:
            counted[name] += 1
            return before(*args)

        monkeypatch.setattr(place, name, counting)

    for name in ("kept_plan", "sound_plan"):
        count(template, name)
    count(Library, "form")
    return counted


def make_twenty(ready: Kit) -> None:
    content = sound_workbook("甲局")
    for _ in range(TWENTY):
        made = done(ready, Order("a.xlsx", "a.xlsx", content, Wish()))
        assert made.state is State.MADE, made.message


def test_form_and_template_are_made_ready_once_in_a_batch_of_twenty(calls: Counter[str]) -> None:
    make_twenty(kit())
    assert calls == {"form": 1, "kept_plan": 1}


def test_a_template_of_somebody_else_is_compiled_once_and_kept(
    calls: Counter[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    for expected in ({"form": 1, "kept_plan": 1, "sound_plan": 1}, {"form": 1, "kept_plan": 1}):
        calls.clear()
        make_twenty(Kit(Library((tmp_path / "templates",), "en")))
        assert calls == expected


def test_only_what_differs_between_reports_is_written_anew() -> None:
    made = done(kit(), Order("a.xlsx", "a.xlsx", sound_workbook("甲局"), Wish()))
    before = read_parts((TEMPLATES / "zfxxgk-2021" / "report.docx").read_bytes())
    after = read_parts(made.report)
    assert before.keys() == after.keys()
    assert {name for name in after if after[name] != before[name]} == {"word/document.xml", "docProps/core.xml"}


def test_one_workbook_loads_nothing_of_batches(tmp_path: Path) -> None:
    program = (
        "import sys; from make_report.app import run;"
        f"run([r'{REPOSITORY / 'input_examples' / 'pingtan-2023.xlsx'}', '-o', r'{tmp_path / 'r.docx'}']);"
        "heavy = {'make_report.office', 'make_report.app_batch', 'multiprocessing', 'concurrent', 'rich', 'csv'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert done.stdout.splitlines()[-1] == "[]"
