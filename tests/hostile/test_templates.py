"""No Word template hurts: each attack is refused in one sentence."""

import pytest

from make_report.document.render import render_report
from make_report.errors import TemplateError
from make_report.form.model import Form
from tests.conftest import TEMPLATES
from tests.filings import filing
from tests.hostile.templates import Attack, attacks

ATTACKS = [*attacks((TEMPLATES / "zfxxgk-2021" / "report.docx").read_bytes())]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_is_refused(attack: Attack, form_2021: Form) -> None:
    with pytest.raises(TemplateError) as caught:
        render_report(form_2021, attack.content, filing(form_2021))
    assert len(str(caught.value).splitlines()) == 1
