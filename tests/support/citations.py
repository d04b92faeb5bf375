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
    **fields: object,
) -> Work:
    """A report by Ada Elm of 2023 in English, unless a test says otherwise."""
    given: dict[str, object] = {
        "key": "growing",
        "kind": "report",
        "publisher": "",
        "is_forthcoming": False,
        "pages": None,
        "isbn": "",
        "doi": "",
        "url": "https://elm.example/publications/growing/",
        "pdf_url": "",
        "lang": "en",
        "summary": "What it is.",
    }
    return Work(
        title=title,
        authors=tuple(parse_name(name) for name in authors),
        editors=tuple(parse_name(name) for name in editors),
        date=parse_date(date) if date else None,
        **(given | fields),  # type: ignore[arg-type]
    )
