"""References in Harvard style, after "Cite Them Right", as British councils and universities use it.

All authors are named. There is no "Accessed:" with a date, since only the person who cites knows it.
"""

from dataclasses import dataclass

from newsroom.publish.citations.work import BodyName, Name, PersonName, Work, ends_sentence
from newsroom.translations import Translations


@dataclass(frozen=True)
class HarvardReference:
    """A reference in three parts, so that the title can be in italics."""

    before: str
    title: str
    after: str

    @property
    def text(self) -> str:
        """The reference as one line."""
        return f"{self.before}{self.title}{self.after}"


def harvard_reference(work: Work, t: Translations) -> HarvardReference:
    """Return the reference to a work, in the language of ``t``."""
    year = f"({_year(work, t)})"
    if work.authors:
        creators = f"{_join_names(work.authors, t)} {year} "
    elif work.editors:
        role = t("citation.editor") if len(work.editors) == 1 else t("citation.editors")
        creators = f"{_join_names(work.editors, t)} ({role}) {year} "
    else:
        creators = ""
    availability = t("citation.available", url=work.doi_url or work.url)
    details = " ".join((*(_as_sentence(part) for part in _details(work, t)), availability))
    end = f" {year}." if not creators else "" if ends_sentence(work.title) else "."
    return HarvardReference(creators, work.title, f"{end} {details}")


def _details(work: Work, t: Translations) -> list[str]:
    """Return the details between the title and the address."""
    is_author = work.authors == (BodyName(work.publisher),)
    editors = t.list(tuple(_given_name_first(name) for name in work.editors)) if work.authors else ""
    parts = [
        t("citation.edited_by", names=editors) if editors else "",
        "" if is_author else work.publisher,
        t.count("citation.pages", work.pages) if work.pages else "",
        f"ISBN {work.isbn}" if work.isbn else "",
    ]
    return [part for part in parts if part]


def _year(work: Work, t: Translations) -> str:
    if work.is_forthcoming:
        return t("citation.forthcoming")
    return str(work.date.year) if work.date else t("citation.undated")


def _join_names(names: tuple[Name, ...], t: Translations) -> str:
    return t.list(tuple(_family_name_first(name) for name in names))


def _family_name_first(name: Name) -> str:
    """ "Broad, R.", or an organisation's name."""
    if isinstance(name, PersonName):
        return ", ".join(part for part in (name.family, name.initials or name.given, name.suffix) if part)
    return name.name


def _given_name_first(name: Name) -> str:
    """ "R. Broad", or an organisation's name."""
    if isinstance(name, PersonName):
        return " ".join(part for part in (name.initials or name.given, name.family, name.suffix) if part)
    return name.name


def _as_sentence(text: str) -> str:
    return text if ends_sentence(text) else f"{text}."
