"""What the fuzzer (.ci/fuzz) tries: bytes into a workbook, or into texts and a template. Tests try its corpus too.

A first byte says what the rest is: one part of a sound workbook, or a whole file; texts of a filing, a paragraph of its
Word template, or a part of that.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

from make_report.archive import read_parts, write_parts
from make_report.check import check_filing
from make_report.document.context import context_of
from make_report.document.draft import draft_template
from make_report.document.render import render_report
from make_report.document.template import sound_plan
from make_report.errors import MakeReportError
from make_report.filing import Filing
from make_report.finding import has_error
from make_report.form.field import Kind
from make_report.form.load import parse_form
from make_report.form.model import Form
from make_report.report import Template, report_from
from make_report.workbook.reading.text import lines_of
from make_report.workbook.writing.blank import standard_workbook
from tests.document.third_form import THIRD_FORM
from tests.document.word import DOCUMENT
from tests.filings import SENTENCE, Given, filing
from tests.hostile.templates import NESTED
from tests.hostile.templates import attacks as template_attacks
from tests.hostile.workbooks import REPACKED
from tests.trials import assert_sound, tried
from tests.workbook.reading.direct.ways import assert_agreement

FORM = parse_form(THIRD_FORM, "form.yaml", "third")
TEMPLATE = draft_template(FORM)
CONTENTS: dict[str, Given] = {"org": "某某局", "year": 2024, "kind": "big", "remarks": SENTENCE, "stock.items.keys": 1}
SOUND = standard_workbook(
    FORM, {"org": "某某局", "year": 2024, "kind": "big", "remarks": (SENTENCE,), "stock.items.keys": Decimal(1)}
)
PARTS = read_parts(SOUND)
FUZZED = [name for name in PARTS if name.startswith(("xl/w", "xl/s", "xl/_", "[")) and "theme" not in name]
"""The parts that the reader looks at."""
WHOLE_FILE = 255
TAG, PART = 255, 254
TEMPLATE_PARTS = [name for name in read_parts(TEMPLATE) if name.endswith((".xml", ".rels"))]
TEXTS = ["org", *(name for name, field in FORM.fields.items() if field.kind is Kind.PARAGRAPHS)]
PLAN = sound_plan(TEMPLATE, context_of(FORM, filing(FORM, CONTENTS)), FORM.language)
LONGEST = 100_000
"""Bytes of one input, so that an input takes no time but what a mistake takes."""


def read_bytes(data: bytes) -> None:
    """Try a workbook. An exception is a mistake of make-report, and so is what openpyxl reads otherwise."""
    if not 1 < len(data) < LONGEST:
        return
    content = data[1:] if data[0] == WHOLE_FILE else _packed(FUZZED[data[0] % len(FUZZED)], data[1:])
    tried(content, lambda _: FORM, _report)
    assert_agreement(content)


def _packed(name: str, part: bytes) -> bytes:
    """Return the sound workbook with one part in place of its own. Deflating would take longest."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for each, content in (PARTS | {name: part}).items():
            archive.writestr(each, content)
    return target.getvalue()


def _report(form: Form, filing: Filing) -> bytes:
    return render_report(form, TEMPLATE, filing, PLAN)


def render_bytes(data: bytes) -> None:
    """Try a text in a filing, or a paragraph or a part of a Word template. An exception is a mistake of make-report."""
    if not 1 < len(data) < LONGEST:
        return
    if data[0] == PART:
        _render_with(TEMPLATE_PARTS[data[1] % len(TEMPLATE_PARTS)], data[2:])
        return
    text = data[1:].decode("utf-8", "surrogatepass" if data[1] % 2 else "replace") if _is_text(data[1:]) else ""
    lines, name = lines_of(text).texts, TEXTS[data[0] % len(TEXTS)]
    given: dict[str, Given] = {} if data[0] == TAG else {name: "".join(lines) if name == "org" else lines}
    template = with_paragraph(text) if data[0] == TAG else TEMPLATE
    try:
        made = filing(FORM, CONTENTS | given)
        if has_error(check_filing(FORM, made)):
            return
        # Every second text goes through docxtpl, all others through the template's plan.
        report = render_report(FORM, template, made, PLAN if data[0] != TAG and len(text) % 2 else None)
    except MakeReportError:
        return
    if data[0] != TAG:
        assert_sound(report, FORM, made)


def _render_with(name: str, part: bytes) -> None:
    """Fill a template with one part in place of its own, as a run does; its faults are looked for too."""
    template = Template(write_parts(read_parts(TEMPLATE) | {name: part}), Path("template.docx"), None)
    with suppress(MakeReportError):
        for each in read_parts(report_from(FORM, filing(FORM, CONTENTS), template)).values():
            assert b"{{" not in each


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def with_paragraph(text: str) -> bytes:
    """Return the template with one more paragraph in front of all others."""
    parts = read_parts(TEMPLATE)
    printable = re.sub("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    paragraph = f'<w:p><w:r><w:t xml:space="preserve">{escape(printable)}</w:t></w:r></w:p>'
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:body>", f"<w:body>{paragraph}".encode(), 1)
    return write_parts(parts)


def reader_corpus() -> Iterator[bytes]:
    """Yield where the fuzzer of the reader begins: the sound parts, and those of every attack that differ from them."""
    yield bytes([WHOLE_FILE]) + SOUND
    for number, name in enumerate(FUZZED):
        yield bytes([number]) + PARTS[name]
    for rebuild, _ in REPACKED.values():
        if len(attack := rebuild(SOUND, PARTS)) < LONGEST:
            yield bytes([WHOLE_FILE]) + attack


def renderer_corpus() -> Iterator[bytes]:
    """Yield where the fuzzer of the renderer begins: texts, and the paragraphs that attack a template."""
    for number in range(len(TEXTS)):
        yield bytes([number]) + SENTENCE.encode()
    for text in (
        "{{ org }}",
        "{_{ x }_}",
        "一、（一）1.（1）",
        "\t\n\r\u2028\u200b",
        "&<>]]>",
        "𠮷😀",
        "_x005F_",
        "\ufdd0a",
    ):
        yield b"\0" + SENTENCE.encode() + text.encode()
    for tag in ("{{ org }}", "{% if org %}x{% endif %}", "{%p for one in overview %}", "{{ overview[0].text|upper }}"):
        yield bytes([TAG]) + tag.encode()
    for number, name in enumerate(TEMPLATE_PARTS):
        yield bytes([PART, number]) + read_parts(TEMPLATE)[name]
        yield bytes([PART, number]) + read_parts(TEMPLATE)[name][:-20]
    for attack in template_attacks(TEMPLATE):
        if attack.name.startswith("the tag "):
            yield bytes([TAG]) + attack.name.removeprefix("the tag ").encode()
    for nested in NESTED.values():
        # What is long is tried slowly, and all that the fuzzer makes of it.
        if len(nested) < LONGEST // 20:
            yield bytes([TAG]) + nested.encode()
