"""The ``citation_…`` tags in a page's head that Google Scholar, Zotero and others read (Highwire Press's names)."""

from collections.abc import Iterator

from newsroom.publish.citations.names import sort_name
from newsroom.publish.citations.work import Work


def scholar_tags(work: Work) -> tuple[tuple[str, str], ...]:
    """Return the name and the content of each tag, in order. Each author has a tag."""
    return tuple((f"citation_{name}", content) for name, content in _tags(work) if content)


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    yield "title", work.title
    for author in work.authors:
        yield "author", sort_name(author)
    for editor in work.editors:
        yield "editor", sort_name(editor)
    yield "publication_date", work.date.isoformat().replace("-", "/") if work.date else ""
    yield "publisher" if work.genre == "conference" else "technical_report_institution", work.publisher
    yield "isbn", work.isbn
    yield "doi", work.doi
    yield "language", work.lang
    yield "pdf_url", work.pdf_url
    yield "abstract_html_url", work.url
