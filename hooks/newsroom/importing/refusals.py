"""What to do with a file that cannot be imported: by the ending of its name, or because it is too long."""

from collections.abc import Mapping

from newsroom.content.formats import PICTURES
from newsroom.importing.source import ImportRefusedError
from newsroom.read.limits import find_length_problem

SAVE_AS_WORD = "in Word: File, Save as, “Word Document (.docx)”"
_MACROS = f"can contain programs (macros). Save it without them {SAVE_AS_WORD}, and import that."
_EXPORT = "Open it there, save or export it as Word (.docx), and import that."
_OUTLOOK = "Open it in Outlook, choose File, Save as, HTML, and import that."
ARCHIVE = "is an archive. Unpack it, and import one of the documents in it."
OF_MAILCHIMP = "is Mailchimp's account export. Do not unpack it, and run '.venv/bin/newsroom import mailchimp' on it."
_PICTURE = (
    "is a picture. Put it into a Word document with its text, and import that, or put it beside the draft by hand."
)
NESTED = (
    "The elements of the text (lists, quotations, tables, boxes) are nested too deeply. Open it in a browser or in the "
    "program that it is from, copy the text into a Word document without its formatting, and import that."
)
_SHEET = "is a spreadsheet. Copy the cells that readers need into a Word document, and import that."
_SLIDES = "is a presentation. Copy its text into a Word document, and import that."
REFUSALS: Mapping[str, str] = {
    ".docm": _MACROS,
    ".dotm": _MACROS,
    ".dotx": f"is a template of Word. Save it as a document {SAVE_AS_WORD}, and import that.",
    ".pages": "is from Apple's Pages. Open it there, choose File, Export to, Word, and import the .docx file.",
    ".msg": f"is an email as Outlook saves it. {_OUTLOOK}",
    ".oft": f"is an email template of Outlook. {_OUTLOOK}",
    ".dat": "is what Outlook sends to programs that cannot read its own format. Ask the sender for the document "
    "itself, or for the email as HTML.",
    ".one": f"is a notebook of OneNote. {_EXPORT}",
    ".gdoc": "is only a link to Google Docs. Open it there, choose File, Download, Word (.docx), and import that.",
    ".pdf": "is a PDF, in which paragraphs and headings are lost. Import the document from which it was made. To "
    "publish the PDF itself, put it beside a publication, and name it in `file`.",
    ".wpd": f"is from WordPerfect. {_EXPORT}",
    ".wps": f"is from Microsoft Works. {_EXPORT}",
    ".xml": f"is not a document. Import WordPress's export with '.venv/bin/newsroom import wordpress'. Is it from "
    f"another program? {_EXPORT}",
    **dict.fromkeys((".key", ".ppt", ".pptx", ".odp"), _SLIDES),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".csv", ".numbers"), _SHEET),
    **dict.fromkeys((*PICTURES, ".heic", ".tif", ".tiff", ".bmp"), _PICTURE),
    **dict.fromkeys((".7z", ".rar", ".gz", ".tar", ".tgz"), ARCHIVE),
}
"""Clauses whose subject is the file's name."""
OPEN_DOCUMENT = frozenset({".odt", ".ott", ".fodt"})
OFFICE = frozenset({*OPEN_DOCUMENT, ".doc", ".dot", ".rtf"})
_WEB = frozenset({".html", ".htm", ".xhtml"})
MAIL = frozenset({".eml", ".mht", ".mhtml"})
MARKDOWN = frozenset({".md", ".markdown"})
TEXT = frozenset({".txt", ".text"})
TEXT_LIKE = _WEB | MAIL | MARKDOWN | TEXT
IMPORTED = TEXT_LIKE | OFFICE | {".docx", ".zip"}
"""The endings of all that can be imported."""


def require_short(text: str) -> None:
    """Raise ImportRefusedError if a text is longer than that of an item may be."""
    if problem := find_length_problem("", text, 1):
        raise ImportRefusedError(f"{problem.what.capitalize()}: divide the document, and import the parts.")
