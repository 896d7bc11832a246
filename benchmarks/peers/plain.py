"""openpyxl, docxtpl and typer as their documentation shows them; docxtpl-ng and rust-docxtpl have their interface."""

import json
import time
from pathlib import Path
from typing import Any

import typer
from docxtpl import DocxTemplate
from openpyxl import load_workbook

app = typer.Typer()


def content_of(workbook: Path, places: dict[str, Any]) -> dict[str, str]:
    """Return the text of each tag."""
    book = load_workbook(workbook, data_only=True)
    content: dict[str, str] = {}
    for tag, at in places.items():
        sheet = book[at["sheet"]]
        last = sheet.max_row if at["many"] else at["row"]
        cells = (sheet.cell(row, at["column"]).value for row in range(at["row"], last + 1))
        content[tag] = "\n".join(str(value) for value in cells if value is not None)
    return content


def fill(workbook: Path, template: Path, places: dict[str, Any], output: Path) -> None:
    """Make one report."""
    document = DocxTemplate(template)
    document.render(content_of(workbook, places), autoescape=True)
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
