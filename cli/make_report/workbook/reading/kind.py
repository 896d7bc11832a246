"""What a file is that is no workbook: told from its first bytes and its parts, one sentence each with what to do."""

import codecs
from collections.abc import Iterable

from make_report.language import marked

EMPTY = marked("{name} is empty (0 bytes). Please save the workbook again, or copy it once more.")
LOCK_FILE = marked("{name} is only the lock file of an open workbook. Please name the workbook itself, without “~$”.")
ENCRYPTED = marked(
    "{name} is protected by a password. Please open it, remove the password, save it and run this again."
)
OLD_EXCEL = marked(
    "{name} is in the old .xls format, or in .et of WPS. Please open it in WPS or Excel and save it as .xlsx."
)
OLD_OFFICE = marked("{name} is an old Office file, but no workbook. Please name the standard workbook (.xlsx).")
PDF = marked("{name} is a PDF. Please name the standard workbook (.xlsx).")
HTML = marked("{name} is a web page, not a workbook. Please open it in WPS or Excel and copy the figures over.")
XML = marked("{name} is an XML file, not a workbook. Please open it in WPS or Excel and save it as .xlsx.")
TEXT = marked("{name} is a text file (such as .csv), not a workbook. Please fill in the standard workbook (.xlsx).")
WORD = marked("{name} is a Word document, not a workbook. Please name the standard workbook (.xlsx).")
SLIDES = marked("{name} is a presentation, not a workbook. Please name the standard workbook (.xlsx).")
BINARY_EXCEL = marked("{name} is in the binary .xlsb format. Please open it in WPS or Excel and save it as .xlsx.")
OPEN_DOCUMENT = marked("{name} is an OpenDocument file. Please open it in WPS or Excel and save it as .xlsx.")
STRICT = marked(
    "{name} is in the “Strict Open XML” format. Please save it as “Excel workbook (.xlsx)” and run this again."
)
ZIP = marked("{name} is a compressed file, not a workbook. Please unpack it first.")
UNKNOWN = marked("{name} is no workbook that can be read. Please open it in WPS or Excel and save it as .xlsx.")
DAMAGED = marked(
    "{name} is damaged or was not copied completely. Please copy it again, or save it anew in WPS or Excel."
)

ZIP_START = b"PK"
_OLE_START = bytes.fromhex("D0CF11E0A1B11AE1")
_OLE_STREAMS = (("EncryptedPackage", ENCRYPTED), ("Workbook", OLD_EXCEL), ("Book", OLD_EXCEL))
_PART_STARTS = (("xl/workbook.bin", BINARY_EXCEL), ("word/", WORD), ("ppt/", SLIDES))
_LOCK_STARTS = ("~$", ".~lock.", ".~")


def why_no_package(content: bytes, name: str) -> str:
    """Return the sentence that says what the file is instead of a zip archive, "" if it is one."""
    if name.startswith(_LOCK_STARTS):
        return LOCK_FILE
    if not content:
        return EMPTY
    if content.startswith(ZIP_START):
        return ""
    if content.startswith(_OLE_START):
        return next(
            (sentence for stream, sentence in _OLE_STREAMS if stream.encode("utf-16-le") in content), OLD_OFFICE
        )
    if content.startswith(b"%PDF"):
        return PDF
    return _why_no_text(content)


def _why_no_text(content: bytes) -> str:
    start = content[:4096].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if b"<html" in start or start.startswith((b"<!doctype html", b"<table", b"mime-version")):
        return HTML
    if start.startswith(b"<?xml"):
        return XML
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return TEXT
    return UNKNOWN if b"\0" in content or not _is_text(content[:4096]) else TEXT


def _is_text(start: bytes) -> bool:
    for encoding in ("utf-8", "gb18030"):
        try:
            # The last character may be cut in the middle: an incremental decoder does not mind.
            codecs.getincrementaldecoder(encoding)().decode(start)
        except UnicodeDecodeError:
            continue
        return True
    return False


def why_no_workbook(parts: Iterable[str]) -> str:
    """Return the sentence that says what a zip archive with these parts is instead of a workbook, "" if it is one."""
    names = list(parts)
    for start, sentence in _PART_STARTS:
        if any(name.startswith(start) for name in names):
            return sentence
    if "content.xml" in names and "mimetype" in names:
        return OPEN_DOCUMENT
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        return ZIP
    return ""
