"""Parts are found whatever the case of their names and whichever way their slashes lean."""

from collections.abc import Callable

import pytest

from make_report.archive import BoundedArchive, read_parts, write_parts
from make_report.form.model import Form
from make_report.part_names import as_called
from make_report.workbook.annotate import marked_workbook
from tests.workbook.editing import read, sound_workbook

SPELLINGS: tuple[Callable[[str], str], ...] = (str.lower, str.upper, lambda name: name.replace("/", "\\"), str.title)


def named(content: bytes, change: Callable[[str], str]) -> bytes:
    return write_parts({change(name): part for name, part in read_parts(content).items()})


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_parts_get_the_names_that_the_file_calls_them_by(form_2021: Form, spelling: Callable[[str], str]) -> None:
    sound = sound_workbook(form_2021)
    assert read_parts(as_called(BoundedArchive(named(sound, spelling)))) == read_parts(sound)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_workbook_is_read_and_marked_however_its_parts_are_spelt(
    form_2021: Form, spelling: Callable[[str], str]
) -> None:
    sound = sound_workbook(form_2021)
    odd = named(sound, spelling)
    filing, findings = read(form_2021, odd)
    assert (filing.values, findings) == (read(form_2021, sound)[0].values, read(form_2021, sound)[1])
    assert (
        marked_workbook(odd, (), form_2021.language).content == marked_workbook(sound, (), form_2021.language).content
    )


def test_a_workbook_that_is_spelt_well_stays_as_it_is(form_2021: Form) -> None:
    assert as_called(BoundedArchive(sound_workbook(form_2021))) == b""


def test_two_parts_never_become_one(form_2021: Form) -> None:
    parts = read_parts(named(sound_workbook(form_2021), str.lower))
    parts["xl\\workbook.xml"] = b"<other/>"
    assert as_called(BoundedArchive(write_parts(parts))) == b""


def test_a_file_without_content_types_stays_as_it_is() -> None:
    assert as_called(BoundedArchive(write_parts({"a.xml": b"<a/>"}))) == b""
