from collections.abc import Mapping

import pytest

from make_report.form.model import Form
from tests.workbook.editing import Book, read_edited, said

pytestmark = pytest.mark.usefixtures("each_way")

TEXT = "其中16件为修订后重新公布"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ({"A45": TEXT}, "表三 A45"),
        ({"A45": TEXT, "B45": TEXT, "A46": TEXT}, "表三 A45"),
        ({"O9": TEXT}, "表三 O9"),
        ({"A45": "张三填报"}, ""),
        ({"O9": 12}, ""),
        ({"O9": "=LEN(D7)"}, ""),
        ({"A36": TEXT}, ""),
    ],
)
def test_texts_that_nothing_is_read_from_are_said(form_2021: Form, typed: Mapping[str, object], place: str) -> None:
    def jot(book: Book) -> None:
        for cell, content in typed.items():
            book["表三"][cell].value = content

    found = [finding for finding in said(read_edited(form_2021, jot)[1]) if finding[0] == "F16"]
    assert found == ([("F16", place)] if place else [])
