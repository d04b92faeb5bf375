"""The site as the preview shows it: pages of the latest content, and other files of the latest build."""

from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path
from threading import Condition, Lock

from live_preview.faults import describe_fault
from newsroom.content.folders import site_file
from newsroom.page_preview import PagePreview

_MISSING = "404.html"
_WAIT = 60.0
"""Seconds after which a browser that waits for a change is answered, and asks again."""


@dataclass(frozen=True)
class LivePage:
    """A page as it is now.

    Attributes:
        reloads: How often pages had to be reloaded because other files have changed.
        exists: Whether it is the page at the address, and not the page for missing addresses.
    """

    content: bytes
    reloads: int
    exists: bool = True

    @property
    def version(self) -> str:
        """Browsers that show another version reload the page."""
        return sha256(self.content + str(self.reloads).encode()).hexdigest()


class LiveSite:
    """What is at each address now. Several threads can ask at the same time.

    Pages, style sheets and files that are published unchanged are made alone until a build has written the whole site.
    An address that only that build can answer, like that of an email, has the file of the build before.

    Args:
        folder: The folder of the site that builds write.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._changed = Condition()
        self._rendering = Lock()
        self._pages: PagePreview | None = None
        self._rendered: dict[str, bytes] = {}
        self._known_pages: frozenset[str] = frozenset()
        self._fault = ""
        self._revision = self._built = self._ended = self._changes = self._reloads = 0
        self._has_new_files = False

    def show(
        self,
        pages: PagePreview | None,
        fault: str = "",
        *,
        has_new_templates: bool = False,
        has_new_files: bool = False,
    ) -> int:
        """Show changed content, and return its number.

        Args:
            pages: The pages; None if there are none.
            fault: Why there are no pages, which is then shown in place of every page.
            has_new_templates: Whether templates, styles or scripts have changed: all open pages are reloaded.
            has_new_files: Whether other files than these and texts have changed: all open pages are reloaded when the
                whole site is built.
        """
        with self._changed:
            self._pages, self._fault, self._rendered = pages, fault, {}
            self._known_pages |= pages.urls if pages else frozenset()
            self._reloads += has_new_templates
            self._has_new_files = self._has_new_files or has_new_files
            self._revision += 1
            self._notify()
            return self._revision

    def end_build(self, revision: int, *, is_published: bool) -> bool:
        """Note that the build of content with a number has ended, and return whether that content is still shown.

        ``is_published``: whether it has replaced the site's folder.
        """
        with self._changed:
            self._ended = revision
            if is_published:
                self._built = revision
                self._reloads += self._has_new_files
                self._has_new_files = False
            self._notify()
            return revision == self._revision

    def page(self, url: str) -> LivePage:
        """The page at an address, which is relative to the site's root."""
        with self._changed:
            self._changed.wait_for(lambda: self._revision)
            fault, pages, rendered, reloads = self._fault, self._pages, self._rendered, self._reloads
            is_built = self._built == self._revision
        if pages is None:
            return LivePage(_fault_page(fault), reloads)
        if not is_built:
            page, faults = rendered.get(url), list[str]()
            with self._rendering, describe_fault(faults.append):
                page = page or pages.page(url)
            if faults:
                return LivePage(_fault_page(faults[0]), reloads)
            if page is not None:
                rendered[url] = page
                return LivePage(page, reloads)
            if url in self._known_pages:  # the site's folder still has the page that is gone
                return LivePage(pages.missing_page(), reloads, exists=False)
        content = self.file(site_file(url))
        if content is not None:
            return LivePage(content, reloads)
        return LivePage(self._published(_MISSING) or pages.missing_page(), reloads, exists=False)

    def file(self, path: str) -> bytes | None:
        """The file at an address that is not that of a page; None if there is none."""
        pages, content = self._pages, None
        if pages and self._built != self._revision:
            with describe_fault(lambda _: None):  # pages show it
                content = pages.file(path)
        if content is None:
            content = self._published(path)
        if content is None:
            self._wait_for_build()
            content = self._published(path)
        return content

    def wait_for_other_version(self, url: str, version: str) -> str:
        """Wait, for a while, until the page at an address has another version, and return its version."""
        while True:
            changes = self._changes
            current = self.page(url).version
            if current != version or not self._wait_for_change(changes):
                return current

    def _wait_for_change(self, changes: int) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._changes != changes, _WAIT)

    def _wait_for_build(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._ended == self._revision or self._pages is None)

    def _published(self, path: str) -> bytes | None:
        file = self._folder / path
        try:
            return file.read_bytes()
        except OSError:
            return None

    def _notify(self) -> None:
        self._changes += 1
        self._changed.notify_all()


def _fault_page(fault: str) -> bytes:
    lines = "".join(f"<p>{escape(line)}</p>" for line in fault.splitlines())
    title = "The preview cannot be shown"
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head><body><h1>{title}</h1>{lines}</body></html>\n'.encode()
