"""The endings of the files that can be imported, in lower case."""

OPEN_DOCUMENT = frozenset({".odt", ".ott", ".fodt"})
OFFICE = frozenset({*OPEN_DOCUMENT, ".doc", ".dot", ".rtf"})
_WEB = frozenset({".html", ".htm", ".xhtml"})
MAIL = frozenset({".eml", ".mht", ".mhtml"})
MARKDOWN = frozenset({".md", ".markdown"})
TEXT = frozenset({".txt", ".text"})
TEXT_LIKE = _WEB | MAIL | MARKDOWN | TEXT
IMPORTED = TEXT_LIKE | OFFICE | {".docx", ".zip"}
"""The endings of all that can be imported."""
