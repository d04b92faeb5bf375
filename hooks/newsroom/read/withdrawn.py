"""Reads what is left of withdrawn items: stubs, and files with errors."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from newsroom.content.document import Source, Value
from newsroom.content.file_uses import find_named_files
from newsroom.content.folders import PageName, address_for, parse_name, path_beside
from newsroom.content.formats import is_drawing, page_stem, plain_name
from newsroom.content.item_files import shown_files
from newsroom.content.model.values import is_old_address
from newsroom.content.outline import Outline, RenderedText
from newsroom.content.types import type_for_path
from newsroom.content.withdrawals import Stub, Withdrawal
from newsroom.problems import Problem
from newsroom.read.front_matter.frontmatter import FrontMatterText
from newsroom.read.front_matter.validate import validate_front_matter

_TARGET = re.compile(
    r"\]\(\s*<?([^\s<>()]+)|\b(?:src|href|poster)\s*=\s*[\"']?([^\s\"'>]+)"
    r"|(?:^|[{,])[ \t]*(?:src|file|cover):[ \t]*([^\s,}]+)",
    re.M,
)
"""A target of a link, picture or field, in a file that cannot be parsed."""


def read_stub(found: FrontMatterText, path: str, url: str, name: PageName) -> tuple[Withdrawal, Sequence[Problem]]:
    """The withdrawal that a stub records, and the errors in the stub. The item is withdrawn in spite of them."""
    content_type = type_for_path(path)
    source = Source(content_type, path, url, name.lang, found.values, found.lines, "", RenderedText("", (), Outline()))
    stub = found.problems or validate_front_matter(source, Stub)
    if isinstance(stub, list):
        return unreadable_withdrawal(path, url, found.values, (name.lang,)), stub
    withdrawal = Withdrawal(
        path=path,
        type=content_type,
        slug=name.slug,
        lang=name.lang,
        url=url,
        state="stub",
        day=stub.withdrawn,
        own_id=stub.id,
        old_addresses=stub.redirect_from,
        topics=frozenset((field, slug) for field, _, slug in (topic.partition("/") for topic in stub.topics)),
    )
    return withdrawal, ()


def unreadable_withdrawal(
    path: str, url: str | None, values: Mapping[str, Value], languages: tuple[str, ...]
) -> Withdrawal:
    """The withdrawal of a file with errors, as far as it can be read. The first language is the default.

    ``url`` is its address, ``values`` its front matter.
    """
    content_type = type_for_path(path)
    name = parse_name(path, content_type, languages) or PageName(path, languages[0])
    own_id, listed = values.get("id"), values.get("redirect_from")
    addresses = tuple(text for text in listed if is_old_address(text)) if isinstance(listed, list) else ()
    return Withdrawal(
        path=path,
        type=content_type,
        slug=name.slug,
        lang=name.lang,
        url=url,
        state="unreadable",
        own_id=own_id if isinstance(own_id, str) else None,
        old_addresses=tuple(map(str, addresses)),
    )


def files_of_source(source: Source) -> frozenset[str]:
    """The files that belong to an item whose front matter is not valid; not drawings, which show no real person."""
    named = {path_beside(source.path, name) for _, name in find_named_files(source.values)}
    found = named.union(shown_files(source.path, source.outline.references))
    return _without_drawings(found)


def files_in(path: str, text: str) -> frozenset[str]:
    """The files that belong to an item that cannot be parsed."""
    return _without_drawings(targets_in(path, text))


def _without_drawings(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(path for path in paths if not is_drawing(path))


def targets_in(path: str, text: str) -> Iterator[str]:
    """The paths of the files that a file names, although it cannot be parsed."""
    for groups in _TARGET.findall(text):
        yield path_beside(path, unquote("".join(groups).strip("\"'")))


def probable_path(path: str, languages: Sequence[str]) -> str:
    """The path that a page's file would have with a valid name: `stories/x-new.md` for `stories/X New.md.txt`."""
    folder, name = posixpath.split(path)
    slug, _, lang = page_stem(name).rpartition(".")
    if lang not in languages[1:]:
        slug, lang = page_stem(name), ""
    folders = [
        part if part in type_for_path(path).folder.split("/") else plain_name(part) for part in folder.split("/")
    ]
    return posixpath.join(*folders, ".".join(filter(None, (plain_name(slug), lang, "md"))))


def misnamed_withdrawal(path: str, languages: tuple[str, ...]) -> Withdrawal:
    """The withdrawal of a file whose name or folder is not allowed. Its address is the one that was meant."""
    meant = probable_path(path, languages)
    name = parse_name(meant, type_for_path(meant), languages)
    url = address_for(meant, name, languages) if name else None
    return unreadable_withdrawal(meant, url, {}, languages)
