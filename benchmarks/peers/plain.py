"""openpyxl, docxtpl and typer as their documentation shows them; docxtpl-ng and rust-docxtpl have their interface."""

import json
import time
from pathlib import Path
from typing import Any

import typer
from docxtpl import DocxTemplate
from openpyxl import load_workbook

app = typer.Typer()


def context_of(workbook: Path, places: dict[str, Any]) -> dict[str, Any]:
    """Return what the template's tags name: texts, and paragraphs for its loops."""
    book = load_workbook(workbook, data_only=True)
    context: dict[str, Any] = {"signature_date": ""}
    for at in places.values():
        sheet = book[at["sheet"]]
        last = sheet.max_row if at["many"] else at["row"]
        cells = (sheet.cell(row, at["column"]).value for row in range(at["row"], last + 1))
        texts = [str(value) for value in cells if value is not None]
        *groups, name = at["field"].split(".")
        target = context
        for group in groups:
            target = target.setdefault(group, {})
        paragraphs = [{"level": 0, "heading": "", "text": text} for text in texts]
        target[name] = paragraphs if at["paragraphs"] else "".join(texts)
    return context | {"title_lines": [f"{context['org']}{context['year']}"]}


def fill(workbook: Path, template: Path, places: dict[str, Any], output: Path) -> None:
    """Make one report."""
    document = DocxTemplate(template)
    document.render(context_of(workbook, places), autoescape=True)
    document.save(output)


@app.command()
def main(workbook: Path, template: Path, places: Path, output: Path, times: int = 0) -> None:
    """Make one report; or so many, and print the seconds of each."""
    cells = json.loads(places.read_text("utf-8"))
    for _ in range(times or 1):
        begun = time.perf_counter()
        fill(workbook, template, cells, output)
        if times:
            print(time.perf_counter() - begun)


if __name__ == "__main__":
    app()
