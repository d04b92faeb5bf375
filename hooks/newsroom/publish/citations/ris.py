"""Citations in RIS, for EndNote, Mendeley, RefWorks and Zotero. A line looks like "TY  - RPRT"."""

from collections.abc import Iterator

from newsroom.content.dates import PartialDate
from newsroom.publish.citations.work import Work, sort_name
from newsroom.translations import Translations


def ris_record(work: Work, t: Translations) -> str:
    """Return the record of a work, with LF as line end. Files need CRLF, which the output adds."""
    return "".join(f"{tag}  - {value}\n" for tag, value in _lines(work, t))


def _lines(work: Work, t: Translations) -> Iterator[tuple[str, str]]:
    yield "TY", "CONF" if work.genre == "conference" else "RPRT"
    yield "ID", work.key
    for author in work.authors:
        yield "AU", sort_name(author)
    for editor in work.editors:
        yield "A2", sort_name(editor)
    given = (
        ("TI", work.title),
        ("M3", t(f"kind.{work.genre}")),
        ("PB", work.publisher),
        ("PY", str(work.date.year) if work.date else ""),
        ("DA", _date(work.date) if work.date else ""),
        ("N1", t("citation.forthcoming") if work.is_forthcoming else ""),
        ("SP", str(work.pages or "")),
        ("SN", work.isbn),
        ("DO", work.doi),
        ("UR", work.url),
        ("L1", work.pdf_url),
        ("LA", work.lang),
        ("AB", work.summary),
    )
    yield from ((tag, value) for tag, value in given if value)
    yield "ER", ""


def _date(when: PartialDate) -> str:
    """Return a date as YYYY/MM/DD/. Unknown parts are empty, but all slashes are there."""
    return f"{when.year}/{f'{when.month:02}' if when.month else ''}/{f'{when.day:02}' if when.day else ''}/"
