"""`forms draft` on a disk that fails: each file is written whole or not at all, and the failure is told."""

from pathlib import Path

import pytest

from make_report.app import run
from make_report.archive import read_parts
from tests.document.third_form import THIRD_FORM
from tests.faults import DISK_FULL, READ_ONLY, fail

BLANK, REPORT = "blank.xlsx", "report.docx"
MOST_CALLS = 40


@pytest.mark.parametrize("before", [{}, {BLANK: b"old"}, {REPORT: b"old"}], ids=["nothing", BLANK, REPORT])
@pytest.mark.parametrize(("number", "lasting"), [(DISK_FULL, True), (READ_ONLY, False)])
def test_whatever_call_fails_each_file_is_new_or_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], before: dict[str, bytes], number: int, *, lasting: bool
) -> None:
    codes: set[int] = set()
    for failing in range(MOST_CALLS):
        folder = tmp_path / str(failing) / "third"
        folder.mkdir(parents=True)
        for name, content in {"form.yaml": THIRD_FORM.encode(), **before}.items():
            (folder / name).write_bytes(content)
        with pytest.MonkeyPatch.context() as patch:
            seen = fail(patch, ["app_forms"], failing, number, lasting=lasting)
            code = run(["forms", "draft", str(folder)])
        codes.add(code)
        said = capsys.readouterr().err
        after = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "form.yaml"}
        assert after.keys() <= {BLANK, REPORT}
        assert all(content == before.get(name) or read_parts(content) for name, content in after.items())
        assert code in (0, 3)
        assert bool(said.strip()) == (code == 3 or REPORT in before)
        assert "mistake in make-report itself" not in said
        assert code == 3 or {BLANK, REPORT} == after.keys()
        if len(seen) <= failing:
            break
    assert codes == ({3} if REPORT in before else {0, 3})
