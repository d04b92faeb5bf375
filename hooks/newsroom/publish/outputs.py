"""All that a build writes besides its pages, and what these outputs add to the pages themselves."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TypeVar

from lxml.html import HtmlElement

from newsroom.markup.tree import serialise
from newsroom.problems import Problem
from newsroom.publish.body import Bodies
from newsroom.publish.build_context import BuildContext
from newsroom.publish.cards import Cards
from newsroom.publish.citations import Citations
from newsroom.publish.compressed_html import CompressedHtml
from newsroom.publish.email import Emails
from newsroom.publish.feeds import Feeds
from newsroom.publish.metadata import Robots
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage
from newsroom.publish.pictures import Pictures
from newsroom.publish.redirects import Redirects
from newsroom.publish.search import Search
from newsroom.publish.text_facts import NO_TEXT, TextFacts, describe_text
from newsroom.publish.theme_assets import ThemeAssets

OutputT = TypeVar("OutputT", bound=Output)


class Outputs:
    """The outputs of one build. They are handed the HTML of every page, then asked for their files."""

    def __init__(self, context: BuildContext) -> None:
        pictures = Pictures(context)
        self._outputs: tuple[Output, ...] = (
            Emails(context),
            Feeds(context),
            Redirects(context, pictures.paths),
            Robots(context),
            ThemeAssets(context),
            pictures,
            Cards(context, pictures),
            Citations(context),
            Search(context, pictures),
        )
        self._pictures = pictures
        self._bodies = Bodies(context)
        self._needed_documents = frozenset(chain.from_iterable(output.needs for output in self._outputs))
        self._kept = CompressedHtml()
        self._text_facts: dict[str, TextFacts] = {}

    def find(self, kind: type[OutputT]) -> OutputT:
        """The output of a class."""
        return next(output for output in self._outputs if isinstance(output, kind))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What can be told of the outputs before anything is written."""
        return tuple(chain.from_iterable(output.problems for output in self._outputs))

    @property
    def linkable_paths(self) -> tuple[str, ...]:
        """The paths on the site of what nobody wrote: links may lead there, and no one's file may be there."""
        return tuple(chain.from_iterable(output.linkable_paths for output in self._outputs))

    @property
    def start_links(self) -> tuple[tuple[str, str], ...]:
        """Where to look first: what is there, and its path on the site."""
        return tuple(chain.from_iterable(output.start_links for output in self._outputs))

    @property
    def html_with_public_addresses(self) -> frozenset[str]:
        """The paths of HTML whose addresses stay public ones, in a preview that is opened from disk too."""
        return frozenset(chain.from_iterable(output.html_with_public_addresses for output in self._outputs))

    def start_background_work(self) -> None:
        """Start what takes long and needs no page, while others go on."""
        for output in self._outputs:
            output.start_background_work()

    def process_body(self, page: WebPage, root: HtmlElement) -> str:
        """Take in the tree of a page's text, as far as files are made from it; gives the HTML that the page shows."""
        self._bodies.prepare(root, page)
        if page.path in self._needed_documents:
            self._kept.add(page.path, serialise(root))
        for output in self._outputs:
            output.process_body(page, root)
        html = self._bodies.page_html(root, page, self._pictures)
        self._text_facts[page.path] = describe_text(page, root)
        return html

    def text_facts(self, path: str | None) -> TextFacts:
        """Return the facts about the text of the page with a path; those of an empty text for any other page."""
        return self._text_facts.get(path or "", NO_TEXT)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each path on the site that no page has, with its content. All pages must have been handed in before."""
        for output in self._outputs:
            for path, content in output.files(self._kept):
                yield path, content
                for copy_path in chain.from_iterable(other.copy_paths(path) for other in self._outputs):
                    yield copy_path, content

    def publish_index(self, site: Path) -> None:
        """Put into the folder of the published site what was not awaited: the search's index, as soon as it is made."""
        for output in self._outputs:
            output.publish_index(site)
