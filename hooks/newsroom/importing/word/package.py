"""Opens a .docx within limits, and reads its parts. Files that are something else are refused by name."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from newsroom.importing.source import ImportRefusedError, NoteLog
from newsroom.importing.word.xml import Element, every, parse

_MAX_FILES = 5_000
_MAX_UNPACKED = 500_000_000
_MAX_XML = 40_000_000
_MAX_RATIO = 200
"""The XML of long documents is compressed to a 30th. Small files can have a better ratio without any harm."""
_SMALL = 10_000_000
_MACRO_TYPE = "macroenabled"
_DOCUMENT_TYPE = "/officeDocument"
_AGAIN = "Open it in Word, save it under a new name as a Word document (.docx), and import that file."
_READ_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
_SAVE = "save it as a Word document (.docx), and import that file."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The start of the older Office files, and of protected new ones (MS-CFB)."""
_SIGNATURES = (
    (re.compile(rb"\{\\rtf"), f"The file is in Rich Text Format, not a Word file. Name it .rtf, or {_SAVE}"),
    (re.compile(rb"%PDF"), "The file is a PDF, not a Word file. Ask for the document that it was made from."),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml.{0,400}?<(?:pkg:package|w:wordDocument)", re.DOTALL),
        f"The file is a Word file in XML. Open it in Word, {_SAVE}",
    ),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|meta|div|p)\b", re.IGNORECASE
        ),
        f"The file is a web page, not a Word file. Name it .html, or open it in Word, {_SAVE}",
    ),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8"), "The file is a picture, not a Word file. Put it beside the text."),
    (
        re.compile(rb"version https://git-lfs"),
        "The file is only a pointer to a file that Git keeps elsewhere. Get the Word file itself.",
    ),
)


@dataclass(frozen=True)
class Relationship:
    """What a part refers to: a part of the file by its path, or an address outside."""

    kind: str
    target: str
    is_external: bool


class Package:
    """The parts of a Word file."""

    def __init__(self, data: bytes) -> None:
        """Open the file. Raises ImportRefusedError if it is not a Word file, or is too large."""
        other = _name_of_other_file(data)
        if other:
            raise ImportRefusedError(other)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _READ_ERRORS as error:
            raise ImportRefusedError(f"The Word file is damaged, or only a part of it was copied. {_AGAIN}") from error
        self._names = {info.filename.lower(): info for info in self._zip.infolist()}
        self._refuse_bombs(len(data))
        self.document = self._find_document()

    def has(self, path: str) -> bool:
        """Whether there is such a part."""
        return path.lower() in self._names

    def read(self, path: str, limit: int = _MAX_UNPACKED) -> bytes:
        """The bytes of a part. Raises ImportRefusedError."""
        info = self._names.get(path.lower())
        if info is None:
            raise ImportRefusedError(f"The Word file is damaged: its part {path} is missing. {_AGAIN}")
        try:
            with self._zip.open(info) as file:
                data = file.read(limit + 1)
        except _READ_ERRORS as error:
            raise ImportRefusedError(f"The Word file is damaged: its part {path} cannot be read. {_AGAIN}") from error
        if len(data) > limit:
            raise _too_large(f"its part {path} has more than {limit // 1_000_000} MB of text")
        return data

    def xml(self, path: str) -> Element:
        """The parsed XML of a part. Raises ImportRefusedError."""
        return parse(self.read(path, _MAX_XML), path)

    def relationships(self, path: str) -> dict[str, Relationship]:
        """What a part refers to, by the id that it uses. Targets in the file are paths from its top."""
        folder, name = posixpath.split(path)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(rels):
            return {}
        found = {}
        for element in every(self.xml(rels), "rel:Relationship"):
            target = element.get("Target", "")
            is_external = element.get("TargetMode") == "External"
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[element.get("Id", "")] = Relationship(element.get("Type", ""), target, is_external)
        return found

    def related(self, kind: str) -> str | None:
        """The path of the part that the document refers to for this purpose, like "styles"; None if it has none."""
        for relationship in self.relationships(self.document).values():
            if relationship.kind.endswith(f"/{kind}") and self.has(relationship.target):
                return relationship.target
        return None

    def _refuse_bombs(self, size: int) -> None:
        infos = self._zip.infolist()
        if any(info.flag_bits & 1 for info in infos):
            raise ImportRefusedError(
                "The file is protected with a password. Remove the password, and import the file again."
            )
        unpacked = sum(info.file_size for info in infos)
        if len(infos) > _MAX_FILES:
            raise _too_large(f"it contains {len(infos):,} files")
        if unpacked > _MAX_UNPACKED or (unpacked > _SMALL and unpacked > _MAX_RATIO * size):
            raise _too_large(f"it unpacks to {unpacked // 1_000_000:,} MB, as no text of an editor does")

    def _find_document(self) -> str:
        paths = [
            relationship.target
            for relationship in self.relationships("").values()
            if relationship.kind.endswith(_DOCUMENT_TYPE) and not relationship.is_external
        ]
        path = next(iter(paths), "word/document.xml")
        other = _name_of_other_zip(set(self._names), self.read("mimetype", 100) if self.has("mimetype") else b"")
        if other and not (path.startswith("word/") and self.has(path)):
            raise ImportRefusedError(other)
        if not self.has(path):
            raise ImportRefusedError(f"The Word file is damaged: its part {path} is missing. {_AGAIN}")
        self._refuse_macros(path)
        return path

    def _refuse_macros(self, path: str) -> None:
        if not self.has("[Content_Types].xml"):
            return
        types = self.xml("[Content_Types].xml")
        for override in every(types, "ct:Override"):
            is_document = override.get("PartName", "").lower() == f"/{path.lower()}"
            if is_document and _MACRO_TYPE in override.get("ContentType", "").lower():
                raise ImportRefusedError(
                    "The file is a Word document with macros (.docm), which are programs. In Word, save it as a "
                    "Word document (.docx), and import that file."
                )


