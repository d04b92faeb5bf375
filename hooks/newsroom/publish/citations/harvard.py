"""The reference as British councils and universities write it: Harvard, after "Cite Them Right".

All authors are named, however many. There is no "Accessed:" with a date: only whoever cites can know that day.
"""

from dataclasses import dataclass

from newsroom.publish.citations.names import BodyName, Name, PersonName
from newsroom.publish.citations.work import Work, ends_sentence
from newsroom.translations import Translations


@dataclass(frozen=True)
class Reference:
    """A reference in three parts, since its title is set in italics."""

    before: str
    title: str
    after: str

    @property
    def text(self) -> str:
        """The reference as one line."""
        return f"{self.before}{self.title}{self.after}"


def harvard_reference(work: Work, t: Translations) -> Reference:
    """The reference to a work, in the words of a language."""
    year = f"({_year(work, t)})"
    if work.authors:
        makers = f"{_row(work.authors, t)} {year} "
    elif work.editors:
        role = t("citation.editor") if len(work.editors) == 1 else t("citation.editors")
        makers = f"{_row(work.editors, t)} ({role}) {year} "
    else:
        makers = ""
    where = t("citation.available", url=work.doi_url or work.url)
    rest = " ".join((*(_sentence(part) for part in _parts(work, t)), where))
    end = f" {year}." if not makers else "" if ends_sentence(work.title) else "."
    return Reference(makers, work.title, f"{end} {rest}")


def _parts(work: Work, t: Translations) -> list[str]:
    """What stands between the title and the address."""
    is_author = work.authors == (BodyName(work.publisher),)
    edited = work.authors and work.editors
    parts = [
        t("citation.edited_by", names=t.list(tuple(_in_order(name) for name in work.editors))) if edited else "",
        "" if is_author else work.publisher,
        t.count("citation.pages", work.pages) if work.pages else "",
        f"ISBN {work.isbn}" if work.isbn else "",
    ]
    return [part for part in parts if part]


def _year(work: Work, t: Translations) -> str:
    if work.is_forthcoming:
        return t("citation.forthcoming")
    return str(work.date.year) if work.date else t("citation.undated")


def _row(names: tuple[Name, ...], t: Translations) -> str:
    return t.list(tuple(_inverted(name) for name in names))


def _inverted(name: Name) -> str:
    """ "Broad, R.", or a body's name."""
    if isinstance(name, PersonName):
        return ", ".join(part for part in (name.family, name.initials or name.given, name.suffix) if part)
    return name.name


def _in_order(name: Name) -> str:
    """ "R. Broad", or a body's name."""
    if isinstance(name, PersonName):
        return " ".join(part for part in (name.initials or name.given, name.family, name.suffix) if part)
    return name.name


def _sentence(text: str) -> str:
    return text if ends_sentence(text) else f"{text}."
