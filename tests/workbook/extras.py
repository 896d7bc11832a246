"""What staff and their programs have in workbooks beside cells: each a small package part of the kind, made by hand.

Each is put into table 3, where findings are marked, or into the workbook; it holds the word OWN, by which it is known
wherever a program puts it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from tests.workbook.editing import with_parts

OWN = b"staffs-own"
SHEET, SHEET_RELATIONS = "xl/worksheets/sheet4.xml", "xl/worksheets/_rels/sheet4.xml.rels"
BOOK, BOOK_RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office"
_X14 = f'xmlns:x14="{_MICROSOFT}/spreadsheetml/2009/9/main" xmlns:xm="{_MICROSOFT}/excel/2006/main"'
_R = f'xmlns:r="{_OFFICE}"'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_A, _C, _XDR = (f"http://schemas.openxmlformats.org/drawingml/2006/{name}" for name in
                ("main", "chart", "spreadsheetDrawing"))  # fmt: skip
_EXCEL = "application/vnd.ms-excel"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s3073" type="#_x0000_t201" alt="staffs-own">'
    '<x:ClientData ObjectType="{kind}"><x:Anchor>1, 0, 33, 0, 3, 0, 34, 0</x:Anchor></x:ClientData></v:shape></xml>'
)
_ANCHOR = (
    "<xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>33</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
    "<xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>34</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
)
_FRAME = (
    f'<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}" {_R}><xdr:twoCellAnchor>{_ANCHOR}{{content}}<xdr:clientData/>'
    "</xdr:twoCellAnchor></xdr:wsDr>"
)
_PICTURE = _FRAME.format(
    content='<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="staffs-own"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill>'
    '<a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>"
)
_GRAPH = _FRAME.format(
    content='<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="staffs-own"/>'
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
    f'<a:graphic><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" r:id="rId1"/></a:graphicData></a:graphic>'
    "</xdr:graphicFrame>"
)
_CHART = (
    f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r>'
    "<a:t>staffs-own</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:layout/><c:barChart>"
    '<c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>表三!$D$7:$I$7</c:f>'
    '</c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/>'
    '<c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/>'
    '<c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>'
)


class Extra(NamedTuple):
    """Something that a workbook has: parts by name, what points to them, what is said of them where they belong."""

    parts: Mapping[str, str | bytes] = {}
    types: Mapping[str, str] = {}
    """Content types by part."""
    related: Mapping[str, tuple[tuple[str, str], ...]] = {}
    """Kind and target of each relation, by the part that has them: rId9001 and so on, in parts of its own rId1."""
    sheet: Mapping[str, str] = {}
    """Markup in the sheet, by the element that it stands in front of; in front of "" it stands at the end."""
    book: Mapping[str, str] = {}
    """The same in the workbook's part."""


def _extension(uri: str, markup: str) -> dict[str, str]:
    return {"": f'<extLst><ext uri="{{{uri}}}" {_X14}>{markup}</ext></extLst>'}


def _drawing(
    drawing: str, target: str, kind: str, others: Mapping[str, str | bytes], types: Mapping[str, str]
) -> Extra:
    part = "xl/drawings/drawing77.xml"
    return Extra(
        {part: drawing, **others},
        {part: "application/vnd.openxmlformats-officedocument.drawing+xml", **types},
        {SHEET: ((f"{_OFFICE}/drawing", part),), part: ((f"{_OFFICE}/{kind}", target),)},
        {"": f'<drawing {_R} r:id="rId9001"/>'},
    )


def _shapes(kind: str, control: str, part: str, content: str | bytes, types: tuple[str, str]) -> Extra:
    """Return a thing that has its shape in a VML drawing, as comments have; types are those of content and relation."""
    drawing = "xl/drawings/vmlDrawing77.vml"
    return Extra(
        {drawing: _VML.format(kind=kind), part: content},
        {drawing: "application/vnd.openxmlformats-officedocument.vmlDrawing", part: types[0]},
        {SHEET: ((f"{_OFFICE}/vmlDrawing", drawing), (types[1], part))},
        {"": f'<legacyDrawing {_R} r:id="rId9001"/>{control}'},
    )


