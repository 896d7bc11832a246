"""Archives read without zipfile: never otherwise than zipfile reads them."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from make_report import archive
from make_report.archive import BoundedArchive, UnreadableArchiveError, read_parts, write_parts
from make_report.plain_zip import inflated, listed_parts

PARTS = st.dictionaries(
    st.text(alphabet="abc/.[]_字é", min_size=1, max_size=9), st.binary(max_size=300), min_size=1, max_size=5
)
CHANGES = st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=3)


def by_zipfile(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist() if not entry.is_dir()}


def written(parts: dict[str, bytes], method: int, *, streamed: bool) -> bytes:
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return not streamed

        def tell(self) -> int:
            if streamed:
                raise AttributeError
            return super().tell()

    target = Stream()
    with zipfile.ZipFile(target, "w", method) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return target.getvalue()


@given(parts=PARTS, method=st.sampled_from([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]), streamed=st.booleans())
def test_archives_as_programs_write_them_are_read_without_zipfile(
    parts: dict[str, bytes], method: int, *, streamed: bool
) -> None:
    content = written(parts, method, streamed=streamed)
    listed = listed_parts(content)
    assert listed is not None
    assert {part.name: inflated(content, part) for part in listed} == parts
    assert read_parts(content) == by_zipfile(content)


@given(PARTS, CHANGES, st.integers(0, 60))
def test_what_is_changed_is_read_as_zipfile_reads_it_or_not_here(
    parts: dict[str, bytes], changes: list[tuple[int, int]], cut: int
) -> None:
    content = bytearray(write_parts(parts))
    for place, byte in changes:
        content[-1 - place % len(content)] = byte
    changed = bytes(content[: len(content) - cut])
    listed = listed_parts(changed)
    found = {part.name: inflated(changed, part) for part in listed or ()}
    plain = {name: part for name, part in found.items() if part is not None and not name.endswith("/")}
    if plain:
        with zipfile.ZipFile(io.BytesIO(changed)) as opened:
            assert plain == {name: opened.read(name) for name in plain}


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b"PK\x05\x06\0\0", b"PK\x05\x06\1\0"),
        (b"PK\x01\x02\x14\0", b"PK\x01\x02\x14\0\x3f\0\x00\x00"),
        (b"PK\x01\x02\x14\0\x14\0\0\0", b"PK\x01\x02\x14\0\x14\0\1\0"),
        (b"PK\x01\x02\x14\0\x14\0\0\0\x08", b"PK\x01\x02\x14\0\x14\0\0\0\x0c"),
        (b"PK\x03\x04\x14\0\0\0\x08", b"PK\x03\x04\x14\0\0\0\x00"),
        (b"a.xml", b"b.xml"),
    ],
)
def test_what_says_something_else_is_left_to_zipfile(was: bytes, becomes: bytes) -> None:
    content = write_parts({"a.xml": b"<a/>" * 20})
    assert was in content
    odd = content.replace(was, becomes, 1)
    assert [inflated(odd, part) for part in listed_parts(odd) or ()] in ([], [None])


def test_two_parts_in_one_place_are_left_to_zipfile() -> None:
    content = write_parts({"a": b"1" * 50, "b": b"1" * 50})
    directory = content.index(b"PK\x01\x02")
    second = content.index(b"PK\x01\x02", directory + 1)
    place = second + 42
    overlapping = content[:place] + bytes(4) + content[place + 4 :]
    assert listed_parts(content) is not None
    assert listed_parts(overlapping) is None


def test_a_part_that_is_larger_than_it_says_is_not_inflated_whole() -> None:
    content = write_parts({"a": bytes(5_000_000)})
    listed = listed_parts(content)
    assert listed
    assert inflated(content, listed[0]._replace(size=10)) is None


def _not_plain(_: bytes) -> None:
    return None


def test_a_bounded_archive_asks_zipfile_for_what_is_not_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_parts({"a": b"1" * 50})
    plain = dict(BoundedArchive(content))
    monkeypatch.setattr(archive, "listed_parts", _not_plain)
    assert plain == dict(BoundedArchive(content)) == read_parts(content) == {"a": b"1" * 50}
    with pytest.raises(UnreadableArchiveError):
        read_parts(b"PK no archive")
