"""Paths of files in the repository, and their addresses on the site."""

import posixpath
import re
from dataclasses import dataclass

from newsroom.content.types import PAGES_FOLDER, AnyType

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SHARED_ASSETS = f"{PAGES_FOLDER}/assets/"
"""The folder of pictures and PDFs that templates may use, too."""
PLAIN_WORDS = f"{PAGES_FOLDER}/words-to-avoid.yml"
"""The words that `newsroom check --advice` advises against."""
_SYNONYMS = re.compile(rf"{PAGES_FOLDER}/synonyms(?:\.([a-z]{{2}}))?\.yml")
"""`docs/synonyms.yml` is in the default language, `docs/synonyms.cy.yml` in Welsh."""


def is_shared(path: str) -> bool:
    """Whether templates may use a file."""
    return path.startswith(SHARED_ASSETS)


def is_word_list(path: str) -> bool:
    """Whether a file holds synonyms, or the words to avoid. Our tools use it, and it is not published."""
    return path == PLAIN_WORDS or _SYNONYMS.fullmatch(path) is not None


def synonyms_language(path: str, default: str) -> str | None:
    """The language of the synonyms file at ``path``; None for any other file."""
    found = _SYNONYMS.fullmatch(path)
    return (found[1] or default) if found else None


@dataclass(frozen=True)
class PageName:
    """A parsed file name: ``maggie.cy.md`` is the slug "maggie" in the language "cy"."""

    slug: str
    lang: str


def parse_name(path: str, content_type: AnyType, languages: tuple[str, ...]) -> PageName | None:
    """The parsed name of a page's file, or None if its type does not allow it. The first language is the default."""
    rule = content_type.file_name
    match = re.fullmatch(rf"({rule.pattern})(?:\.({'|'.join(languages)}))?\.md", posixpath.basename(path))
    if match is None or rule.fields(match[1]) is None:
        return None
    return PageName(match[1], match[2] or languages[0])


def has_proper_folders(path: str) -> bool:
    """Whether the names of all folders of a file may be in an address."""
    return all(re.fullmatch(_SLUG, folder) for folder in posixpath.dirname(path).split("/"))


def address_for(path: str, name: PageName, languages: tuple[str, ...]) -> str:
    """A page's address relative to the site's root: "stories/maggies-story/", "cy/areas/swansea/", "" for home."""
    folder = posixpath.dirname(path)
    if folder == PAGES_FOLDER or folder.startswith(f"{PAGES_FOLDER}/"):
        folder = folder[len(PAGES_FOLDER) + 1 :]
    parts = ("" if name.lang == languages[0] else name.lang, folder, "" if name.slug == "index" else name.slug)
    url = posixpath.join(*parts)
    return f"{url.rstrip('/')}/" if url else ""


def without_language(path: str) -> str:
    """What the paths of all versions of a file share: ``stories/maggie`` for ``stories/maggie.cy.md``."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, name.split(".")[0])


def path_beside(path: str, target: str) -> str:
    """The repository-relative path of ``target``, which is relative to the file at ``path``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def site_path(path: str) -> str:
    """The path on the site of a picture or PDF in the repository: docs/ is the site's root."""
    return path.removeprefix(f"{PAGES_FOLDER}/")


def site_file(url: str) -> str:
    """The file for an address relative to the site's root: "about/index.html" for "about/", "feed.xml" for itself."""
    return f"{url}index.html" if not url or url.endswith("/") else url