EXTRAS: Mapping[str, Extra] = {
    "x14 data validations": Extra(
        sheet=_extension(
            "CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF",
            '<x14:dataValidations count="1"><x14:dataValidation type="list" prompt="staffs-own"><x14:formula1>'
            "<xm:f>表四!$A$7:$A$9</xm:f></x14:formula1><xm:sqref>L7</xm:sqref></x14:dataValidation></x14:dataValidations>",
        )
    ),
    "x14 conditional formats": Extra(
        sheet=_extension(
            "78C0D931-6437-407d-A8EE-F0AAD7539E65",
            '<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="9" '
            'id="{01}"><xm:f>L7="staffs-own"</xm:f></x14:cfRule><xm:sqref>L7</xm:sqref></x14:conditionalFormatting>'
            "</x14:conditionalFormattings>",
        )
    ),
    "sparklines": Extra(
        sheet=_extension(
            "05C60535-1F16-4fd2-B633-F4F36F0B64E0",
            "<x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>staffs-own!D7:I7</xm:f>"
            "<xm:sqref>L8</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups>",
        )
    ),
    "slicers": Extra(
        {
            "xl/slicers/slicer1.xml": f'<slicers xmlns="{_MICROSOFT}/spreadsheetml/2009/9/main">'
            '<slicer name="staffs-own" cache="c" rowHeight="1"/></slicers>',
            "xl/slicerCaches/slicerCache1.xml": "<slicerCacheDefinition "
            f'xmlns="{_MICROSOFT}/spreadsheetml/2009/9/main" name="c" sourceName="staffs-own"/>',
        },
        {
            "xl/slicers/slicer1.xml": f"{_EXCEL}.slicer+xml",
            "xl/slicerCaches/slicerCache1.xml": f"{_EXCEL}.slicerCache+xml",
        },
        {
            SHEET: ((f"{_MICROSOFT}/2007/relationships/slicer", "xl/slicers/slicer1.xml"),),
            BOOK: ((f"{_MICROSOFT}/2007/relationships/slicerCache", "xl/slicerCaches/slicerCache1.xml"),),
        },
        _extension(
            "A8765BA9-456A-4dab-B4F3-ACF838C121DE",
            f'<x14:slicerList><x14:slicer {_R} r:id="rId9001"/></x14:slicerList>',
        ),
        _extension(
            "BBE1A952-AA13-448e-AADC-164F8A28A991",
            f'<x14:slicerCaches><x14:slicerCache {_R} r:id="rId9001"/></x14:slicerCaches>',
        ),
    ),
    "a picture": _drawing(
        _PICTURE, "xl/media/image77.png", "image", {"xl/media/image77.png": b"\x89PNG staffs-own"}, {"png": "image/png"}
    ),
    "a background picture": Extra(
        {"xl/media/image77.png": b"\x89PNG staffs-own"},
        {"png": "image/png"},
        {SHEET: ((f"{_OFFICE}/image", "xl/media/image77.png"),)},
        {"": f'<picture {_R} r:id="rId9001"/>'},
    ),
    "a chart": _drawing(
        _GRAPH,
        "xl/charts/chart77.xml",
        "chart",
        {"xl/charts/chart77.xml": _CHART},
        {"xl/charts/chart77.xml": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"},
    ),
    "a pivot cache": Extra(
        {
            "xl/pivotCache/pivotCacheDefinition77.xml": f'<pivotCacheDefinition {_MAIN} refreshedBy="staffs-own">'
            '<cacheSource type="worksheet"><worksheetSource ref="D6:I7" sheet="表三"/></cacheSource>'
            '<cacheFields count="0"/></pivotCacheDefinition>'
        },
        {"xl/pivotCache/pivotCacheDefinition77.xml": f"{_SHEETML}.pivotCacheDefinition+xml"},
        {BOOK: ((f"{_OFFICE}/pivotCacheDefinition", "xl/pivotCache/pivotCacheDefinition77.xml"),)},
        book={"": f'<pivotCaches {_R}><pivotCache cacheId="77" r:id="rId9001"/></pivotCaches>'},
    ),
    "a form control": _shapes(
        "Button",
        f'<controls><control {_R} shapeId="3073" r:id="rId9002" name="staffs-own"/></controls>',
        "xl/ctrlProps/ctrlProp77.xml",
        f'<formControlPr xmlns="{_MICROSOFT}/spreadsheetml/2009/9/main" objectType="Button" fmlaMacro="staffs-own"/>',
        (f"{_EXCEL}.controlproperties+xml", f"{_OFFICE}/ctrlProp"),
    ),
    "an ActiveX control": _shapes(
        "Pict",
        f'<controls><control {_R} shapeId="3073" r:id="rId9002" name="staffs-own"/></controls>',
        "xl/activeX/activeX77.xml",
        f'<ax:ocx xmlns:ax="{_MICROSOFT}/2006/activeX" ax:classid="staffs-own" ax:persistence="persistPropertyBag"/>',
        (f"{_EXCEL}.activeX+xml", f"{_OFFICE}/control"),
    ),
    "an embedded object": _shapes(
        "Pict",
        f'<oleObjects><oleObject {_R} progId="Word.Document.12" shapeId="3073" r:id="rId9002"/></oleObjects>',
        "xl/embeddings/oleObject77.bin",
        b"\xd0\xcf\x11\xe0 staffs-own",
        ("application/vnd.openxmlformats-officedocument.oleObject", f"{_OFFICE}/oleObject"),
    ),
    "macros": Extra(
        {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 staffs-own"},
        {"xl/vbaProject.bin": f"{_EXCEL}.vbaProject", BOOK: f"{_EXCEL}.sheet.macroEnabled.main+xml"},
        {BOOK: ((f"{_MICROSOFT}/2006/relationships/vbaProject", "xl/vbaProject.bin"),)},
    ),
    "a conversation beside the findings": Extra(
        {
            "xl/threadedComments/threadedComment77.xml": "<ThreadedComments "
            f'xmlns="{_MICROSOFT}/spreadsheetml/2018/threadedcomments"><threadedComment ref="L20" personId="{{2}}" '
            'id="{1}"><text>staffs-own</text></threadedComment></ThreadedComments>',
            "xl/persons/person.xml": f'<personList xmlns="{_MICROSOFT}/spreadsheetml/2018/threadedcomments">'
            '<person displayName="staffs-own" id="{2}" userId="u" providerId="None"/></personList>',
        },
        {
            "xl/threadedComments/threadedComment77.xml": f"{_EXCEL}.threadedcomments+xml",
            "xl/persons/person.xml": f"{_EXCEL}.person+xml",
        },
        {
            SHEET: (
                (f"{_MICROSOFT}/2017/10/relationships/threadedComment", "xl/threadedComments/threadedComment77.xml"),
            ),
            BOOK: ((f"{_MICROSOFT}/2017/10/relationships/person", "xl/persons/person.xml"),),
        },
    ),
    "printer settings": Extra(
        {"xl/printerSettings/printerSettings77.bin": b"\x00 staffs-own"},
        {"xl/printerSettings/printerSettings77.bin": f"{_SHEETML}.printerSettings"},
        {SHEET: ((f"{_OFFICE}/printerSettings", "xl/printerSettings/printerSettings77.bin"),)},
    ),
    "custom XML": Extra(
        {"customXml/item77.xml": "<staffs-own/>"},
        {},
        {BOOK: ((f"{_OFFICE}/customXml", "customXml/item77.xml"),)},
    ),
    "a data connection": Extra(
        {"xl/connections.xml": f'<connections {_MAIN}><connection id="1" name="staffs-own" type="4"/></connections>'},
        {"xl/connections.xml": f"{_SHEETML}.connections+xml"},
        {BOOK: ((f"{_OFFICE}/connections", "xl/connections.xml"),)},
    ),
    "a link to another workbook": Extra(
        {
            "xl/externalLinks/externalLink77.xml": f'<externalLink {_MAIN}><externalBook {_R} r:id="rId1"><sheetNames>'
            '<sheetName val="staffs-own"/></sheetNames></externalBook></externalLink>'
        },
        {"xl/externalLinks/externalLink77.xml": f"{_SHEETML}.externalLink+xml"},
        {
            BOOK: ((f"{_OFFICE}/externalLink", "xl/externalLinks/externalLink77.xml"),),
            "xl/externalLinks/externalLink77.xml": ((f"{_OFFICE}/externalLinkPath", "http:staffs-own.xlsx"),),
        },
        book={"definedNames": f'<externalReferences {_R}><externalReference r:id="rId9001"/></externalReferences>'},
    ),
}


def with_extra(workbook: bytes, extra: Extra) -> bytes:
    """Return the workbook with something of staff's in it."""

    def put(parts: dict[str, bytes]) -> None:
        for name, content in extra.parts.items():
            parts[name] = content if isinstance(content, bytes) else content.encode()
        types = parts["[Content_Types].xml"].decode()
        for name, content_type in extra.types.items():
            types = _declared(types, name, content_type)
        parts["[Content_Types].xml"] = types.encode()
        for name, relations in extra.related.items():
            _relate(parts, name, relations)
        _insert(parts, SHEET, extra.sheet, "</worksheet>")
        _insert(parts, BOOK, extra.book, "</workbook>")

    return with_parts(workbook, put)


def _declared(types: str, name: str, content_type: str) -> str:
    start = f'<Override PartName="/{name}" ContentType="'
    if start in types:
        head, _, tail = types.partition(start)
        return head + start + content_type + tail[tail.index('"') :]
    if "/" not in name:
        default = f'<Default Extension="{name}" ContentType="{content_type}"/>'
        return types.replace("<Override", f"{default}<Override", 1)
    return types.replace("</Types>", f'{start}{content_type}"/></Types>')


def _relate(parts: dict[str, bytes], name: str, relations: tuple[tuple[str, str], ...]) -> None:
    folder, _, base = name.rpartition("/")
    part = f"{folder}/_rels/{base}.rels"
    none = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    first = 9001 if name in {SHEET, BOOK} else 1
    for number, (kind, target) in enumerate(relations, first):
        where = 'TargetMode="External" Target="' if target.startswith("http:") else 'Target="/'
        relation = f'<Relationship Id="rId{number}" Type="{kind}" {where}{target}"/></Relationships>'
        parts[part] = parts.get(part, none).replace(b"</Relationships>", relation.encode())


def _insert(parts: dict[str, bytes], part: str, markup: Mapping[str, str], end: str) -> None:
    for before, added in markup.items():
        place = f"<{before}" if before else end
        assert place.encode() in parts[part]
        parts[part] = parts[part].replace(place.encode(), (added + place).encode(), 1)
