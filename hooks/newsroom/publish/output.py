"""What a build writes besides its pages."""

from collections.abc import Iterator, Mapping
from typing import Protocol


class Output(Protocol):
    """One kind of output: feeds, emails, redirects. Before anything is rendered, its files are known.

    The one exception is the search's index, whose files are named by what they hold.
    """

    @property
    def needs(self) -> frozenset[str]:
        """The paths of the documents whose rendered HTML it is made from."""

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths on the site of all its files that are known before."""

    def files(self, rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Its files: each path on the site with its content.

        ``rendered`` maps the path of each document that it needs to the HTML of its body as its page has it.
        """
