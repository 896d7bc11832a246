"""What an office program makes of templates and reports."""

import re
import subprocess
from pathlib import Path

import pytest

from make_report.document.render import render_report
from make_report.form.model import Form
from tests.document.word import all_text
from tests.filings import filing

pytestmark = pytest.mark.office


def converted(content: bytes, target: str, folder: Path) -> bytes:
    """Return a Word file as LibreOffice saves it in another format (or in the same)."""
    source = folder / "source.docx"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - our own words
    return (folder / "out" / f"source.{target}").read_bytes()


def test_a_template_saved_by_an_office_program_makes_the_same_report(
    form: Form, template: bytes, tmp_path: Path
) -> None:
    content = filing(form, {"overview": ["总述 <&> {{。", "（一）标题", "（二）标题。正文。"], "signature": "某某局"})
    saved = converted(template, "docx", tmp_path)
    assert all_text(render_report(form, saved, content)) == all_text(render_report(form, template, content))


def test_each_table_stands_on_one_page_with_its_heading(form: Form, template: bytes, tmp_path: Path) -> None:
    content = filing(form, {"overview": ["本段文字只为占满版面。" * 40] * 3})
    report = converted(render_report(form, template, content), "pdf", tmp_path)
    (tmp_path / "report.pdf").write_bytes(report)
    command = ["pdftotext", "-layout", str(tmp_path / "report.pdf"), "-"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    pages = [re.sub(r"\s", "", page) for page in shown.stdout.split("\f")]
    for first, last in (
        ("三、收到和处理", "四、结转下年度继续办理"),
        ("二、主动公开", "行政强制"),
        ("四、政府信息公开", "总计"),
    ):
        assert [page for page in pages if first in page and last in page], first
    assert not pages[-1]
