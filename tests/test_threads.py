"""Workers of a cluster have threads: what is remembered between workbooks is shared by them."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from make_report import remembered
from make_report.app_work import library
from make_report.judge import judge_content
from make_report.office.kit import Kit
from make_report.show.data import findings_as_json
from tests.conftest import REPOSITORY
from tests.filled import marked_entries
from tests.workbook.editing import sound_workbook

ROUNDS, THREADS = 6, 4


@pytest.fixture
def hasty() -> Iterator[None]:
    """Let threads take turns as often as can be."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hasty")
def test_threads_find_the_same_as_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    # What is remembered is forgotten soon, so that threads take it away from each other.
    forget = remembered.forget_oldest

    def forget_soon(memory: dict[Any, Any], most: int) -> None:
        forget(memory, min(most, 3))

    monkeypatch.setattr(remembered, "forget_oldest", forget_soon)
    kit = Kit(library())
    workbooks = [path.read_bytes() for path in sorted((REPOSITORY / "input_examples").glob("*.xlsx"))]
    for form_id in sorted(kit.library.form_folders):
        form = kit.form(form_id)
        workbooks.append(sound_workbook(form, marked_entries(form)))

    def found(content: bytes) -> str:
        return findings_as_json(judge_content(content, "a.xlsx", kit.form))

    expected = list(map(found, workbooks))
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(found, workbooks * ROUNDS)) == expected * ROUNDS
