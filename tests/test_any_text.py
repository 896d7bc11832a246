"""Any text in any cell, the whole way from the workbook to the report."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from make_report.finding import has_error
from make_report.form.field import Kind
from make_report.form.layout import layout_of
from make_report.form.library import Library
from make_report.form.load import load_form
from make_report.place import Place
from tests.conftest import TEMPLATES
from tests.filings import SENTENCE
from tests.trials import NASTY, in_library, sheet_parts, squeezed, tried, typed
from tests.workbook.editing import sound_workbook

FORM = load_form(TEMPLATES / "zfxxgk-2021")
FORMS = in_library(Library((TEMPLATES,), "en"))
SOUND = sound_workbook(FORM, dict.fromkeys(("overview", "problems", "other_matters"), (SENTENCE,)))
SHEETS = sheet_parts(SOUND)
PLACES = layout_of(FORM).places
FREE_TEXTS = [name for name, field in FORM.fields.items() if field.kind in (Kind.PARAGRAPHS, Kind.TEXT)]

TEXTS = st.lists(st.sampled_from(NASTY) | st.text(st.characters(), max_size=20), max_size=5).map("".join)
WHEREVER = st.builds(
    Place,
    order=st.just(1),
    row=st.integers(1, 60),
    column=st.integers(1, 12),
    sheet=st.sampled_from([*SHEETS]),
)
RADICALS = range(0x2E80, 0x2FE0)
"""The blocks CJK Radicals Supplement and Kangxi Radicals."""
PATIENT = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@settings(PATIENT, max_examples=30)
@given(st.dictionaries(WHEREVER | st.sampled_from([*PLACES.values()]), TEXTS, min_size=1, max_size=6))
def test_any_text_in_any_cell_ends_in_a_sentence_or_a_sound_report(texts: dict[Place, str]) -> None:
    tried(typed(SOUND, SHEETS, texts), *FORMS)


@settings(PATIENT, max_examples=30)
@given(st.dictionaries(st.sampled_from(FREE_TEXTS), TEXTS.map(lambda text: f"{SENTENCE}{text}乙"[:32_767]), min_size=1))
def test_a_text_is_printed_as_it_was_typed(texts: dict[str, str]) -> None:
    outcome = tried(typed(SOUND, SHEETS, {PLACES[name]: text for name, text in texts.items()}), *FORMS)
    assert outcome
    judged, report = outcome
    assert (report is None) == has_error(judged.findings)
    tidied = {place for one in judged.findings if one.code == "T09" for place in (one.place, *one.related)}
    for name, text in texts.items():
        value = judged.filing[name]
        read = "".join(paragraph.text for paragraph in value.paragraphs) or value.text
        # A radical that looks like a character, as copied from a PDF, becomes it: that is said below.
        pairs = zip(squeezed(read), squeezed(text), strict=True)
        assert all(one == other or RADICALS.start <= ord(other) < RADICALS.stop for one, other in pairs)
        assert read == text or {"\n", "\r"} & {*text} or PLACES[name] in tidied


@pytest.mark.parametrize("nasty", [*NASTY, "甲" * 32_767])
def test_each_nasty_text_alone(nasty: str) -> None:
    assert tried(typed(SOUND, SHEETS, {PLACES["overview"]: f"{SENTENCE}{nasty}乙"[:32_767]}), *FORMS)
