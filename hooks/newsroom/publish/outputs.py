"""All outputs of a build, and the HTML that they contribute to pages."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path
from typing import TypeVar

from lxml.html import HtmlElement

from newsroom.content.library import Channel
from newsroom.problems import Problem
from newsroom.publish.body import Bodies
from newsroom.publish.build_context import BuildContext
from newsroom.publish.cards import Cards
from newsroom.publish.citations import Citations
from newsroom.publish.copies import Copies
from newsroom.publish.email import Emails
from newsroom.publish.feeds import Feeds
from newsroom.publish.metadata import Robots
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage
from newsroom.publish.pictures import Pictures
from newsroom.publish.redirects import Redirects
from newsroom.publish.search import Search
from newsroom.publish.security_headers import SecurityHeaders
from newsroom.publish.site_map import SiteMap
from newsroom.publish.takedown import left_out_if_broken
from newsroom.publish.text_facts import NO_TEXT, TextFacts, describe_text
from newsroom.publish.theme_assets import ThemeAssets

OutputT = TypeVar("OutputT", bound=Output)


class Outputs:
    """The outputs of one build: they get the text of every page first, and give their files afterwards."""

    def __init__(self, context: BuildContext) -> None:
        pictures = Pictures(context)
        self._context = context
        self._outputs: tuple[Output, ...] = (
            Emails(context),
            Feeds(context),
            Redirects(context, pictures.paths),
            Robots(context),
            SecurityHeaders(context),
            ThemeAssets(context),
            pictures,
            Cards(context, pictures.made),
            Citations(context),
            Search(context, pictures.html),
            SiteMap(context),
            Copies(context, pictures.paths),
        )
        self._library = context.library
        self._by_channel = {
            channel: [output for output in self._outputs if output.channel is channel] for channel in Channel
        }
        self._pictures = pictures.html
        self._bodies = Bodies(context)
        self._text_facts: dict[str, TextFacts] = {}

    def find(self, output_class: type[OutputT]) -> OutputT:
        """Return the output that is an instance of a class."""
        return next(output for output in self._outputs if isinstance(output, output_class))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The errors and warnings that are known before anything is written."""
        return tuple(chain.from_iterable(output.problems for output in self._outputs))

    @property
    def linkable_paths(self) -> tuple[str, ...]:
        """The paths on the site that content may link to. Files of editors must not have these paths."""
        return tuple(chain.from_iterable(output.linkable_paths for output in self._outputs))

    @property
    def start_links(self) -> tuple[tuple[str, str], ...]:
        """The links to show after a build: a name and a path on the site for each."""
        return tuple(chain.from_iterable(output.start_links for output in self._outputs))

    @property
    def html_with_public_addresses(self) -> frozenset[str]:
        """The paths of HTML files that keep public addresses even in a preview that is opened from disk."""
        return frozenset(chain.from_iterable(output.html_with_public_addresses for output in self._outputs))

    def start_background_work(self) -> None:
        """Start work that takes long and does not need the pages, in the background."""
        for output in self._outputs:
            with self._left_out_if_broken(output):
                output.start_background_work()

    def work_ahead(self) -> None:
        """Fill the cache with what the files need, for another process that is building the same site."""
        for output in self._outputs:
            output.work_ahead()

    def process_body(self, page: WebPage, tree: Callable[[Channel], HtmlElement]) -> str:
        """Give the text of a page to all outputs, and return the HTML that the page shows.

        ``tree`` makes the tree of the text as a channel may show it.
        """
        root = tree(Channel.WEB)
        self._bodies.prepare(root, page)
        for channel, outputs in self._by_channel.items():
            channel_tree = self._channel_tree(page, root, channel, tree)
            for output in outputs:
                with self._left_out_if_broken(output):
                    output.process_body(page, channel_tree)
        html = self._bodies.page_html(root, page, self._pictures)
        self._text_facts[page.path] = describe_text(page, root)
        return html

    def _channel_tree(
        self, page: WebPage, root: HtmlElement, channel: Channel, tree: Callable[[Channel], HtmlElement]
    ) -> HtmlElement:
        """Return the prepared tree of a text for a channel; ``root`` is the one for the web."""
        if not page.document or not self._library.consent.hides_part_of(page.document, channel):
            return root
        limited = tree(channel)
        self._bodies.prepare(limited, page)
        return limited

    def text_facts(self, path: str | None) -> TextFacts:
        """Return the facts about the text of the page with a path; those of an empty text for any other page."""
        return self._text_facts.get(path or "", NO_TEXT)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the content of each file. Call :meth:`process_body` for all pages before."""
        for output in self._outputs:
            with self._left_out_if_broken(output):
                for path, content in output.files():
                    yield path, content
                    for copy_path in chain.from_iterable(other.copy_paths(path) for other in self._outputs):
                        yield copy_path, content

    def publish_index(self, site: Path) -> None:
        """Add the search's index to the folder of the published site as soon as it is ready."""
        for output in self._outputs:
            with self._left_out_if_broken(output):
                output.publish_index(site)

    def _left_out_if_broken(self, output: Output) -> AbstractContextManager[None]:
        return left_out_if_broken(self._context, f"the output {type(output).__name__}")
