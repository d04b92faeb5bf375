"""What a build writes besides its pages."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml.html import HtmlElement

from newsroom.problems import Problem
from newsroom.publish.build_context import BuildContext
from newsroom.publish.page import WebPage


class Output:
    """One kind of output: feeds, emails, redirects. An output overrides what differs; each default is to do nothing.

    ``needs`` are the paths of the documents whose rendered HTML it is made from. ``paths`` are the paths on the site
    of all its files that are known before anything is rendered: the search's index alone names its files by what they
    hold. ``problems`` is what can be told of it before anything is written.
    """

    needs: frozenset[str] = frozenset()
    paths: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __init__(self, context: BuildContext) -> None:
        self._context = context

    @property
    def linkable_paths(self) -> tuple[str, ...]:
        """The paths on the site that links may lead to, and at which no editor's file may be."""
        return self.paths

    @property
    def start_links(self) -> tuple[tuple[str, str], ...]:
        """Where to look first in what it made: a name, and the path on the site."""
        return ()

    @property
    def html_with_public_addresses(self) -> frozenset[str]:
        """The paths of HTML whose addresses stay public ones, in a preview that is opened from disk too."""
        return frozenset()

    def start_background_work(self) -> None:
        """Start what takes long and needs no page, while others go on."""

    def process_body(self, page: WebPage, root: HtmlElement) -> None:
        """Look at the prepared tree of a page's text, and leave it as it is."""

    def files(self, _rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Its files: each path on the site with its content.

        ``rendered`` maps the path of each document that it needs to the HTML of its body as its page has it.
        """
        return iter(())

    def copy_paths(self, _path: str) -> tuple[str, ...]:
        """The paths at which it has a file of another output, which is at ``path``, published too."""
        return ()

    def publish_index(self, site: Path) -> None:
        """Put into the folder of the published site what was not awaited."""
