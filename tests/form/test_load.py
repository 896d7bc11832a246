"""form.yaml into a Form: every fault at once, each with line and column."""

from decimal import Decimal
from pathlib import Path

import pytest

from make_report.errors import FileError, FormError
from make_report.form.load import load_form, parse_form
from make_report.form.model import Form
from tests.form.small_form import SHARED, SMALL, faults, write_form


def test_a_sound_form_is_loaded() -> None:
    form = parse_form(SMALL, "form.yaml", "small")
    assert list(form.fields) == [
        "org",
        "year",
        "size",
        "summary",
        *(f"visits.{row}.{column}" for row in ("library", "museum") for column in ("adults", "children", "total")),
        "visits.notes",
    ]
    assert [equation.scope for equation in form.sums] == ["library", "museum"]


def test_a_tab_or_an_open_bracket_is_a_fault_with_its_line() -> None:
    assert faults(SMALL.replace("years: {first: 2020}", "years: {first: 2020"))[0].line in {5, 6}


def test_a_missing_file_is_said() -> None:
    with pytest.raises(FileError):
        load_form(Path("no such folder"))


def test_the_official_formats_serve_their_years(form_2019: Form, form_2021: Form) -> None:
    assert [year for year in range(2018, 2027) if year in form_2019.years] == [2019, 2020]
    assert [year for year in range(2018, 2027) if year in form_2021.years] == list(range(2021, 2027))


def test_rules_of_a_shared_file_are_added(tmp_path: Path) -> None:
    assert [rule.code for rule in load_form(write_form(tmp_path, SHARED)).rules] == ["N01", "T01"]


def test_a_fault_in_a_shared_file_names_that_file(tmp_path: Path) -> None:
    shared = SHARED.replace("source: the test", "source: the test, bad: {visits.nobody: 1}")
    with pytest.raises(FormError) as caught:
        load_form(write_form(tmp_path, shared))
    assert [Path(fault.file).name for fault in caught.value.faults] == ["texts.yaml"]
    assert "texts.yaml:2:" in str(caught.value)
    assert "“visits.nobody” is no field" in str(caught.value)


@pytest.mark.parametrize("named", ["../common/nothing.yaml", "../../etc/passwd", "/etc/passwd", "texts.yaml"])
def test_shared_files_lie_beside_the_form(tmp_path: Path, named: str) -> None:
    with pytest.raises(FormError) as caught:
        load_form(write_form(tmp_path, SHARED, named))
    (fault,) = caught.value.faults
    assert (fault.line, fault.column) == (49, 14)
    assert named in fault.message


def test_an_example_is_read_as_contents(tmp_path: Path) -> None:
    shared = SHARED.replace("source: the test", "source: the test, bad: {visits.library.adults: 1.5, org: [a, b]}")
    rule = load_form(write_form(tmp_path, shared)).rules[1]
    assert rule.bad == {"visits.library.adults": Decimal("1.5"), "org": ("a", "b")}
    assert rule.good is None
