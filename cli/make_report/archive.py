"""Office files as zip archives with nothing in them that depends on the hour: same parts, same bytes."""

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip entry can bear; office programs write it too."""


def read_parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of an office file by name, in the archive's order. BadZipFile if it is none."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return an office file made of the parts, in their order, with fixed times and attributes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return target.getvalue()
