"""Data in: exact figures, unknown names with the nearest known one, all faults at once."""

from datetime import date
from decimal import Decimal

import pytest

from make_report.entries import entries_of, parse_data
from make_report.errors import DataError
from make_report.form.model import Form


def test_entries_are_taken_by_path(form_2021: Form) -> None:
    given = parse_data(
        '{"form": "zfxxgk-2021", "year": 2023, "org": "某局", "published": "2024-01-20", "org_kind": "县级政府",'
        ' "overview": ["一", "二"], "requests": {"received": {"natural_person": 80, "total": 81}, "notes": "注"},'
        ' "disclosure": {"administrative_fees": {"amount": 5949.088667}}}',
        "en",
    )
    assert entries_of(form_2021, given, "en") == {
        "year": 2023,
        "org": "某局",
        "published": date(2024, 1, 20),
        "org_kind": "county",
        "overview": ("一", "二"),
        "requests.received.natural_person": Decimal(80),
        "requests.received.total": Decimal(81),
        "requests.notes": ("注",),
        "disclosure.administrative_fees.amount": Decimal("5949.088667"),
    }


def test_blanks_are_left_out(form_2021: Form) -> None:
    given: dict[str, object] = {
        "title": "",
        "overview": [],
        "requests": {"received": {"natural_person": None}},
        "disputes": {},
    }
    assert entries_of(form_2021, given, "en") == {}


def test_a_text_for_a_figure_stays_a_text(form_2021: Form) -> None:
    assert entries_of(form_2021, {"disclosure": {"permits": {"decisions": "125件"}}}, "en") == {
        "disclosure.permits.decisions": "125件"
    }


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"requests": {"recieved": {"natural_person": 1}}}, "requests.received.natural_person"),
        ({"orq": "某局"}, "org"),
        ({"requests": 5}, "requests"),
        ({"requests": {"received": {"natural_person": True}}}, "natural_person"),
        ({"year": "2023", "overview": [1]}, "overview"),
        ({"org_kind": "村"}, "org_kind"),
        ({"org": {}}, "org"),
        ({"nothing": {}}, "nothing"),
        ({"problems": ["x" * 40_000]}, "32767"),
    ],
)
def test_what_does_not_fit_the_form_is_named(given: dict[str, object], word: str, form_2021: Form) -> None:
    with pytest.raises(DataError, match=word):
        entries_of(form_2021, given, "en")


def test_all_that_does_not_fit_is_named_at_once(form_2021: Form) -> None:
    with pytest.raises(DataError) as caught:
        entries_of(form_2021, {"orq": 1, "overview": 2, "yaer": 3}, "en")
    assert len(str(caught.value).splitlines()) == 3


@pytest.mark.parametrize("text", ["", "[]", "{", '{"org": 1, "org": 2}', '{"a":' * 5000])
def test_what_is_no_json_object_is_said(text: str) -> None:
    with pytest.raises(DataError):
        parse_data(text, "en")
