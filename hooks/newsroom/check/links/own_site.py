"""Finds absolute addresses of the site itself, which should be written as paths."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote, urlsplit

from newsroom.content.document import KeyPath, Source, Value
from newsroom.content.folders import site_path
from newsroom.content.item_files import ADDRESS_FIELDS
from newsroom.content.loaded import LoadedContent
from newsroom.content.web_address import is_web_address
from newsroom.problems import Fault, Hints, Problem, shorten
from newsroom.settings import Settings

_RAW_HOST = "raw.githubusercontent.com"
_REPOSITORY_PATH = re.compile(r"/[^/]+/(?P<name>[^/]+)/(?:(?:blob|blame|edit|raw)/)?(?P<path>.+)")
"""Matches "/elm/newsroom/edit/main/docs/about.md", where `path` begins with the branch."""
_LINE_NUMBERS = re.compile(r"L\d+\b.*")
"""Matches "L3-L9", to which GitHub leads after "#"."""
_PORTS: Mapping[str, int] = {"http": 80, "https": 443}


class OwnSite:
    """The addresses of one site, and the file for each of them.

    ``generated`` are the paths of generated pages and files with their addresses.
    """

    def __init__(self, settings: Settings, content: LoadedContent, generated: Mapping[str, str]) -> None:
        base = urlsplit(settings.site_url)
        self._host_and_port, self._root = _host_and_port(settings.site_url), base.path
        self._signup_url = settings.signup_url
        self._repository = urlsplit((settings.repository_url or "").removesuffix("/").removesuffix(".git"))
        self._paths = content.paths | content.files.assets.keys()
        self._files = {_normal_path(address): path for address, path in _old_addresses(content)}
        self._files |= {_normal_path(site_path(path)): path for path in content.files.assets}
        self._files |= {_normal_path(url): path for path, url in (*generated.items(), *content.urls.items())}
        self._pages = {url: path for path, url in content.urls.items() if url}

    def local_path(self, address: str) -> str | None:
        """The path of an absolute address below the site's root, like "about/"; None if it leads to another site."""
        if address == self._signup_url:  # another program may serve that form
            return None
        if is_web_address(address) and self._host_and_port[0] not in address.lower():
            return None
        parts = urlsplit(address)
        path = parts.path or "/"
        if parts.scheme not in ("", *_PORTS) or not parts.netloc or _host_and_port(address) != self._host_and_port:
            return None
        if not f"{path.rstrip('/')}/".startswith(self._root):
            return None
        return path[len(self._root) :]

    def find_file(self, address: str) -> str | None:
        """The file at an absolute address of the site, or of the repository on GitHub; None if there is none."""
        path = self.local_path(address)
        return self.file_at(path) if path is not None else self._file_in_repository(address)

    def _file_in_repository(self, address: str) -> str | None:
        """The file of an address like "https://github.com/elm/newsroom/blob/main/docs/about.md", also of a fork."""
        name = posixpath.basename(self._repository.path)
        if not name or f"/{name}/" not in address:
            return None
        parts = urlsplit(address)
        found = _REPOSITORY_PATH.fullmatch(unquote(parts.path))
        if not found or found["name"] != name or parts.hostname not in (self._repository.hostname, _RAW_HOST):
            return None
        names = found["path"].split("/")
        paths = ("/".join(names[start:]) for start in range(1, len(names)))  # the name of a branch may have slashes
        return next((path for path in paths if path in self._paths), None)

    def file_at(self, path: str) -> str | None:
        """The repository-relative path of the file at a path of the site; None if there is none."""
        return self._files.get(_normal_path(unquote(path)))

    def find_fault(self, address: str, folder: str, form: str, hints: Hints) -> Fault:
        """The fault of an absolute address of the site or the repository, and what to write in a file in ``folder``.

        ``form`` is how a link or picture is written there, with ``{}`` for the path.
        """
        path, parts, local_path = self.find_file(address), urlsplit(address), self.local_path(address)
        if path is not None:
            relative = parts._replace(scheme="", netloc="", path=quote(posixpath.relpath(path, folder or ".")))
            what = "is an address of this site"
            if local_path is None:
                what = "leads to the file on GitHub, not to its page"
                relative = relative._replace(query="", fragment=_LINE_NUMBERS.sub("", parts.fragment))
            return Fault("link-own-address", f"'{shorten(address)}' {what}", f"write {form.format(relative.geturl())}")
        known = {url: posixpath.relpath(path, folder or ".") for url, path in self._pages.items()}
        near = hints.nearest(_normal_path(unquote(local_path or "")), lambda: known)
        fix = f"did you mean '{known[near]}'?" if near else "correct the address, or remove the link"
        return Fault("link-missing", f"'{shorten(address)}' does not exist on this site", fix)


def check_own_link(source: Source, own_site: OwnSite) -> Iterator[Problem]:
    """The error that a publication's ``link`` leads to the site on which its page already is."""
    if _own_link(source, own_site) is not None:
        what = f"`link` is '{shorten(str(source.values['link']))}', an address of this site, where readers already are"
        fix = (
            "name the PDF in `file`"
            if find_linked_pdf(source, own_site)
            else "write the address of the document itself, or delete the line: the page then says that the document "
            "is not on this site"
        )
        yield source.field_problem("publication-link-own-site", "link", what, fix)


def find_linked_pdf(source: Source, own_site: OwnSite) -> str | None:
    """The path of the PDF of this site that a publication's ``link`` leads to, which `file` should name."""
    local_path = _own_link(source, own_site)
    return own_site.file_at(local_path) if local_path and local_path.lower().endswith(".pdf") else None


def _own_link(source: Source, own_site: OwnSite) -> str | None:
    """The path on this site of a publication's ``link``; None if it has none or leads to another site."""
    is_document = "file" in source.type.fields
    return dict(find_own_addresses(source, own_site)).get(("link",)) if is_document else None


def find_own_addresses(source: Source, own_site: OwnSite) -> Iterator[tuple[KeyPath, str]]:
    """The addresses of this site in front matter: the keys of each field, and the path on the site."""
    for key in ADDRESS_FIELDS:
        value: Value | None = dict(source.values)
        for part in key:
            value = value.get(part) if isinstance(value, dict) else None
        try:
            is_address = isinstance(value, str) and len(value.split()) == 1
            local_path = own_site.local_path(str(value)) if is_address else None
        except ValueError:  # its form is reported when it is loaded
            continue
        if local_path is not None:
            yield key, local_path


def _host_and_port(address: str) -> tuple[str, int | None]:
    """Host and port, without the default ports of ``http:`` and ``https:``. May raise ValueError."""
    parts = urlsplit(address)
    port = None if parts.port == _PORTS.get(parts.scheme or "https") else parts.port
    return (parts.hostname or "").rstrip("."), port


def _normal_path(path: str) -> str:
    """A normal form of a path: "about", "about/" and "about/index.html" are the same page."""
    return posixpath.normpath(f"/{path}").removesuffix("/index.html").strip("/")


def _old_addresses(content: LoadedContent) -> Iterator[tuple[str, str]]:
    withdrawn = [(item.path, item.old_addresses) for item in content.withdrawals]
    for path, addresses in (*withdrawn, *((found.path, found.front.redirect_from) for found in content.documents)):
        yield from ((unquote(address), path) for address in addresses)
