"""Citations in BibTeX (UTF-8), for BibTeX, biber and reference managers."""

import re
from collections.abc import Iterator, Mapping

from babel import Locale

from newsroom.publish.citations.work import Name, PersonName, Work
from newsroom.translations import Translations

_ESCAPED: Mapping[str, str] = {
    **{character: f"\\{character}" for character in "&%$#_"},
    # BibTeX counts braces even after a backslash, so a single one would never end the field.
    "{": "\\lbrace{}",
    "}": "\\rbrace{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "\\": "\\textbackslash{}",
}
_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_NAME_SEPARATOR = re.compile(r",|\band\b", re.IGNORECASE)
"""Separators that would split a name: matches in "Elm, A" and "Elm and Oak", not in "Anders"."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex_entry(work: Work, t: Translations) -> str:
    """Return the entry of a work, with a line end."""
    entry_type = _entry_type(work)
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(work, entry_type, t))
    return f"@{entry_type}{{{work.key},\n{fields}}}\n"


def escape_latex(text: str) -> str:
    """Return a text in which no character is a LaTeX command or ends a field."""
    return _SPECIAL.sub(lambda found: _ESCAPED[found[0]], text)


def _entry_type(work: Work) -> str:
    """Return the entry type that supports the work's creators: a "techreport" cannot have editors, a "book" can."""
    if work.genre == "conference":
        return "misc" if work.authors else "proceedings"
    return "techreport" if work.authors or not work.editors else "book"


def _fields(work: Work, entry_type: str, t: Translations) -> Iterator[tuple[str, str]]:
    publisher = "institution" if entry_type == "techreport" else "publisher"
    year = t("citation.forthcoming") if work.is_forthcoming else str(work.date.year) if work.date else ""
    yield from _field_if_known("author", " and ".join(_format_name(name) for name in work.authors))
    yield from _field_if_known("editor", " and ".join(_format_name(name) for name in work.editors))
    yield "title", f"{{{{{escape_latex(work.title)}}}}}"
    yield from _field_if_known(publisher, f"{{{escape_latex(work.publisher)}}}" if work.publisher else "")
    if entry_type == "techreport":
        yield "type", f"{{{escape_latex(t(f'kind.{work.genre}'))}}}"
    yield from _field_if_known("year", escape_latex(year))
    if work.date and work.date.month:
        yield "month", _MONTHS[work.date.month - 1]
    yield from _field_if_known("pagetotal", str(work.pages or ""))
    yield from _field_if_known("isbn", work.isbn)
    # biblatex and reference managers take the DOI as it is written, and encode it themselves. A brace ends the field.
    yield from _field_if_known("doi", work.doi.replace("{", "%7B").replace("}", "%7D"))
    yield "url", f"{{{work.url}}}"
    yield "langid", f"{{{_language_name(work.lang)}}}"
    yield "abstract", f"{{{escape_latex(work.summary)}}}"


def _field_if_known(name: str, value: str) -> Iterator[tuple[str, str]]:
    if value:
        yield name, f"{{{value}}}"


def _language_name(lang: str) -> str:
    """Return the name of a language in babel and biblatex, like "welsh"."""
    return (Locale.parse(lang).get_language_name("en") or lang).lower()


def _format_name(name: Name) -> str:
    """Return a name in the unambiguous order: family, suffix, given; an organisation's in braces."""
    if isinstance(name, PersonName):
        return ", ".join(_quote_name_part(part) for part in (name.family, name.suffix, name.given) if part)
    return f"{{{escape_latex(name.name)}}}"


def _quote_name_part(text: str) -> str:
    return f"{{{escape_latex(text)}}}" if _NAME_SEPARATOR.search(text) else escape_latex(text)
