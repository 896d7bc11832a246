"""SECURITY.md promises what the program holds to: each limit stands there with the number that is in force."""

import re

from make_report import archive, bounded, entries, files
from make_report.archive import MEGABYTE
from make_report.document.tags import MOST_NESTED_LOOPS
from make_report.form.composing import MOST_NODES
from make_report.form.sheet import LONGEST_TEXT
from make_report.nesting import DEEPEST_NESTING
from make_report.workbook.reading.guard import LARGEST_LINKED_AREA, LARGEST_MERGED_AREA, MOST_MERGES
from tests.conftest import REPOSITORY

PROMISED = (REPOSITORY / "SECURITY.md").read_text("utf-8")
LIMITS = {
    "a workbook or template on disk": f"{archive.LARGEST_FILE // MEGABYTE} MB",
    "its parts": f"{archive.MOST_PARTS:,}, no two of one name",
    "its content, inflated": f"{archive.LARGEST_CONTENT // MEGABYTE} MB; a part over 1 MB no more than "
    f"{archive.LARGEST_RATIO} times its packed size",
    "document type declarations": "none",
    "merged cells": f"{MOST_MERGES:,} ranges, {LARGEST_MERGED_AREA:,} cells",
    "cells with links on a sheet": f"{LARGEST_LINKED_AREA:,}",
    "characters in a cell": f"{LONGEST_TEXT:,}",
    "any other file (JSON, form.yaml)": f"{files.LARGEST_FILE // MEGABYTE} MB",
    "paragraphs of one text in JSON": f"{entries.MOST_PARAGRAPHS:,}",
    "loops in a template": f"{('no', 'one', 'two', 'three')[MOST_NESTED_LOOPS]} deep",
    "tags, brackets and words such as “not” in one another in a template": f"{DEEPEST_NESTING} deep",
    "lists and groups in one another in JSON and form.yaml": f"{DEEPEST_NESTING} deep",
    "entries of form.yaml, with all that its aliases stand for": f"{MOST_NODES:,}",
}


def test_the_limits_are_those_in_force() -> None:
    rows = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", PROMISED, re.MULTILINE))
    assert {name: limit for name, limit in rows.items() if name not in ("what", "---")} == LIMITS


def test_the_limits_are_those_of_the_task() -> None:
    assert (archive.LARGEST_FILE, archive.LARGEST_CONTENT) == (20 * 1024**2, 50 * 1024**2)
    assert (archive.MOST_PARTS, archive.LARGEST_RATIO, MEGABYTE) == (1_000, 100, 1024**2)
    assert (MOST_MERGES, LARGEST_MERGED_AREA, LONGEST_TEXT) == (5_000, 100_000, 32_767)
    assert LARGEST_LINKED_AREA == 100_000
    assert bounded.LONGEST_WORK <= bounded.LONGEST_RUN < 20
    assert bounded.MOST_MEMORY == 1024**3


def test_the_bounds_of_a_run_are_those_in_force() -> None:
    said = " ".join(PROMISED.split())
    assert f"it has {bounded.LONGEST_WORK} seconds of the processor's time" in said
    assert f"and {bounded.LONGEST_RUN} seconds by the clock" in said
