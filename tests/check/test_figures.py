"""What is known of the figures of a filing."""

from make_report.check.figures import figures_of
from make_report.filing import State
from make_report.form.equation import defining_equations, entries_behind
from make_report.form.model import Form
from make_report.record import replace
from tests.filings import filing


def test_a_total_is_known_if_all_its_entries_are(form_2021: Form) -> None:
    figures = figures_of(form_2021, filing(form_2021, {"requests.granted.natural_person": State.UNREADABLE}))
    assert "requests.partly_granted.total" in figures.calculated
    for total in ("granted.total", "concluded.natural_person", "concluded.total"):
        assert f"requests.{total}" not in figures.calculated


def test_the_entries_behind_the_last_total_are_all_results(form_2021: Form) -> None:
    total = form_2021.fields["requests.concluded.total"]
    behind = set(entries_behind(total, defining_equations(form_2021.sums)))
    assert len(behind) == 21 * 6
    assert not any(form_2021.fields[name].computed for name in behind)


def test_totals_that_define_each_other_come_to_an_end(form_2021: Form) -> None:
    a, b = form_2021.fields["requests.received.total"], form_2021.fields["requests.granted.total"]
    some = form_2021.sums[0]
    ring = {a.id: replace(some, left=(b,), right=(a,)), b.id: replace(some, left=(a,), right=(b,))}
    assert list(entries_behind(a, ring)) == []
