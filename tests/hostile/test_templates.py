"""No Word template hurts: each attack is refused in one sentence."""

import shutil
from pathlib import Path

import pytest

from make_report.app import run
from make_report.document.render import render_report
from make_report.errors import TemplateError
from make_report.form.model import Form
from tests.conftest import REPOSITORY, TEMPLATES
from tests.filings import filing
from tests.hostile.templates import Attack, attacks
from tests.hostile.workbooks import REFUSED

FORM = "zfxxgk-2021"
EXAMPLE = REPOSITORY / "input_examples" / "pingtan-2023.xlsx"
ATTACKS = [*attacks((TEMPLATES / FORM / "report.docx").read_bytes())]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_is_refused(attack: Attack, form_2021: Form) -> None:
    with pytest.raises(TemplateError) as caught:
        render_report(form_2021, attack.content, filing(form_2021))
    assert len(str(caught.value).splitlines()) == 1


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of one form, whose template is anybody's."""
    folder = tmp_path_factory.mktemp("forms")
    shutil.copytree(TEMPLATES / FORM, folder / FORM)
    shutil.copytree(TEMPLATES / "common", folder / "common")
    return folder


_OF_THE_WHOLE_FILE = ("已损坏", "压缩比", "部件超过1000个", "超过了50层")
"""Words of sentences about a file that cannot be read, or whose fault lies where nobody sees it."""
_PLACES = ("word/", "[Content_Types].xml", "http://", "file:///", "javascript:", "chunk.html")


def _marks(attack: str) -> tuple[str, ...]:
    """Return signs of which one says where the fault is: a tag, a field with the text around it, a part, a target."""
    if attack.startswith(("the tag", "nested: ")):
        return ("“{",)
    if attack.startswith("a field"):
        return ("word/document.xml里有域",)
    return (*_OF_THE_WHOLE_FILE, *_PLACES)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_run_over_an_attack_says_why_and_where_and_writes_nothing(
    attack: Attack, forms: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (forms / FORM / "report.docx").write_bytes(attack.content)
    (tmp_path / "r.docx").write_bytes(b"old")
    assert run([str(EXAMPLE), "-o", str(tmp_path / "r.docx"), "--templates", str(forms)]) == REFUSED
    said = capsys.readouterr().err.splitlines()[-1]
    assert "make-report itself" not in said
    # A tag is named with its paragraph, anything else with what it is or where it stands.
    assert any(mark in said for mark in _marks(attack.name))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"r.docx": b"old"}
