"""Where each kind of page stands in the repository, and at which address on the site."""

import posixpath
import re
from dataclasses import dataclass, replace

from newsroom.dates import PartialDate, parse_date
from newsroom.document import Kind
from newsroom.model import Area, FrontMatter, Newsletter, Page, Principle, Publication, Statement, Story

STANDING_PAGES = "docs"
_WORDS = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_DATE = r"[0-9]{4}-(?:0[1-9]|1[0-2])(?:-[0-9]{2}(?![^-.]))?"
_EDITION = rf"{_DATE}(?:-[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?"
"""Matches 2023-12, 2023-12-05, 2023-12-special and 2023-12-05-special, not 2023-12-5."""


@dataclass(frozen=True)
class Place:
    """The folder of one kind of page: what its files are called and which model their front matter follows."""

    kind: Kind
    folder: str
    model: type[FrontMatter]
    name_pattern: str
    name_help: str
    is_flat: bool = True


_LOWER = "use lower-case letters, digits and hyphens, like '{example}.md'"
PLACES = (
    Place(
        Kind.NEWSLETTER,
        "newsletters",
        Newsletter,
        _EDITION,
        "name an edition by its month or day, like '2023-12.md', '2023-12-05.md' or '2023-12-special.md'",
    ),
    Place(Kind.PUBLICATION, "publications", Publication, _WORDS, _LOWER.format(example="which-way-next")),
    Place(Kind.STORY, "stories", Story, _WORDS, _LOWER.format(example="maggies-story")),
    Place(Kind.AREA, "docs/areas", Area, _WORDS, _LOWER.format(example="south-tyneside")),
    Place(Kind.PRINCIPLE, "docs/principles", Principle, _WORDS, _LOWER.format(example="natural-authority")),
    Place(Kind.PAGE, STANDING_PAGES, Page, _WORDS, _LOWER.format(example="about-us"), is_flat=False),
)
_STATEMENT = replace(PLACES[-1], model=Statement)
SHARED_ASSETS = f"{STANDING_PAGES}/assets/"
"""Pictures and PDFs in this folder are published whether or not a page uses them: templates may."""
CONTENT_FOLDERS = (STANDING_PAGES, "newsletters", "publications", "stories")
_SYNONYMS = re.compile(rf"{STANDING_PAGES}/synonyms(?:\.([a-z]{{2}}))?\.yml")
"""`docs/synonyms.yml` is in the default language, `docs/synonyms.cy.yml` in Welsh."""


def is_synonyms(path: str) -> bool:
    """Whether a file is one of synonyms: it is read by the build, and not published."""
    return _SYNONYMS.fullmatch(path) is not None


def synonyms_language(path: str, default: str) -> str | None:
    """The language of the file of synonyms that has this path; None for any other file."""
    found = _SYNONYMS.fullmatch(path)
    return (found[1] or default) if found else None


def place_of(path: str) -> Place:
    """The place that a Markdown file's repository-relative path belongs to.

    ``docs/areas/index.md`` and ``docs/principles/index.md`` are standing pages, as is all else in ``docs/``, where
    ``docs/accessibility.md`` has a model of its own.
    """
    folder, name = posixpath.split(path)
    if folder == STANDING_PAGES and name.split(".")[0] == "accessibility":
        return _STATEMENT
    is_index = name.split(".")[0] == "index"
    for place in PLACES:
        is_below = folder == place.folder or folder.startswith(f"{place.folder}/")
        if is_below and not (is_index and place.kind in (Kind.AREA, Kind.PRINCIPLE)):
            return place
    return PLACES[-1]


@dataclass(frozen=True)
class Name:
    """A file's name taken apart: ``maggie.cy.md`` is the slug "maggie" in the language "cy"."""

    slug: str
    lang: str


def parse_name(path: str, place: Place, languages: tuple[str, ...]) -> Name | None:
    """The Name of a file, or None where it is outside its place's pattern. The first language is the default."""
    match = re.fullmatch(rf"({place.name_pattern})(?:\.({'|'.join(languages)}))?\.md", posixpath.basename(path))
    if match is None or (place.kind is Kind.NEWSLETTER and edition_date(match[1]) is None):
        return None
    return Name(match[1], match[2] or languages[0])


def edition_date(slug: str) -> PartialDate | None:
    """The month or day at the beginning of an edition's name; None where it has none that is in the calendar."""
    match = re.match(_DATE, slug)
    try:
        return parse_date(match[0]) if match else None
    except ValueError:
        return None


def has_proper_folders(path: str) -> bool:
    """Whether every folder that a file lies in is named as addresses are."""
    return all(re.fullmatch(_WORDS, folder) for folder in posixpath.dirname(path).split("/"))


def url_of(path: str, name: Name, languages: tuple[str, ...]) -> str:
    """A page's address relative to the site's root: "stories/maggies-story/", "cy/areas/swansea/", "" for home."""
    folder = posixpath.dirname(path)
    if folder == STANDING_PAGES or folder.startswith(f"{STANDING_PAGES}/"):
        folder = folder[len(STANDING_PAGES) + 1 :]
    parts = ("" if name.lang == languages[0] else name.lang, folder, "" if name.slug == "index" else name.slug)
    url = posixpath.join(*parts)
    return f"{url.rstrip('/')}/" if url else ""


def path_beside(path: str, target: str) -> str:
    """The repository-relative path of what the file of a path names relative to itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def site_path(path: str) -> str:
    """Where a picture or PDF of the repository stands on the site: docs/ itself is the site's root."""
    return path.removeprefix(f"{STANDING_PAGES}/")


def site_file(url: str) -> str:
    """The file of an address relative to the site's root: "about/" is "about/index.html", "feed.xml" itself."""
    return f"{url}index.html" if not url or url.endswith("/") else url
