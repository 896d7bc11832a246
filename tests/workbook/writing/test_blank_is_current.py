"""blank.xlsx of every form in templates/ is what the program writes from form.yaml today."""

from pathlib import Path

import pytest

from make_report.archive import read_parts
from make_report.form.load import load_form
from make_report.workbook.writing.blank import standard_workbook
from tests.conftest import TEMPLATES

FOLDERS = sorted(path.parent for path in TEMPLATES.glob("*/form.yaml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_blank_workbook_is_current(folder: Path) -> None:
    # Part by part: how well a zip archive is packed depends on the zlib of the machine.
    written = read_parts((folder / "blank.xlsx").read_bytes())
    expected = read_parts(standard_workbook(load_form(folder)))
    assert list(written) == list(expected)
    changed = [name for name, content in expected.items() if written[name] != content]
    assert not changed, f"run: make-report forms draft templates/{folder.name}"
