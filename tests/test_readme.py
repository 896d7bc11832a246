"""Each command that the README names does what it says there."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.test_app import run

README = (REPOSITORY / "README.md").read_text("utf-8")
CHINESE = (REPOSITORY / "README.zh-CN.md").read_text("utf-8")
EXAMPLES = REPOSITORY / "input_examples"

IN_TABLE = re.findall(r"^\| `make-report ([^`]+)` \|", README, re.MULTILINE)
IN_CHINESE = re.findall(r"^make-report (.+)$", CHINESE, re.MULTILINE)


@pytest.mark.parametrize("words", [*IN_TABLE, *IN_CHINESE])
def test_a_command_of_the_readme_runs(words: str, tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "pingtan-2023.xlsx", tmp_path / "某某局2025.xlsx")
    shutil.copy(EXAMPLES / "pingtan-2022.xlsx", tmp_path / "某某局2024.xlsx")
    shutil.copy(EXAMPLES / "pingtan-2023.json", tmp_path / "data.json")
    (tmp_path / "各单位").mkdir()
    shutil.copy(EXAMPLES / "pingtan-2023.xlsx", tmp_path / "各单位")
    done = run(*shlex.split(words), folder=tmp_path)
    # The example is a report of 2023 under a name that says 2025: only what checks it finds that.
    named_otherwise = "某某局2025.xlsx" in words and words.split(maxsplit=1)[0] not in {"new", "data"}
    assert done.returncode == (1 if named_otherwise else 0), done.stderr.decode()
    assert ("[D04]" in done.stderr.decode()) == named_otherwise


def test_the_readme_names_all_commands() -> None:
    assert {words.split()[0] for words in IN_TABLE} >= {"new", "check", "data", "forms"}
    assert len(IN_CHINESE) >= 2


def test_every_file_that_a_readme_points_to_is_there() -> None:
    for path in ("README.md", "README.zh-CN.md", "docs/forms.md", "input_examples/README.md"):
        folder = (REPOSITORY / path).parent
        for target in re.findall(r"\]\(([^)#]+)\)", (REPOSITORY / path).read_text("utf-8")):
            assert (folder / target).exists(), f"{path} points to {target}"