@dataclass(frozen=True)
class Part:
    """A part with text: its tree, what it refers to, the file that it is in, and the log for what is left out."""

    root: Element
    relationships: dict[str, Relationship]
    package: Package
    log: NoteLog


def _too_large(what: str) -> ImportRefusedError:
    return ImportRefusedError(
        f"The Word file is too large: {what}. In Word, select a picture, choose Picture Format, Compress Pictures, and "
        "save the file; or copy the text into a new document."
    )


def _name_of_other_file(data: bytes) -> str | None:
    """A message about a file that is not a zip, as each Word file is; None for a zip."""
    if not data:
        return "The file is empty. Save the Word document again, and import it then."
    if data.startswith(_OLE):
        return _name_of_ole_file(data)
    for signature, message in _SIGNATURES:
        if signature.match(data[:1000]):
            return message
    if b"PK\x05\x06" in data or data.startswith(b"PK"):
        return None
    if b"\0" not in data[:4000]:
        return f"The file is plain text, not a Word file. Name it .txt or .md, or open it in Word, {_SAVE}"
    return f"The file is not a Word file. Open it with the program that wrote it, {_SAVE}"


def _name_of_ole_file(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return (
            "The Word file is protected with a password. In Word, choose File, Info, Protect Document, Encrypt with "
            "Password, delete the password, save the file, and import it again."
        )
    if "WordDocument".encode("utf-16-le") in data:
        return f"The file is an old Word file (.doc). Name it .doc, or open it in Word, {_SAVE}"
    return f"The file is of an old Office program, not a Word file (.docx). Open it with that program, {_SAVE}"


def _name_of_other_zip(names: AbstractSet[str], mimetype: bytes) -> str | None:
    """A message about a zip that has no Word document in it; None if it may have one.

    Args:
        names: The paths in the zip, in lower case.
        mimetype: The content of its file ``mimetype``, if it has one.
    """
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return f"The file is an OpenDocument text (.odt), not a Word file. Name it .odt, or {_SAVE}"
    if mimetype.startswith(b"application/epub"):
        return "The file is an e-book (EPUB), not a Word file. Ask for the document that it was made from."
    if any(name.endswith(".iwa") or name == "index.zip" for name in names):
        return (
            "The file is from Apple Pages. In Pages, choose File, Export To, Word, with the format .docx, and import "
            "that file."
        )
    if any(name.startswith("xl/") for name in names):
        return "The file is an Excel workbook, not a Word file. Copy its table into a Word document."
    if any(name.startswith("ppt/") for name in names):
        return "The file is a PowerPoint presentation, not a Word file. Copy its text into a Word document."
    if "word/document.xml" not in names and "[content_types].xml" not in names:
        return "The file is a zip archive, not a Word file. Unpack it, and import the Word file that is in it."
    return None
