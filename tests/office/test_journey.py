"""The kit on its way to a cluster: all of it made ready, by a process within bounds."""

import pickle
import time

import pytest

from make_report.errors import FileError
from make_report.office import cluster, local
from make_report.office.kit import Kit
from tests.office.filled import kit


def packed(ready: Kit) -> bytes:
    return cluster._packed(ready)  # pyright: ignore[reportPrivateUsage] - what no cluster is needed for


def test_forms_and_templates_travel_ready() -> None:
    travelled: Kit = pickle.loads(packed(kit()))  # noqa: S301 - our own bytes
    assert travelled.forms.keys() == travelled.templates.keys() == {*travelled.library.form_folders}


def test_a_template_that_hangs_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(_: Kit) -> None:
        time.sleep(60)

    monkeypatch.setattr(local, "LONGEST_RUN", 1)
    monkeypatch.setattr(Kit, "make_ready", hang)
    with pytest.raises(FileError):
        packed(kit())
