"""The properties of a report: title, author, language, and the day of its data instead of the present hour."""

from datetime import date

CORE, APP = "docProps/core.xml", "docProps/app.xml"
PRODUCER = "make-report"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_TO_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_CORE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f"<dc:title>{{title}}</dc:title><dc:creator>{{author}}</dc:creator><cp:lastModifiedBy>{PRODUCER}</cp:lastModifiedBy>"
    '<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified><dc:language>{language}</dc:language>'
    "</cp:coreProperties>"
)
_APP = f'<Properties xmlns="{OFFICE}/extended-properties"><Application>{PRODUCER}</Application></Properties>'


def core_properties(title: str, author: str, language: str, day: date) -> bytes:
    """Return docProps/core.xml (ISO/IEC 29500-2, 11): title, author and language of the report, and a day."""
    moment = f"{day.isoformat()}T00:00:00Z"
    words = {"title": " ".join(title.split("\n")), "author": author, "language": language, "moment": moment}
    typed = {name: word.translate(_TO_XML) for name, word in words.items()}
    return f"{_DECLARATION}{_CORE.format(**typed)}".encode()


def app_properties() -> bytes:
    """Return docProps/app.xml, which names the program and counts nothing."""
    return f"{_DECLARATION}{_APP}".encode()
