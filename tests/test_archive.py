"""Office files as archives: written as zipfile writes them."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from make_report.archive import read_parts, write_parts

PARTS = st.dictionaries(
    st.text(alphabet="abc/.[]_字é", min_size=1, max_size=9), st.one_of(st.binary(max_size=200), st.just(bytes(70_000)))
)


def by_zipfile(parts: dict[str, bytes], *, quickly: bool) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, content, compresslevel=3 if quickly and len(content) > 64 * 1024 else None)
    return target.getvalue()


@given(parts=PARTS, quickly=st.booleans())
def test_the_bytes_are_those_of_zipfile(parts: dict[str, bytes], *, quickly: bool) -> None:
    written = write_parts(parts, quickly=quickly)
    assert written == by_zipfile(parts, quickly=quickly) == write_parts(parts, quickly=quickly)
    assert read_parts(written) == {name: content for name, content in parts.items() if not name.endswith("/")}
