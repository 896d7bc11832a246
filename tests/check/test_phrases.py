"""Phrases found in texts: the same as a regular expression of them all would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from make_report.check.phrases import blanked, says

TEXTS = st.text(alphabet="收到申请2024年，,。件共", max_size=30)
PHRASES = st.lists(
    st.sampled_from(
        ["收到", "收*件", "申请", "{year}年", "{year-1}年*申请", "共*收*件", "到申", "到", "件*,", "收到申"]
    ),
    max_size=5,
    unique=True,
)


def pattern(phrases: list[str]) -> re.Pattern[str]:
    dated = (phrase.replace("{year}", "2025").replace("{year-1}", "2024") for phrase in phrases)
    return re.compile("|".join("[^,，。;:()]*?".join(map(re.escape, phrase.split("*"))) for phrase in dated) or "(?!)")


@given(TEXTS, PHRASES)
def test_the_first_phrase_said_is_found(text: str, phrases: list[str]) -> None:
    found = pattern(phrases).search(text)
    assert says(phrases, text, 2025) == (found.span() if found else None)


@given(TEXTS, PHRASES)
def test_all_that_is_said_is_blanked(text: str, phrases: list[str]) -> None:
    assert blanked(phrases, text, 2025) == pattern(phrases).sub(lambda match: " " * len(match[0]), text)


def test_full_width_phrases_are_found_in_half_width_texts() -> None:
    assert says(["第（一）项"], "依据第(一)项", 2025) == (2, 7)
