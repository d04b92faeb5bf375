"""The sender's page of a small newsroom's edition, and how it is opened."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import FrameLocator, Page

from tests.support.emails import sent_html

EMAIL = "newsletters/2024-03/email/"
TOOLS = ["mailchimp", "generic", "notify"]
SUBJECT = "More than a hundred and thirty neighbourhoods, looking back"
BODY = """\
## Hello

Good *morning*, see [the garden](../stories/the-garden.md). ![A bench](bench.png)

## A section with a longwordlongwordlongwordlongwordlongwordlongwordlongword

Words, “quoted” & <b>bold</b>.
"""
LARGE_BODY = "## Hello\n\n" + "word " * 22_000 + "\n\n## Empty\n\n## Events\n\nAn <em>event</em>."
Open = Callable[..., Page]


@dataclass(frozen=True)
class Site:
    """A small newsroom's site: its folder, and the address at which it is served."""

    folder: Path
    address: str

    @property
    def url(self) -> str:
        """The address of the sender's page."""
        return f"{self.address}{EMAIL}"

    def text(self, name: str) -> str:
        """The text to copy that is in a file beside the sender's page."""
        file = (self.folder / EMAIL / name).read_bytes()
        return sent_html(file) if name.endswith(".html") else file.decode()


def frame(page: Page, width: int = 600, tool: str = "Mailchimp") -> FrameLocator:
    """The frame that shows an email."""
    return page.frame_locator(f'iframe[title="The email for {tool}, {width} pixels wide"]')
