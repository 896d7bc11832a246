"""What all tests share: the shipped forms, loaded once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from make_report.form.load import load_form
from make_report.form.model import Form
from make_report.workbook.reading.direct.book import DirectBook
from make_report.workbook.reading.direct.markup import NotUnderstoodError

# How long an example takes says nothing of what is tested: on a busy machine it would fail by chance.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

REPOSITORY = Path(__file__).parent.parent
TEMPLATES = REPOSITORY / "templates"


@pytest.fixture(scope="session")
def form_2019() -> Form:
    return load_form(TEMPLATES / "zfxxgk-2019")


@pytest.fixture(scope="session")
def form_2021() -> Form:
    return load_form(TEMPLATES / "zfxxgk-2021")


@pytest.fixture(params=["directly", "by openpyxl"])
def each_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read workbooks directly, then once more by openpyxl, as if nothing in them was understood."""

    def refuse(_: DirectBook) -> None:
        raise NotUnderstoodError

    if request.param == "by openpyxl":
        monkeypatch.setattr(DirectBook, "sheet_parts", refuse)


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep plans made in tests out of the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--office", action="store_true", help="also run the tests that need LibreOffice")
    parser.addoption("--cluster", action="store_true", help="also run the tests that need make-report[cluster]")
    parser.addoption("--write-golden", action="store_true", help="write the examples and their golden results anew")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that need more than the test command installs unless they are asked for."""
    for marker in ("office", "cluster"):
        if not config.getoption(f"--{marker}"):
            asked = [item for item in items if not item.get_closest_marker(marker)]
            config.hook.pytest_deselected(items=[item for item in items if item not in asked])
            items[:] = asked
