"""Over how many cells links lie is read from the XML of any program."""

import pytest

from make_report.workbook.reading.linked import linked_area

READ = [
    ("<sheetData/>", 0),
    ('<hyperlinks><hyperlink ref="B2" r:id="rId1"/></hyperlinks>', 1),
    ("<x:hyperlinks><x:hyperlink display='a > b' ref = 'C3:A1' /></x:hyperlinks>", 9),
    ('<hyperlink ref="$A$1:$B$2 D4"/>', 5),
    ('<hyperlink ref="A:B"/>', 2 * 1_048_576),
    ('<hyperlink ref="3:4"/>', 2 * 16_384),
    ('<hyperlink ref="#REF!"/><hyperlink/><hyperlink ref=""/>', 0),
    ('<hyperlink tooltip="ref=\'A1\'" ref="A1:B2"/>', 4),
    ('<hyperlink ref="&#65;1:B2"/>', None),
    ('<hyperlink ref="A1:B2', None),
    ('<r Type="http://x/hyperlink"/>', 0),
]


@pytest.mark.parametrize(("markup", "area"), READ)
def test_the_area_of_links(markup: str, area: int | None) -> None:
    assert linked_area(markup.encode()) == area
