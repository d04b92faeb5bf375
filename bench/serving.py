"""Serve a site locally as a static host does: gzipped, over HTTP/1.1, cacheable for ten minutes."""

import gzip
from contextlib import AbstractContextManager
from functools import cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.support.browser import QuietHandler, serve

_TEXT = ("text/", "application/json", "application/xml", "application/javascript", "image/svg+xml")
_KEPT = "public, max-age=600"


@cache
def _content(file: Path, is_text: bool) -> bytes:
    data = file.read_bytes()
    return gzip.compress(data, mtime=0) if is_text else data


class _Handler(QuietHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, or with the site's own 404 page."""
        root = Path(self.directory)
        file = root / unquote(urlsplit(self.path).path).lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        is_there = file.is_file() and file.resolve().is_relative_to(root.resolve())
        file = file if is_there else root / "404.html"
        type_ = self.guess_type(file)
        is_text = type_.startswith(_TEXT)
        content = _content(file, is_text)
        self.send_response(HTTPStatus.OK if is_there else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", f"{type_}; charset=utf-8" if is_text else type_)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", _KEPT)
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)


def served(site: Path) -> AbstractContextManager[str]:
    """Serve a folder. The context gives the address, with a slash at the end."""
    return serve(site, _Handler)
