"""Works to cite, with what a test is about; the rest is filled in."""

from newsroom.content.dates import parse_date
from newsroom.publish.citations.work import BodyName, Name, PersonName, Work

ADA = PersonName("Elm", "Ada")
WIL = PersonName("ap Rowan", "Wil")
KING = PersonName("King", "Martin Luther", "Jr")


def work(
    title: str = "Growing",
    *,
    authors: tuple[Name | str, ...] = (ADA,),
    editors: tuple[Name | str, ...] = (),
    date: str | None = "2023",
    key: str = "growing",
    genre: str = "report",
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
    """A report by Ada Elm of 2023 in English, unless a test says otherwise; a text is an organisation."""
    return Work(
        key=key,
        genre=genre,
        title=title,
        authors=_names(authors),
        editors=_names(editors),
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


def _names(names: tuple[Name | str, ...]) -> tuple[Name, ...]:
    return tuple(BodyName(name) if isinstance(name, str) else name for name in names)
