"""Says what a file is that was named .docx but is not one, and what to do with it."""

import re
from collections.abc import Set as AbstractSet

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


def name_of_other_file(data: bytes) -> str | None:
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


def name_of_other_zip(names: AbstractSet[str], mimetype: bytes) -> str | None:
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
