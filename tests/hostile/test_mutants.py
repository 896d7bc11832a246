"""Workbooks broken at random end in a sentence or a sound report; .ci/mutants breaks thousands."""

from random import Random

import pytest

from make_report.form.load import load_form
from tests.conftest import TEMPLATES
from tests.filings import SENTENCE
from tests.hostile.mutants import mutant, outcome
from tests.workbook.editing import sound_workbook

NARRATIVES = {"overview": (SENTENCE,), "problems": (SENTENCE,), "other_matters": (SENTENCE,)}
SOUND = [sound_workbook(load_form(TEMPLATES / name), NARRATIVES) for name in ("zfxxgk-2019", "zfxxgk-2021")]


@pytest.mark.parametrize("number", range(40))
@pytest.mark.filterwarnings("ignore")
def test_a_mutant_ends_well(number: int) -> None:
    chance = Random(number)  # noqa: S311 - the same mutants each time
    content, _ = mutant(chance.choice(SOUND), chance)
    assert outcome(content) in {"made", "errors", "refused", "read, not marked"}


def test_a_workbook_that_nobody_broke_is_made_a_report_of() -> None:
    assert outcome(SOUND[1]) == "made"
