import pytest

from make_report.workbook.reading.direct.markup import MAIN, NotUnderstoodError
from make_report.workbook.reading.direct.strings import SharedStrings


def shared(entries: str) -> SharedStrings:
    return SharedStrings(f'<sst xmlns="{MAIN}">{entries}</sst>'.encode())


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("<si><t>甲</t></si>", "甲"),
        ("<si><t xml:space='preserve'> 甲\n</t></si>", " 甲\n"),
        ("<si><t>甲&amp;&#20057;<![CDATA[<丙>]]></t></si>", "甲&乙<丙>"),
        ("<si><r><rPr><b/><sz val='9'/></rPr><t>甲</t></r><r><t> 乙</t></r></si>", "甲 乙"),
        ("<si><r><t>甲</t></r><r/></si>", "甲"),
        ("<si><t>甲</t><rPh sb='0' eb='1'><t>jia</t></rPh><phoneticPr fontId='1'/></si>", "甲"),
        ("<si><t/></si>", ""),
        ("<si/>", ""),
    ],
)
def test_a_string_is_what_stands_in_its_runs(entry: str, text: str) -> None:
    strings = shared(f"<si><t>一</t></si>{entry}<si><t>三</t></si>")
    assert [strings[0], strings[1], strings[2]] == ["一", text, "三"]


@pytest.mark.parametrize(
    "entry",
    [
        "<si><t>甲</t><t>乙</t></si>",
        "<si><t>甲</t><r><t>乙</t></r></si>",
        "<si><r><t>甲</t></r><r/><t>乙</t></si>",
        "<si><r><t>甲</t><t>乙</t></r></si>",
        "<si><t>甲<b/></t></si>",
        "<si><x/></si>",
        "<x/>",
    ],
)
def test_openpyxl_is_asked_about_odd_strings(entry: str) -> None:
    with pytest.raises(NotUnderstoodError):
        shared(entry)[0]


def test_a_string_that_is_not_there_is_odd() -> None:
    with pytest.raises(NotUnderstoodError):
        shared("<si/>")[1]


def test_strings_are_read_as_far_as_they_are_asked_for() -> None:
    strings = SharedStrings(f'<sst xmlns="{MAIN}">{"<si><t>甲</t></si>" * 10_000}<broken'.encode())
    assert strings[1_000] == "甲"
    with pytest.raises(NotUnderstoodError):
        strings[10_000]
