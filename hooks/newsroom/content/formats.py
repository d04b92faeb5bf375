"""The file formats in the content folders: which are published, and how to replace each of the others."""

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

PAGE_ENDING = ".md"
PICTURES = frozenset({".jpg", ".jpeg", ".jfif", ".png", ".webp", ".gif", ".avif", ".svg"})
DOCUMENTS = frozenset({".pdf"})
RECORDINGS = frozenset({".mp3", ".m4a", ".ogg", ".mp4", ".webm", ".vtt"})
SOUNDS = frozenset({".mp3", ".m4a", ".ogg"})
CAPTIONS = ".vtt"
_DRAWING = ".svg"
PUBLISHED_ENDINGS = PICTURES | DOCUMENTS | RECORDINGS
"""The only endings that an editor's published file may have, in lower case. All others are refused."""
_ENDING = re.compile(r"\.(?=[0-9]*[a-z])[a-z0-9]{1,9}")
"""`.mp4` and `.docx`, but not the `.2` of "Minutes 1.2", which has no ending."""


@dataclass(frozen=True)
class Refusal:
    """Why a file is not published, and how to fix that: clauses whose subject is the file.

    ``fix_link`` is how to fix a link to the file, if that differs from ``fix``.
    """

    code: str
    what: str
    fix: str
    fix_link: str = ""


def file_ending(path: str) -> str:
    """The ending of a file's name in lower case, such as ".jpg"; "" if it has none."""
    suffix = posixpath.splitext(posixpath.basename(path))[1].lower()
    return suffix if _ENDING.fullmatch(suffix) else ""


def is_drawing(path: str) -> bool:
    """Whether a file is a drawing (SVG), by its name."""
    return file_ending(path) == _DRAWING


def captions_path(recording: str) -> str:
    """The path of a recording's captions: a file of the same name that ends in .vtt."""
    return f"{posixpath.splitext(recording)[0]}{CAPTIONS}"


def find_refusal(path: str) -> Refusal | None:
    """Why a file with this path is neither a page nor published; None if it is one of the two."""
    name, ending = posixpath.basename(path), file_ending(path)
    if name.endswith(PAGE_ENDING) or ending in PUBLISHED_ENDINGS:
        return None
    if ending in PAGE_LIKE:
        return Refusal(
            "page-ending-invalid",
            "is not published, because the name of a page must end in .md",
            f"rename it to '{plain_name(page_stem(name))}.md'",
        )
    return _REFUSALS.get(ending, _OTHER)


def plain_name(text: str) -> str:
    """A text as lower-case letters, digits and hyphens, like "the-garden"; "" if no character can stay."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters)[:40].strip("-")


def page_stem(name: str) -> str:
    """A name without every ending of a page: "garden.md.txt" is "garden"."""
    while file_ending(name) and file_ending(name) in PAGE_LIKE:
        name = posixpath.splitext(name)[0]
    return name


PAGE_LIKE = frozenset({"", PAGE_ENDING, ".txt", ".text", ".markdown", ".mdown", ".mdwn", ".mkd", ".mkdn", ".mdx"})
_UNPUBLISHED = "file-type-unpublished"
_OTHER = Refusal(_UNPUBLISHED, "is of a kind that is not published", "save it as PDF, JPEG or PNG, or delete it")
_AS_PDF = "save it as PDF and link to that: the original also contains the names of its authors, comments and changes"


def _document_refusal(name: str) -> Refusal:
    fix = "make a page of its text, as docs/contribute/import.md says, and delete it, or save it as PDF to publish that"
    return Refusal(_UNPUBLISHED, f"is {name}, which is not published", fix, _AS_PDF)


_SHEET = Refusal(
    _UNPUBLISHED, "is a spreadsheet, which is not published", "save it as PDF, or write the table in a page", _AS_PDF
)
_SLIDES = Refusal(_UNPUBLISHED, "is a presentation, which is not published", "save it as PDF", _AS_PDF)
_PICTURE = Refusal(_UNPUBLISHED, "is a picture of a kind that browsers do not show", "save it as JPEG or PNG")
_RECORDING = Refusal(_UNPUBLISHED, "is a recording of a kind that some browsers do not play", "save it as MP3 or MP4")
_ARCHIVE = Refusal(
    _UNPUBLISHED, "is an archive, which is not published", "unpack it, and add the pictures or PDFs that it holds"
)
_WEB_PAGE = Refusal(
    _UNPUBLISHED,
    "could run programs in readers' browsers, and is not published",
    "copy its text into a file whose name ends in .md, or delete it",
    "link to a page or a PDF",
)
_PROGRAM = Refusal(_UNPUBLISHED, "is a program or a part of one, which is not published", "delete it")
_REFUSALS: Mapping[str, Refusal] = {
    **dict.fromkeys((".doc", ".docm", ".docx", ".dot", ".dotx"), _document_refusal("a Word document")),
    **dict.fromkeys((".odt", ".pages", ".rtf", ".wpd", ".wps"), _document_refusal("a text document")),
    **dict.fromkeys((".csv", ".numbers", ".ods", ".tsv", ".xls", ".xlsm", ".xlsx"), _SHEET),
    **dict.fromkeys((".key", ".odp", ".pps", ".ppsx", ".ppt", ".pptx"), _SLIDES),
    **dict.fromkeys((".bmp", ".dng", ".heic", ".heif", ".ico", ".jp2", ".jxl", ".psd"), _PICTURE),
    **dict.fromkeys((".raw", ".tga", ".tif", ".tiff"), _PICTURE),
    **dict.fromkeys((".ai", ".eps", ".svgz"), Refusal(_UNPUBLISHED, _PICTURE.what, "save it as SVG or PNG")),
    **dict.fromkeys((".aac", ".avi", ".flac", ".mkv", ".mov", ".wav", ".wma", ".wmv"), _RECORDING),
    **dict.fromkeys((".7z", ".gz", ".rar", ".tar", ".tgz", ".zip"), _ARCHIVE),
    **dict.fromkeys((".htm", ".html", ".mht", ".mhtml", ".shtml", ".xht", ".xhtml", ".xml"), _WEB_PAGE),
    **dict.fromkeys((".bat", ".cmd", ".css", ".exe", ".js", ".mjs", ".php", ".py", ".sh"), _PROGRAM),
}
