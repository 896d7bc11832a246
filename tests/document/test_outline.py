from pathlib import Path

import pytest

from make_report.document.draft import draft_template
from make_report.document.outline import outline_of
from make_report.form.load import parse_form
from tests.conftest import REPOSITORY, TEMPLATES
from tests.document.third_form import THIRD_FORM

WRITE_AGAIN = """python -c "
import pathlib; from make_report.document.outline import outline_of
for template in pathlib.Path('templates').glob('*/report.docx'):
    template.with_name('report.outline.txt').write_text(outline_of(template.read_bytes()), encoding='utf-8')
" """


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*/report.docx")), ids=lambda path: path.parent.name)
def test_the_outline_beside_each_template_is_current(template: Path) -> None:
    outline = template.with_name("report.outline.txt").read_text(encoding="utf-8")
    assert outline_of(template.read_bytes()) == outline, f"in {REPOSITORY.name} run: {WRITE_AGAIN}"


def test_an_outline_shows_styles_spans_and_continued_cells() -> None:
    lines = outline_of(draft_template(parse_form(THIRD_FORM, "form.yaml", "third"))).splitlines()
    assert "[Title] {{ line }}" in lines
    assert "[heading 1] 一、说明" in lines
    assert any(line.endswith("第一组 (3)") for line in lines)
    assert any(
        "物品 | " in line and line.endswith("{{ stock.items.keys }} | {{ stock.items.total }}") for line in lines
    )
    assert any(line.startswith("heading 1 < Normal: keepNext") for line in lines)
