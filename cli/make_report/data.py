"""A filing as JSON: one object nested by the parts of the field ids, the same names as in templates.

    {"form": "zfxxgk-2021", "year": 2023, "org": "…",
     "requests": {"received": {"natural_person": 80}, "notes": ["…"]}, "overview": ["…"],
     "waivers": [{"code": "X03", "place": "表二 D7", "year": 2023, "reason": "…"}]}

What is empty is left out. Computed figures stand in it only where staff typed them over the formula.
It is read again in entries.py; the schema of each form's data is made by schema.py.
"""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from make_report.filing import Filing, State, Value
from make_report.form.model import Form

FORM_KEY, WAIVERS_KEY = "form", "waivers"


def data_of(form: Form, filing: Filing) -> dict[str, Any]:
    """Return the filing as JSON-able data: figures as int or exact float, dates as ISO text, paragraphs as lists.

    A cell that could not be read stands in it as the text that was found.
    """
    data: dict[str, Any] = {FORM_KEY: form.form_id}
    for field in form.fields.values():
        content = _plain(filing[field.id])
        if content is None:
            continue
        *groups, name = field.id.split(".")
        target = data
        for group in groups:
            target = target.setdefault(group, {})
        target[name] = content
    if filing.waivers:
        data[WAIVERS_KEY] = [
            {"code": waiver.code, "place": waiver.target, "year": waiver.year, "reason": waiver.reason}
            for waiver in filing.waivers
        ]
    return data


def _plain(value: Value) -> object:
    if value.state is State.UNREADABLE:
        return None if value.raw is None else str(value.raw)
    content = value.content
    if isinstance(content, Decimal):
        return int(content) if content == content.to_integral_value() else float(content)
    if isinstance(content, date):
        return content.isoformat()
    if isinstance(content, tuple):
        return [paragraph.text for paragraph in content] or None
    return content


def data_as_json(data: Mapping[str, Any]) -> str:
    """Return the data as JSON text, indented, Chinese readable, ending in a newline."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
