"""The base class of outputs, which are what a build writes besides its pages."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml.html import HtmlElement

from newsroom.content.library import Channel
from newsroom.problems import Problem
from newsroom.publish.build_context import BuildContext
from newsroom.publish.pages.page import WebPage


class Output:
    """One kind of output, like feeds, emails or redirects. By default, each method does nothing.

    Attributes:
        channel: The channel whose form of a text it gets.
        paths: The paths on the site of its files, as far as they are known before rendering. Only the files of the
            search's index are not known, since their names are hashes of their content.
        problems: The errors and warnings that are known before anything is written.
    """

    channel: Channel = Channel.WEB
    paths: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __init__(self, context: BuildContext) -> None:
        self._context = context

    @property
    def linkable_paths(self) -> tuple[str, ...]:
        """The paths on the site that content may link to. Files of editors must not have these paths."""
        return self.paths

    @property
    def start_links(self) -> tuple[tuple[str, str], ...]:
        """The links to show after a build: a name and a path on the site for each."""
        return ()

    @property
    def html_with_public_addresses(self) -> frozenset[str]:
        """The paths of HTML files that keep public addresses even in a preview that is opened from disk."""
        return frozenset()

    def start_background_work(self) -> None:
        """Start work that takes long and does not need the pages, in the background."""

    def work_ahead(self) -> None:
        """Fill the cache with what takes long, the last files first, for another process that is building the site."""

    def finish_background_work(self) -> None:
        """Wait until the work has ended. A process that has threads cannot be copied."""

    @property
    def name(self) -> str:
        """The name, which no other output has."""
        return type(self).__name__

    @property
    def stage(self) -> str:
        """The stage of the build in which it makes its files, like "site map"."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", self.name).lower()

    def text_need(self, _page: WebPage) -> str | None:
        """Return what decides :meth:`show_text` besides the text itself; None if the output does not show the text."""
        return None

    def show_text(self, _page: WebPage, _root: HtmlElement) -> str:
        """Return what the output shows of a page's text, whose prepared tree is given. The tree must not be changed.

        The result is kept for later builds, so it may depend only on the tree, :meth:`text_need`, the page's path,
        address and language, the site's address, and what the page shows too: the sizes of its pictures, and cards.
        """
        return ""

    def add_text(self, page: WebPage, shown: str) -> None:
        """Add what :meth:`show_text` has returned, in this build or an earlier one."""

    def after_pages(self) -> None:
        """Remove what was only needed to write pages. Each process that writes pages calls it at the end."""

    def start_late_work(self) -> None:
        """Start work that takes long and needs all texts, in the background."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path on the site and the content of each file. All texts have been added by then."""
        return iter(())

    def late_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files from :meth:`start_late_work`, and those that pages needed. The pages are written before."""
        return iter(())

    def copy_paths(self, _path: str) -> tuple[str, ...]:
        """Return more paths for a file of another output, whose own path is ``_path``."""
        return ()

    def publish_index(self, site: Path) -> None:
        """Add files that were not ready in time to the folder of the published site."""
