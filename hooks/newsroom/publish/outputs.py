"""All outputs of a build, and the HTML that they contribute to pages."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path
from typing import TypeVar

from newsroom.problems import Problem
from newsroom.publish.build_context import BuildContext
from newsroom.publish.calendars import Calendars
from newsroom.publish.cards import Cards
from newsroom.publish.citations import Citations
from newsroom.publish.copies import Copies
from newsroom.publish.editor import Editor
from newsroom.publish.email import Emails
from newsroom.publish.feeds import Feeds
from newsroom.publish.hosting.redirects import Redirects
from newsroom.publish.hosting.security_headers import SecurityHeaders
from newsroom.publish.hosting.site_map import Robots, SiteMap
from newsroom.publish.output import Output
from newsroom.publish.pdf import Pdfs
from newsroom.publish.pictures import Pictures
from newsroom.publish.search import Search
from newsroom.publish.takedown import left_out_if_broken
from newsroom.publish.text.texts import PageTexts
from newsroom.publish.theme.assets import ThemeAssets

OutputT = TypeVar("OutputT", bound=Output)


class Outputs:
    """The outputs of one build: they get the text of every page first, and give their files afterwards.

    Args:
        generated: Returns the paths of everything that the build generates, with their addresses.

    Attributes:
        texts: Makes the texts, and gives them to the outputs.
    """

    def __init__(self, context: BuildContext, generated: Callable[[], Mapping[str, str]]) -> None:
        pictures = Pictures(context)
        self._context = context
        self._outputs: tuple[Output, ...] = (
            Emails(context),
            Feeds(context, pictures.html.size_of),
            Redirects(context, pictures.paths),
            Editor(context),
            Robots(context),
            SecurityHeaders(context),
            ThemeAssets(context),
            pictures,
            Cards(context, pictures.made),
            Citations(context),
            Calendars(context),
            Pdfs(context, pictures.made),
            Search(context, pictures.html),
            SiteMap(context),
            Copies(context, pictures.paths),
        )
        self.texts = PageTexts(context, self._outputs, pictures.html.size_of, generated)

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

    def finish_background_work(self) -> None:
        """Wait until that work has ended."""
        for output in self._outputs:
            output.finish_background_work()

    def work_ahead(self) -> None:
        """Fill the cache with what the files need, for another process that is building the same site."""
        for output in self._outputs:
            output.work_ahead()

    def after_pages(self) -> None:
        """Remove what was only needed to write pages, in each process that writes some."""
        for output in self._outputs:
            output.after_pages()

    def start_late_work(self) -> None:
        """Start work that takes long and needs all texts, in the background."""
        for output in self._outputs:
            with self._left_out_if_broken(output):
                output.start_late_work()

    def late_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the content of each file from that work."""
        for output in self._outputs:
            with self._context.stages(output.stage), self._left_out_if_broken(output):
                yield from output.late_files()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the content of each file. All texts must be added before."""
        for output in self._outputs:
            with self._context.stages(output.stage), self._left_out_if_broken(output):
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
        return left_out_if_broken(self._context, f"the output {output.name}")
