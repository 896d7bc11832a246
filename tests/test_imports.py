"""What a plain run loads: nothing that only other commands need."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY

EXAMPLE = REPOSITORY / "input_examples" / "pingtan-2023.xlsx"
RUN = """
import sys
from pathlib import Path
from make_report.app import run
code = run(sys.argv[1:])
loaded = {name.partition(".")[0] for name in sys.modules}
print("loaded", *sorted(loaded & {"openpyxl", "lxml", "numpy", "docx", "docxtpl"}), file=sys.stderr)
sys.exit(code)
"""


def loaded(*words: str) -> list[str]:
    """Return which of the slow libraries a command loads."""
    command = [sys.executable, "-c", RUN, *words]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")  # noqa: S603 - our own words
    assert done.returncode in (0, 1), done.stderr
    return done.stderr.splitlines()[-1].split()[1:]


def test_a_check_loads_neither_openpyxl_nor_lxml() -> None:
    assert loaded("check", str(EXAMPLE)) == []


def test_a_report_is_made_without_openpyxl(tmp_path: Path) -> None:
    assert "openpyxl" not in loaded(str(EXAMPLE), "-o", str(tmp_path / "report.docx"))
