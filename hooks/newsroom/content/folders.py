"""Paths of files in the repository, and their addresses on the site."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from newsroom.content.formats import PAGE_ENDING
from newsroom.content.types import PAGES_FOLDER, TOPIC_TYPES, AnyType, type_for_path

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SHARED_ASSETS = f"{PAGES_FOLDER}/assets/"
"""The folder of pictures and PDFs that templates may use, too."""
PLAIN_WORDS = f"{PAGES_FOLDER}/words-to-avoid.yml"
"""The words that `newsroom check --advice` advises against."""
OLD_ADDRESSES = f"{PAGES_FOLDER}/old-addresses.yml"
"""The addresses of a former site's lists, with what answers them here."""
_SYNONYMS = re.compile(rf"{PAGES_FOLDER}/synonyms(?:\.([a-z]{{2}}))?\.yml")
"""`docs/synonyms.yml` is in the default language, `docs/synonyms.cy.yml` in Welsh."""


def is_shared(path: str) -> bool:
    """Whether templates may use a file."""
    return path.startswith(SHARED_ASSETS)


def is_word_list(path: str) -> bool:
    """Whether a file holds synonyms, words to avoid or old addresses. Our tools use it, and it is not published."""
    return path in (PLAIN_WORDS, OLD_ADDRESSES) or _SYNONYMS.fullmatch(path) is not None


def synonyms_language(path: str, default: str) -> str | None:
    """The language of the synonyms file at ``path``; None for any other file."""
    found = _SYNONYMS.fullmatch(path)
    return (found[1] or default) if found else None


@dataclass(frozen=True)
class PageName:
    """A parsed file name: ``maggie.cy.md`` is the slug "maggie" in the language "cy".

    ``below`` is the last part of the address of a version of a page: "easy-read" for ``maggie.easy.md``.
    """

    slug: str
    lang: str
    below: str = ""


def parse_name(path: str, content_type: AnyType, languages: tuple[str, ...]) -> PageName | None:
    """The parsed name of a page's file, or None if its type does not allow it. The first language is the default."""
    rule = content_type.file_name
    language = rf"(?:\.({'|'.join(languages)}))?"
    match = re.fullmatch(rf"({rule.pattern}){language}{re.escape(rule.ending)}", posixpath.basename(path))
    if match is None or rule.fields(match[1]) is None:
        return None
    return PageName(match[1], match[2] or languages[0], rule.address)


def has_proper_folders(path: str) -> bool:
    """Whether the names of all folders of a file may be in an address."""
    return all(re.fullmatch(_SLUG, folder) for folder in posixpath.dirname(path).split("/"))


def address_for(path: str, name: PageName, languages: tuple[str, ...]) -> str:
    """A page's address relative to the site's root: "stories/maggies-story/", "cy/areas/swansea/", "" for home."""
    folder = posixpath.dirname(path)
    if folder == PAGES_FOLDER or folder.startswith(f"{PAGES_FOLDER}/"):
        folder = folder[len(PAGES_FOLDER) + 1 :]
    own = "" if name.slug == "index" else name.slug
    url = posixpath.join("" if name.lang == languages[0] else name.lang, folder, own, name.below)
    return f"{url.rstrip('/')}/" if url else ""


def without_language(path: str) -> str:
    """What the paths of all versions of a file share: ``stories/maggie``, also for ``stories/maggie.cy.easy.md``."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, name.split(".")[0])


def main_path(path: str) -> str:
    """The path of the page of which a file is a version: ``maggie.md`` for ``maggie.easy.md``; else its own path."""
    ending = type_for_path(path).file_name.ending
    return f"{path.removesuffix(ending)}{PAGE_ENDING}" if ending != PAGE_ENDING else path


def find_topic_slugs(paths: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The slugs that fields like `areas` may name, those of all files in the types' folders, by field."""
    slugs: dict[str, set[str]] = {topic.topic_field: set() for topic in TOPIC_TYPES}
    topics = {topic.folder: topic for topic in TOPIC_TYPES}
    for path in paths:
        folder, name = posixpath.split(path)
        if (topic := topics.get(folder)) and name.endswith(PAGE_ENDING) and type_for_path(path) is topic:
            slugs[topic.topic_field].add(name.split(".")[0])
    return {field: frozenset(found) for field, found in slugs.items()}


def is_within(path: str, folders: Set[str]) -> bool:
    """Whether a path is one of ``folders`` or inside one."""
    while path and folders:
        if path in folders:
            return True
        path = posixpath.dirname(path)
    return False


def path_beside(path: str, target: str) -> str:
    """The repository-relative path of ``target``, which is relative to the file at ``path``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def site_path(path: str) -> str:
    """The path on the site of a picture or PDF in the repository: docs/ is the site's root."""
    return path.removeprefix(f"{PAGES_FOLDER}/")


def site_file(url: str) -> str:
    """The file for an address relative to the site's root: "about/index.html" for "about/", "feed.xml" for itself."""
    return f"{url}index.html" if not url or url.endswith("/") else url
