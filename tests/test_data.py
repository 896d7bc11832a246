"""Data out: what was read, exactly, and the raw text of what was not."""

from datetime import date
from decimal import Decimal

from make_report.data import data_as_json, data_of
from make_report.filing import Filing, Paragraph, State, Value
from make_report.form.model import Form
from make_report.place import Place


def test_data_holds_what_was_read_and_the_raw_text_of_what_was_not(form_2021: Form) -> None:
    place = Place(1, 1, 1, "表三")
    values = {
        "org": Value("org", place, "某局", State.READ, "某局"),
        "published": Value("published", place, None, State.READ, date(2024, 1, 2)),
        "requests.received.natural_person": Value("", place, "8.0", State.READ, Decimal("8.0")),
        "requests.granted.natural_person": Value("", place, "约30", State.UNREADABLE),
        "disclosure.administrative_fees.amount": Value("", place, 0.1, State.READ, Decimal("5949.088667")),
        "overview": Value("", place, None, State.READ, (Paragraph("一段", place),)),
    }
    assert data_of(form_2021, Filing("zfxxgk-2021", values)) == {
        "form": "zfxxgk-2021",
        "org": "某局",
        "published": "2024-01-02",
        "overview": ["一段"],
        "disclosure": {"administrative_fees": {"amount": 5949.088667}},
        "requests": {"received": {"natural_person": 8}, "granted": {"natural_person": "约30"}},
    }


def test_json_is_readable_and_whole() -> None:
    assert data_as_json({"org": "某局"}) == '{\n "org": "某局"\n}\n'
