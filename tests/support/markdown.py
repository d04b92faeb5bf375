"""What GitHub shows of Markdown."""

import re
from html import unescape

import cmarkgfm


def text_of(markdown: str) -> str:
    """The words of Markdown as GitHub's own parser renders it, without tags; a line for each block."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown)
    return unescape(re.sub(r"<[^>]+>", "", html))
