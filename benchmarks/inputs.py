"""Workbooks to measure with: as many as asked for, each of its own unit, all with the figures and texts of an example.

python benchmarks/inputs.py FOLDER --count 500 [--narrative 10] [--own-rows 100000]
"""

import argparse
import json
from pathlib import Path

from openpyxl import load_workbook

from make_report.app_work import library
from make_report.entries import entries_of, parse_data
from make_report.workbook.writing.blank import standard_workbook

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "input_examples" / "pingtan-2023.json"
FORM = "zfxxgk-2021"


def workbook(unit: str = "", narrative: int = 1) -> bytes:
    """Return the example as a workbook; of another unit, with its texts so many times as long."""
    text = EXAMPLE.read_text("utf-8")
    # The unit's name stands in its texts too.
    data = parse_data(text.replace(json.loads(text)["org"], unit) if unit else text, "en")
    for name, content in data.items():
        if isinstance(content, list) and all(isinstance(text, str) for text in content):
            data[name] = content * narrative
    form = library().form(FORM)
    return standard_workbook(form, entries_of(form, data, "en"))


def with_own_sheet(path: Path, rows: int) -> None:
    """Put a sheet of the office's own beside the form, as large as can be met."""
    book = load_workbook(path)
    sheet = book.create_sheet("own")
    for row in range(rows):
        sheet.append([row, f"case {row}", row * 7 % 365, "closed"])
    book.save(path)


def main() -> None:
    """Write the workbooks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--narrative", type=int, default=1)
    parser.add_argument("--own-rows", type=int, default=0)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for number in range(asked.count):
        target = asked.folder / f"{number:06}.xlsx"
        target.write_bytes(workbook(f"平潭第{number}局" if asked.count > 1 else "", asked.narrative))
        if asked.own_rows:
            with_own_sheet(target, asked.own_rows)


if __name__ == "__main__":
    main()
