"""Suggests the intended target for a link that leads nowhere."""

import posixpath
import re
from collections.abc import Collection, Container, Iterable
from urllib.parse import unquote, urlsplit

from newsroom.content.folders import path_beside
from newsroom.content.formats import file_ending
from newsroom.content.loaded import LoadedContent
from newsroom.content.outline import Reference
from newsroom.problems import Hints, shorten

_MAIL = re.compile(r"[^\s@/:]+@[\w-]+(?:\.[\w-]+)+")
"""An email address: `jo@elm.example`, but not `@elm` or `notes/jo@elm`."""
_NO_COLON = re.compile(r"(https?);?/{1,3}(?=\w)", re.IGNORECASE)
"""The beginning of an address without its colon: `https//elm.example`."""
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,})(?::\d+)?", re.IGNORECASE)
"""A host: `elm.example` or `www.elm.example:8000`, but not `notes` or `../elm`."""
_TELEPHONE = re.compile(r"(?:tel:\s*[+(\d]|\+|\(?0)[\d\s()–-]{5,}", re.IGNORECASE)
"""A telephone number: `01632 960000` or `tel:+44 (0)1632 960000`, but not `2026-10-05` or `0123.pdf`."""
_CURLY = ("“", "”", "„", "‘", "’")
_FILE_ENDINGS = frozenset(
    (
        *("md", "markdown", "html", "htm", "pdf", "doc", "docx", "odt", "xls", "xlsx", "ppt", "pptx", "txt", "rtf"),
        *("csv", "jpg", "jpeg", "png", "gif", "svg", "webp", "avif", "heic", "tif", "tiff", "wav", "ogg", "webm"),
        *("zip", "xml", "json", "ics", "css", "js"),
    )
)
_TOP_LEVEL_DOMAINS = frozenset(
    {"com", "cymru", "eu", "gov", "info", "london", "net", "ngo", "org", "scot", "uk", "wales"}
)
"""Top-level domains that make a name without a slash a host, like `elm.org`; `elm.txt` may be a file."""


def suggest_target(
    reference: Reference, path: str, content: LoadedContent, generated: Container[str], hints: Hints
) -> str:
    """How to correct a link or picture in the file at ``path`` whose target does not exist.

    Only files in the repository are suggested: a mistyped link is unlikely to mean a generated page.
    """
    target = urlsplit(reference.target).path
    folder = posixpath.dirname(path) or "."
    if target[:1] in _CURLY:
        return "write the address without the quotation marks around it"
    if reference.is_image or reference.is_recording:
        what = "picture" if reference.is_picture else "recording"
        otherwise = f"put the {what} beside this file, or correct the name"
        return _suggest(target, folder, content.files.assets, otherwise, hints)
    if _MAIL.fullmatch(target.rstrip(".,;")):
        return f"write 'mailto:{shorten(reference.target.rstrip('.,;'))}' for an email address"
    if found := _NO_COLON.match(target):
        return f"write '{shorten(f'{found[1]}://{reference.target[found.end() :]}')}' for a page elsewhere"
    if number := telephone_address(target):
        return f"write '{number}' for a telephone number"
    if _is_web_address(target):
        return f"write 'https://{shorten(reference.target)}' for a page elsewhere"
    if page := _find_page(path_beside(path, target), content, generated):
        return f"did you mean '{posixpath.relpath(page, folder)}'?"
    otherwise = "correct the path; it starts from this file's folder"
    if reference.text_line is not None:
        otherwise = "correct the path, or write a backslash before the '[' if the line is text"
    known = content.paths if file_ending(target) in ("", ".md") else (*content.paths, *content.files.assets)
    return otherwise if target.endswith("/") else _suggest(target, folder, known, otherwise, hints)


def _suggest(target: str, folder: str, paths: Collection[str], otherwise: str, hints: Hints) -> str:
    elsewhere = find_elsewhere(target, folder, paths)
    if elsewhere:
        return f"did you mean '{elsewhere}'?"
    return hints.suggest(target, lambda: _relative_paths(paths, folder), otherwise)


def find_elsewhere(target: str, folder: str, paths: Iterable[str]) -> str | None:
    """The way from a folder to the only file whose name is that of ``target``; None if there are others, or none."""
    name = posixpath.basename(unquote(target)).casefold()
    same = [path for path in paths if posixpath.basename(path).casefold() == name]
    return _relative_paths(same, folder)[0] if len(same) == 1 else None


def _find_page(path: str, content: LoadedContent, generated: Container[str]) -> str | None:
    """The page at an address that was written as a path: for "docs/events" and "events" its list, "events/index.md"."""
    name = path.removesuffix("/index.md").strip("/.")
    for folder in ("", "docs/"):
        inner = posixpath.join(folder, name.removeprefix("docs/") if name != "docs" else "")
        for page in (posixpath.join(inner, "index.md"), f"{inner}.md"):
            if page in content.paths or page in generated:
                return page
    return None


def telephone_address(text: str) -> str | None:
    """The address of a telephone number (RFC 3966), like "tel:+441632960000"; None if the text is not a number."""
    if not _TELEPHONE.fullmatch(text.strip()):
        return None
    number = text.replace("(0)", "") if "+" in text else text  # "(0)" is for callers in the same country
    return f"tel:{re.sub(r'[^+0-9]', '', number)}"


def _is_web_address(target: str) -> bool:
    host, slash, _ = target.partition("/")
    found = _HOST.fullmatch(host)
    if not found or found[1].lower() in _FILE_ENDINGS:
        return False
    return bool(slash) or host.lower().startswith("www.") or found[1].lower() in _TOP_LEVEL_DOMAINS


def _relative_paths(paths: Iterable[str], folder: str) -> list[str]:
    """The paths from a folder, as they are written in a link: a blank is `%20`."""
    return [posixpath.relpath(path, folder).replace(" ", "%20") for path in paths]
