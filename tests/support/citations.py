"""Works to cite, with what a test is about; the rest is filled in."""

from newsroom.dates import parse_date
from newsroom.publish.citations.names import parse_name
from newsroom.publish.citations.work import Work


def work(
    title: str = "Growing",
    *,
    authors: tuple[str, ...] = ("Ada Elm",),
    editors: tuple[str, ...] = (),
    date: str | None = "2023",
    key: str = "growing",
    kind: str = "report",
    publisher: str = "",
    is_forthcoming: bool = False,
    pages: int | None = None,
    isbn: str = "",
    doi: str = "",
    url: str = "https://elm.example/publications/growing/",
    pdf_url: str = "",
    lang: str = "en",
    summary: str = "What it is.",
) -> Work:
    """A report by Ada Elm of 2023 in English, unless a test says otherwise."""
    return Work(
        key=key,
        kind=kind,
        title=title,
        authors=tuple(parse_name(name) for name in authors),
        editors=tuple(parse_name(name) for name in editors),
        publisher=publisher,
        date=parse_date(date) if date else None,
        is_forthcoming=is_forthcoming,
        pages=pages,
        isbn=isbn,
        doi=doi,
        doi_url=f"https://doi.org/{doi}" if doi else "",
        url=url,
        pdf_url=pdf_url,
        lang=lang,
        summary=summary,
    )
