"""The same report as plain tools make it: openpyxl, docxtpl and typer as their documentation shows them, no checks.

`places.json` says which tag stands in which cell; `run` writes it from the form.
"""

import json
from pathlib import Path
from typing import Any

import typer
from docxtpl import DocxTemplate
from openpyxl import load_workbook

app = typer.Typer()


@app.command()
def main(workbook: Path, template: Path, places: Path, output: Path) -> None:
    """Fill the template from the workbook's cells."""
    book = load_workbook(workbook, data_only=True)
    context: dict[str, Any] = {}
    for tag, (kind, sheet, row, column) in json.loads(places.read_text("utf-8")).items():
        *groups, name = tag.split(".")
        target = context
        for group in groups:
            target = target.setdefault(group, {})
        cell = book[sheet].cell(row, column)
        if kind == "paragraphs":
            rows = book[sheet].iter_rows(min_row=row, min_col=column, max_col=column, values_only=True)
            texts = [value for (value,) in rows if value] if "." not in tag else [cell.value] if cell.value else []
            target[name] = [{"level": 0, "heading": "", "text": str(text)} for text in texts]
        else:
            target[name] = "" if cell.value is None else cell.value
    context |= {"title_lines": [f"{context['org']}{context['year']}"], "signature_date": ""}
    document = DocxTemplate(template)
    document.render(context, autoescape=True)
    document.save(output)


if __name__ == "__main__":
    app()
