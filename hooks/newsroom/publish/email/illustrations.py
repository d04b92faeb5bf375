"""The pictures that editions use, and their files for email."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from newsroom.codes import Code
from newsroom.content.document import Document, Source
from newsroom.content.types.newsletter import Newsletter
from newsroom.problems import Problem
from newsroom.publish.build_context import BuildContext
from newsroom.publish.email.addresses import absolute
from newsroom.publish.email.pictures import (
    FILE_WIDTH,
    MAX_BYTES,
    EmailPicture,
    email_file,
    email_path,
    size_of,
)
from newsroom.publish.pictures.decode import PictureError
from newsroom.publish.pictures.svg import is_drawing, render_drawing
from newsroom.read.uses import file_uses


@dataclass(frozen=True)
class _Use:
    """A picture in an edition: its path in the repository and on the site, and where the edition names it."""

    asset: str
    site_path: str
    edition: str
    line: int


class Illustrations:
    """The pictures of some editions. Nothing is read before :meth:`files` is asked for."""

    def __init__(self, editions: Iterable[Document[Newsletter]], context: BuildContext) -> None:
        self._root = context.root
        self._cache = context.cache
        self._site_url = context.settings.site_url
        sources = (context.content.sources[edition.path] for edition in editions)
        self._uses = {use.asset: use for source in sources for use in _uses(source, context.assets)}
        self.paths = tuple(email_path(use.site_path) for use in self._uses.values())

    def files(
        self, found: dict[str, EmailPicture | None], report: Callable[[Problem], None]
    ) -> Iterator[tuple[str, bytes]]:
        """Each picture's file for email and its path on the site.

        Fills ``found``: the absolute address of each picture as pages have it, with its form for email or None.
        """
        for use in self._uses.values():
            address = absolute(self._site_url, quote(use.site_path)) or ""
            found[address] = None
            path = email_path(use.site_path)
            try:
                content = self._content(use, path)
            except PictureError as error:
                report(_problem(error.code, use, error.what, error.fix))
                content = b""
            else:
                width, height = size_of(content)
                found[address] = EmailPicture(f"{self._site_url}{quote(path)}", width, height)
                if len(content) > MAX_BYTES:
                    what = f"is {len(content) // 1000} kB in the email, which is slow on a phone"
                    report(_problem("email-picture-large", use, what, "save it as JPEG, or make it smaller"))
            yield path, content

    def _content(self, use: _Use, path: str) -> bytes:
        suffix = path[path.rindex(".") :]
        data = (self._root / use.asset).read_bytes()

        def make(data: bytes) -> bytes:
            return email_file(render_drawing(data, FILE_WIDTH) if is_drawing(use.asset) else data, suffix)

        return self._cache.get(f"email picture {suffix} 2", data, make)


def _uses(source: Source, assets: Mapping[str, str]) -> Iterator[_Use]:
    for use in file_uses(source):
        if use.reference and use.is_shown and use.path in assets:
            yield _Use(use.path, assets[use.path], source.path, use.line)


def _problem(code: Code, use: _Use, what: str, fix: str) -> Problem:
    return Problem(code, use.edition, use.line, f"the picture '{use.asset}' {what}", fix)
