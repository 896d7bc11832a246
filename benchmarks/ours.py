"""Make the report of a workbook so many times in one process, with all checks, and print the seconds of each.

python benchmarks/ours.py WORKBOOK TIMES
"""

import sys
import time
from pathlib import Path

from make_report.app_work import library
from make_report.office.kit import Kit
from make_report.office.work import Order, State, Wish, done


def main() -> None:
    """Read, check, fill, and time it."""
    path, times = Path(sys.argv[1]), int(sys.argv[2])
    kit = Kit(library())
    for _ in range(times):
        begun = time.perf_counter()
        made = done(kit, Order(str(path), path.name, path.read_bytes(), Wish()))
        (path.parent / "report.docx").write_bytes(made.report)
        print(time.perf_counter() - begun)
        if made.state is not State.MADE:
            raise SystemExit(made.message)


if __name__ == "__main__":
    main()
