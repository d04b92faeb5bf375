"""Answers browsers: pages, each with a script that reloads it when it has changed, and files."""

import ipaddress
import mimetypes
import posixpath
import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, unquote, urlsplit

from live_preview.site import LiveSite

_RELOAD = "livereload"
_SCRIPT = """\
const { src, dataset: { version } } = document.currentScript;
let request;
async function watch() {
  request = new AbortController();
  const { signal } = request;
  while (!signal.aborted) {
    try {
      const query = new URLSearchParams({ page: location.pathname, version });
      const answer = await fetch(new URL(`./?${query}`, src), { signal });
      if (answer.ok && (await answer.text()) !== version) location.reload();
    } catch {
      await new Promise((resume) => setTimeout(resume, 1000));
    }
  }
}
function follow() {
  request?.abort();
  if (document.visibilityState === "visible") watch();
}
document.addEventListener("visibilitychange", follow);
addEventListener("pagehide", () => request?.abort());
addEventListener("load", follow);
"""
"""Asks the server, as long as the page can be seen, whether the page has another version, and reloads it."""


class LiveHttpServer(ThreadingHTTPServer):
    """Answers requests for the addresses of a site.

    Args:
        address: The host and the port.
        site: What is at each address.
        mount_path: The path of the home page, like "/" or "/newsroom/".
    """

    daemon_threads = True

    def __init__(self, address: tuple[str, int], site: LiveSite, mount_path: str) -> None:
        try:
            is_six = ipaddress.ip_address(address[0]).version == 6
        except ValueError:  # a name
            is_six = False
        self.address_family = socket.AF_INET6 if is_six else socket.AF_INET
        self.site, self.mount_path = site, mount_path
        super().__init__(address, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Report an error while answering, unless it is that the browser did not wait for the end of a long file."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: LiveHttpServer

    def do_GET(self) -> None:
        """Answer a request for an address."""
        address = urlsplit(self.path)
        path = unquote(address.path)
        if not path.startswith(self.server.mount_path):
            self._redirect(self.server.mount_path)
            return
        url = path[len(self.server.mount_path) :]
        if url == f"{_RELOAD}/script.js":
            self._answer(200, _SCRIPT.encode(), "text/javascript")
        elif url == f"{_RELOAD}/":
            query = {name: value for name, (value, *_) in parse_qs(address.query).items()}
            page = unquote(query.get("page", "")).removeprefix(self.server.mount_path)
            version = self.server.site.wait_for_other_version(page, query.get("version", ""))
            self._answer(200, version.encode(), "text/plain")
        elif not url or url.endswith("/"):
            self._answer_page(_below(url))
        else:
            self._answer_file(_below(url))

    do_HEAD = do_GET

    def _answer_page(self, url: str) -> None:
        page = self.server.site.page(url)
        script = f'<script src="{self.server.mount_path}{_RELOAD}/script.js" data-version="{page.version}"></script>'
        before, end, after = page.content.rpartition(b"</body>")
        html = before + script.encode() + end + after
        self._answer(200 if page.exists else 404, html, "text/html; charset=utf-8")

    def _answer_file(self, path: str) -> None:
        content = self.server.site.file(path)
        if content is not None:
            self._answer(200, content, mimetypes.guess_type(path)[0] or "application/octet-stream")
        elif self.server.site.page(f"{path}/").exists:
            self._redirect(f"{self.server.mount_path}{quote(path)}/")
        else:
            self._answer_page(path)

    def _redirect(self, location: str) -> None:
        self.send_response(302)
        self.send_header("Location", location)
        self.end_headers()

    def _answer(self, status: int, content: bytes, content_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Log nothing: the terminal is for what the person must know."""


def _below(path: str) -> str:
    """A path without "..", so that it leads out of no folder. The slash at its end is kept."""
    inner = posixpath.normpath(f"/{path}").lstrip("/")
    return f"{inner}/" if inner and path.endswith("/") else inner
