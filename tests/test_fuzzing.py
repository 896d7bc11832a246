"""What the fuzzer begins with holds, and what it found stays mended."""

import pytest

from tests import fuzzing


@pytest.mark.parametrize("data", [*fuzzing.renderer_corpus()], ids=lambda data: repr(data[:60]))
def test_the_renderer_bears_its_corpus(data: bytes) -> None:
    fuzzing.render_bytes(data)


def test_the_corpus_of_the_reader_covers_each_part() -> None:
    first = {data[0] for data in fuzzing.reader_corpus()}
    assert first >= {*range(len(fuzzing.FUZZED)), fuzzing.WHOLE_FILE}
    assert len(fuzzing.FUZZED) >= 7
