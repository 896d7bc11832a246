"""The house: imports run one way, dangerous libraries stay in their rooms, forms are data."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, TEMPLATES

PACKAGE = REPOSITORY / "cli" / "make_report"
MODULES = sorted(PACKAGE.rglob("*.py"))

ALLOWED_ROOMS = {
    "form": {"form"},
    "workbook": {"form", "workbook"},
    "check": {"form", "check"},
    "document": {"form", "document"},
    "previous.py": {"form", "workbook", "check", "document"},
    "next_year_notes.py": {"form", "check"},
    "next_year.py": {"form", "workbook", "check", "previous.py", "next_year_notes.py"},
    "judge.py": {"form", "workbook", "check", "previous.py"},
    "report.py": {"form", "document"},
    "marked_copy.py": {"form", "workbook"},
    "app_work.py": {"form", "judge.py", "report.py", "marked_copy.py"},
    "options.py": {"form", "app_work.py"},
    "app_forms.py": {"form", "workbook", "check", "document", "options.py", "app_work.py"},
    "app_commands.py": {
        "form",
        "workbook",
        "judge.py",
        "next_year.py",
        "options.py",
        "app_work.py",
        "app_forms.py",
    },
    "office": {"form", "workbook", "check", "document", "office", "judge.py", "report.py"},
    "app_batch.py": {"form", "office", "app_work.py"},
    "app_office.py": {"form", "options.py", "app_work.py", "app_batch.py"},
    "app.py": {"form", "app_work.py", "app_commands.py", "app_batch.py", "app_office.py"},
}
"""What each room may import of the rooms; modules beside them are the ground and may import form only."""

LIBRARIES = {
    "openpyxl": {"workbook"},
    "docxtpl": {"document"},
    "docx": {"document"},
    "jinja2": {"document"},
    "typer": {"app_commands.py", "app_forms.py", "app_office.py", "options.py"},
    "rich": {"app_progress.py"},
    "distributed": {"office"},
}


def imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_imports_run_one_way(module: Path) -> None:
    allowed = ALLOWED_ROOMS.get(room(module), {"form"})
    for name in imports(module):
        parts = name.split(".")
        if parts[0] == "make_report" and len(parts) > 1:
            target = parts[1] if (PACKAGE / parts[1]).is_dir() else f"{parts[1]}.py"
            if target in ALLOWED_ROOMS:
                assert target in allowed, f"{module} imports {name}"
        if parts[0] in LIBRARIES:
            assert room(module) in LIBRARIES[parts[0]], f"{module} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_python_knows_nothing_of_any_form(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    for word in ("政府信息公开", "申请人", "行政复议", "规范性文件", "信息处理费", "zfxxgk-2019"):
        assert word not in text, f"{module} knows {word}"


def test_only_the_app_prints() -> None:
    for module in MODULES:
        if not room(module).startswith("app"):
            calls = [node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call)]
            assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"], module


def test_templates_hold_data_only() -> None:
    assert not list(TEMPLATES.rglob("*.py"))
