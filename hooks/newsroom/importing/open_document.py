"""Removes what an OpenDocument text hides, since LibreOffice shows some of it in the Word file that it makes.

See https://docs.oasis-open.org/office/OpenDocument/v1.3/os/part3-schema/OpenDocument-v1.3-os-part3-schema.html.
"""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

from newsroom.importing.source import ImportRefusedError, Note, NoteKind
from newsroom.markup.tree import remove_element

_NAMES: Mapping[str, str] = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
}
_HIDDEN = (
    "//text:section[@text:display='none' or @text:is-hidden='true']|//text:hidden-text|//*[@draw:display='none']"
    "|//text:p[.//text:hidden-paragraph[@text:is-hidden='true']]|//text:h[.//text:hidden-paragraph[@text:is-hidden='true']]"
    "|//text:file-name"
)
_CONTENT = "content.xml"
_MAX_CONTENT = 100_000_000
_LEFT_OUT = Note(NoteKind.DROPPED, "Hidden parts and fields with the path of the file are left out.")
_DAMAGED = "The file is damaged. Open it in LibreOffice, save it as a Word document (.docx), and import that."


def remove_hidden_text(data: bytes) -> tuple[bytes, tuple[Note, ...]]:
    """An OpenDocument text without its hidden parts and without fields with its path, and a note on them.

    Args:
        data: The file: an archive (.odt, .ott), or XML (.fodt).

    Raises:
        ImportRefusedError: It is damaged, or too large.
    """
    if data.lstrip().startswith(b"<"):
        return _without_hidden(data)
    if not data.startswith(b"PK"):
        return data, ()  # LibreOffice says that it is something else
    file, notes = BytesIO(), tuple[Note, ...]()
    try:
        with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
            if any(info.flag_bits & 1 for info in source.infolist()) or _is_encrypted(source):
                return data, ()  # LibreOffice says that it needs a password
            if sum(info.file_size for info in source.infolist()) > _MAX_CONTENT * 5:
                raise ImportRefusedError("The file is too large when it is unpacked. Make its pictures smaller.")
            for info in source.infolist():
                part = source.read(info)
                if info.filename == _CONTENT:
                    part, notes = _without_hidden(part)
                target.writestr(info.filename, part)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError) as error:
        raise ImportRefusedError(_DAMAGED) from error
    return file.getvalue(), notes


def _is_encrypted(archive: zipfile.ZipFile) -> bool:
    manifest = "META-INF/manifest.xml"
    return manifest in archive.namelist() and b"encryption-data" in archive.read(manifest)


def _without_hidden(content: bytes) -> tuple[bytes, tuple[Note, ...]]:
    if len(content) > _MAX_CONTENT:
        raise ImportRefusedError("The file has too much text. Divide it, and import the parts.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ImportRefusedError(_DAMAGED) from error
    hidden = list(_hidden(root))
    for element in hidden:
        remove_element(element)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8"), (_LEFT_OUT,) if hidden else ()


def _hidden(root: etree._Element) -> Iterator[etree._Element]:
    found = root.xpath(_HIDDEN, namespaces=dict(_NAMES))
    yield from (element for element in found if isinstance(element, etree._Element)) if isinstance(found, list) else ()
