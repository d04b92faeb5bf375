"""Writes Word files for tests, from the XML of their parts."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import count
from xml.sax.saxutils import escape

from PIL import Image

from newsroom.importing.word.xml import NAMESPACES

_OPEN = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if prefix not in {"rel", "ct"})
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{}"/></Types>'
)
_RELATIONSHIP = '<Relationship Id="{}" Type="' + NAMESPACES["r"] + '/{}" Target="{}" TargetMode="{}"/>'


def run(text: str, properties: str = "") -> str:
    """A run. Its properties are XML: ``<w:b/>``."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(content: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph of a text, or of XML if ``content`` has elements."""
    inner = content if content.startswith("<") or not content else run(content)
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{name}{properties}</w:pPr>{inner}</w:p>"


def item(text: str, num: int, level: int = 0) -> str:
    """An item of an automatic list."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return par(text, properties=numbering)


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    """A table of cells, which are texts or XML."""
    lines = ("".join(f"<w:tc>{cell if cell.startswith('<') else par(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def picture(rel: str, alt: str = "", crop: str = "", frame: str = "", extra: str = "") -> str:
    """A run with a picture. ``crop`` has the attributes of ``a:srcRect``, ``frame`` those of ``a:xfrm``."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}">{extra}</wp:docPr><a:graphic>'
        f'<a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip r:embed="{rel}"/><a:srcRect {crop}/></pic:blipFill>'
        f"<pic:spPr><a:xfrm {frame}/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def text_box(content: str, shape: str = "") -> str:
    """A run with a text box, in both of the ways in which Word writes each."""
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr name="b"/>'
        "<a:graphic>"
        f'<a:graphicData uri="w"><wps:wsp><wps:spPr>{shape}</wps:spPr><wps:txbx><w:txbxContent>{content}'
        "</w:txbxContent>"
        "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(code: str, result: str) -> str:
    """A field with a result, which is XML."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def style(id_: str, name: str, inner: str = "", kind: str = "paragraph") -> str:
    """A style. A name that Word knows has the same meaning in each language."""
    return f'<w:style w:type="{kind}" w:styleId="{id_}"><w:name w:val="{name}"/>{inner}</w:style>'


STYLES = "".join(
    (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>',
        style("Teitl", "Title", '<w:rPr><w:sz w:val="56"/></w:rPr>'),
        style("Isdeitl", "Subtitle"),
        *(style(f"berschrift{level}", f"heading {level}", "<w:rPr><w:b/></w:rPr>") for level in range(1, 5)),
        style("Caption", "caption"),
        style("Deeper", "List Bullet 2"),
        style("Dyfyniad", "Quote", "<w:rPr><w:i/></w:rPr>"),
        style("House", "House heading", '<w:basedOn w:val="berschrift2"/>'),
        style("Outlined", "Section", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>", "character"),
        style("SecretParagraph", "Secret paragraph", "<w:rPr><w:vanish/></w:rPr>"),
        style("BoldTable", "Bold table", "<w:rPr><w:b/></w:rPr>", "table"),
        style("SecretTable", "Secret table", "<w:rPr><w:vanish/></w:rPr>", "table"),
        style("Steps", "Steps", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
        style("TOC1", "toc 1"),
    )
)


def _level(level: int, kind: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


NUMBERING = (
    "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
        for number, levels in enumerate(
            (
                "".join(_level(level, "bullet", "\uf0b7") for level in range(3)),
                "".join(_level(level, "decimal", f"%{level + 1}.") for level in range(3)),
                _level(0, "decimal", "Step %1:"),
                _level(0, "decimal", "%1.", start=5),
                _level(0, "lowerLetter", "%1)"),
                _level(0, "decimal", "%1.") + _level(1, "decimal", "Part %1.%2:"),
            ),
            1,
        )
    )
    + "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(1, 5))
    + '<w:num w:numId="6"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="6"/></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
)
"""Lists: 1 with bullets, 2 with numbers, 3 "Step 1:", 4 from 5 on, 5 with numbers again from 1 on, 6 with letters, and
7 with "Part 1.2:" at its second level."""


def docx(
    body: str,
    *,
    links: Mapping[str, str] | None = None,
    media: Mapping[str, bytes] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    document_type: str = _DOCUMENT_TYPE,
) -> bytes:
    """A Word file.

    Args:
        body: The XML in ``w:body``.
        links: Addresses outside of the file, by id.
        media: Pictures and other parts by their names in ``word/media/``; their ids are ``pic1``, ``pic2`` and so on.
        parts: More parts by path; the XML of those in ``word/`` without their root, whose name is that of the file.
        document_type: The content type of the document.
    """
    found: dict[str, str | bytes] = {"word/styles.xml": STYLES, "word/numbering.xml": NUMBERING, **(parts or {})}
    numbers = count(1)
    relationships = [
        _RELATIONSHIP.format(id_, "hyperlink", escape(url), "External") for id_, url in (links or {}).items()
    ]
    relationships += [
        _RELATIONSHIP.format(f"pic{n}", "image", f"media/{name}", "Internal")
        for n, name in zip(numbers, media or {}, strict=False)
    ]
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES.format(document_type))
        archive.writestr(
            "_rels/.rels",
            _relationships([_RELATIONSHIP.format("r", "officeDocument", "word/document.xml", "Internal")]),
        )
        archive.writestr("word/document.xml", f"<w:document {_OPEN}><w:body>{body}</w:body></w:document>")
        for path, content in found.items():
            name = path.removeprefix("word/").removesuffix(".xml")
            if isinstance(content, str) and path.startswith("word/") and "/" not in name:
                content = f"<w:{name} {_OPEN}>{content}</w:{name}>"
            archive.writestr(path, content)
            relationships.append(_RELATIONSHIP.format(f"r{name}", name, f"/{path}", "Internal"))
        for name, data in (media or {}).items():
            archive.writestr(f"word/media/{name}", data)
        archive.writestr("word/_rels/document.xml.rels", _relationships(relationships))
    return file.getvalue()


def _relationships(entries: list[str]) -> str:
    return f'<Relationships xmlns="{NAMESPACES["rel"]}">{"".join(entries)}</Relationships>'


def rewritten(data: bytes, rewrite: Callable[[str, bytes], bytes | None]) -> bytes:
    """A zip with each part as ``rewrite`` returns it for the part's path and bytes; None leaves it out."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for path in source.namelist():
            content = rewrite(path, source.read(path))
            if content is not None:
                target.writestr(path, content)
    return file.getvalue()


def halves(image_format: str = "PNG", **options: object) -> bytes:
    """A picture of 40 by 20 pixels whose left half is red, and whose right half is blue."""
    image = Image.new("RGB", (40, 20), "red")
    image.paste("blue", (20, 0, 40, 20))
    file = BytesIO()
    image.save(file, image_format, **options)
    return file.getvalue()
