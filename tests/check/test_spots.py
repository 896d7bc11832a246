"""Where texts say what a rule looks for: in every clause that says it, and in no other."""

from hypothesis import given
from hypothesis import strategies as st

from make_report.check.clauses import clauses
from make_report.check.phrases import says
from make_report.check.spots import spots
from make_report.form.load import load_form
from make_report.form.rule import Contradicts, Where
from make_report.record import replace
from tests.conftest import TEMPLATES
from tests.filings import filing

FORM = load_form(TEMPLATES / "zfxxgk-2021")
RULE = next(rule for rule in FORM.rules if isinstance(rule, Contradicts))
PHRASES = st.lists(st.text("甲乙１*", min_size=1, max_size=4), min_size=1, max_size=3)
TEXTS = st.lists(st.text("甲乙1，。（）、 ", max_size=14), max_size=3)


@given(PHRASES, st.lists(st.text("甲乙*", min_size=1, max_size=4), max_size=2), TEXTS)
def test_every_clause_that_says_a_phrase_is_found(phrases: list[str], unless: list[str], texts: list[str]) -> None:
    where = Where(section=("overview",))
    rule = replace(RULE, where=where, says=(*phrases,), unless=(*unless,), right_behind=False, sentence=())
    whole = filing(FORM, {"overview": texts})
    expected = [
        clause.text
        for paragraph in clauses(texts)
        for clause in paragraph
        if says(phrases, clause.text, 2021) and not says(unless, clause.text, 2021)
    ]
    assert [spot.clause.text for spot in spots(rule, FORM, whole)] == expected
