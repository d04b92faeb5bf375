"""Reads a saved web page, or a document that Word, OneNote or Google Docs saved as one."""

import base64
import binascii
import re
from collections.abc import Callable
from datetime import date
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from lxml.html import HtmlElement

from newsroom.importing.clues import Clues, take_clues
from newsroom.importing.mailchimp.links import clean_links, mark_buttons
from newsroom.importing.mailchimp.template import find_text, is_campaign
from newsroom.importing.plain_text import paragraphs_html
from newsroom.importing.refusals import NESTED
from newsroom.importing.source import ImportRefusedError, NoteLog, SourceDocument
from newsroom.importing.tree import (
    drop_picture,
    element_text,
    find_by_xpath,
    inner_html,
    is_nested_deeply,
    parse_html_file,
    remove_hidden_elements,
    write_emoji,
)
from newsroom.importing.web.main_text import find_content
from newsroom.importing.web.office_html import clean_office_html
from newsroom.problems import shorten

FindFile = Callable[[str], bytes | None]
"""Returns the bytes of a picture by its address relative to the page; None if there is none."""
_DATA = re.compile(r"data:image/[\w.+-]+((?:;[\w=-]+)*),(.*)", re.DOTALL | re.IGNORECASE)
_SITE_NAME = re.compile(r"\s+[|–—»]\s+")
_PUBLISHED = "//meta[@property='article:published_time']/@content|//time/@datetime"
_ADDRESS = "//base/@href|//link[@rel='canonical']/@href|//meta[@property='og:url']/@content"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_LAZY = ("data-src", "data-lazy-src", "data-original")


def read_page(text: str, find_file: FindFile) -> SourceDocument:
    """Read the text of a page: its main part, without menus, comments and hidden text.

    Args:
        text: The HTML.
        find_file: Finds the pictures that were saved with it.

    Raises:
        ImportRefusedError: It has no text.
    """
    root = parse_html_file(text)
    body = next(iter(find_by_xpath(root, "//body")), None) if root is not None else None
    if root is None or body is None:
        raise ImportRefusedError("The file is empty. Open it in a browser: is it the right one?")
    log = NoteLog()
    clean_office_html(root, log)
    remove_hidden_elements(body, log)
    is_site = bool(find_by_xpath(root, "//nav|//main|//article|//*[@role='main']"))
    content = _find_text(body, log)
    clues = take_clues(content, Clues(), log)
    title, day = clues.title or _title_in_head(root), clues.day
    if not day and is_site and (day := _published_day(root)):
        log.guessed("The date is the day on which the web page says it was published.", "date: ")
    write_emoji(content)
    _complete_links(content, _address_of(root), log)
    pictures = _collect_pictures(content, find_file, log)
    if not element_text(content) and not pictures:
        if is_nested_deeply(root):
            raise ImportRefusedError(NESTED)
        raise ImportRefusedError("The file has no text. Open it in a browser: is it the right one?")
    return SourceDocument(inner_html(content), pictures, title, clues.subtitle, clues.author, day, log.notes)


def _find_text(body: HtmlElement, log: NoteLog) -> HtmlElement:
    """The element with the text of a page."""
    if not is_campaign(body):
        return find_content(body, log)
    mark_buttons(body)
    content = find_text(body, log)
    clean_links(content, log)
    return content


def _title_in_head(root: HtmlElement) -> str | None:
    shared = root.xpath("//meta[@property='og:title']/@content")
    if isinstance(shared, list) and shared and str(shared[0]).strip():
        return str(shared[0]).strip()
    titles = find_by_xpath(root, "//head/title")
    return _SITE_NAME.split(element_text(titles[0]))[0].strip() or None if titles else None


def _address_of(root: HtmlElement) -> str:
    """The address that a page says it has; empty if it says none."""
    found = root.xpath(_ADDRESS)
    return next((str(each) for each in found if _is_on_the_web(str(each))), "") if isinstance(found, list) else ""


def _complete_links(content: HtmlElement, page: str, log: NoteLog) -> None:
    """Give the links to other pages of the page's website their whole addresses, or remove them, with a note."""
    for link in find_by_xpath(content, ".//a[@href]"):
        written = link.get("href", "").strip()
        if written.startswith(("#", "www.")) or _SCHEME.match(written):
            link.set("href", written)
            continue
        is_network = written.startswith("\\")
        address = "" if is_network else urljoin(page or ("https:" if written.startswith("//") else ""), written)
        if _is_on_the_web(address) and not address.startswith("//"):
            link.set("href", address)
            continue
        what = "A link to another page of the website was removed, since the file does not say which website it is."
        log.dropped(what, element_text(link))
        link.drop_tag()


def _published_day(root: HtmlElement) -> date | None:
    found = root.xpath(_PUBLISHED)
    for value in found if isinstance(found, list) else ():
        try:
            return date.fromisoformat(str(value)[:10])
        except ValueError:
            continue
    return None


def _collect_pictures(content: HtmlElement, find_file: FindFile, log: NoteLog) -> dict[str, bytes]:
    """The pictures of a page by their ``src``. Those that cannot be found are removed, with a note."""
    pictures: dict[str, bytes] = {}
    for image in find_by_xpath(content, ".//img"):
        source = next((image.get(name, "") for name in _LAZY if image.get(name)), image.get("src", "")).strip()
        data = data_in_address(source) or find_file(source)
        if data is None and source and not _is_on_the_web(source):
            file = re.split(r"[/\\]", unquote(source))[-1]  # folders can have the names of people
            log.dropped(f"The picture “{shorten(file, 80)}” was not saved with the file: add it by hand.")
        if data is None and not _is_on_the_web(source):
            drop_picture(image)
            continue
        name = f"picture-{len(pictures) + 1}" if source.startswith("data:") else source
        image.set("src", name)
        if data is not None:
            pictures[name] = data
    return pictures


def _is_on_the_web(source: str) -> bool:
    try:
        return urlsplit(source).scheme in ("http", "https") or source.startswith("//")
    except ValueError:
        return False


def data_in_address(source: str) -> bytes | None:
    """The bytes of a picture that is in the address itself (RFC 2397)."""
    match = _DATA.fullmatch(source)
    if not match:
        return None
    try:
        is_base64 = match[1].lower().endswith(";base64")
        return base64.b64decode(unquote(match[2])) if is_base64 else unquote_to_bytes(match[2])
    except (binascii.Error, ValueError):
        return None


def read_text_file(text: str) -> SourceDocument:
    """Read a plain text. Blank lines divide its paragraphs. Raises ImportRefusedError if it has no text."""
    if not text.strip():
        raise ImportRefusedError("The file has no text.")
    return read_page(f"<html><body>{paragraphs_html(text, has_title=True)}</body></html>", lambda _source: None)
