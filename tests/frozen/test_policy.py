"""Every page of the frozen site runs the scripts that its policy names, and carries nothing of the theme's own."""

import base64
import hashlib
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.support.pages import page_trees

_INLINE = ".//script[not(@src) and not(@type='application/ld+json')]"
_POLICY = ".//meta[@http-equiv='Content-Security-Policy']/@content"


def _script_sources(page: HtmlElement) -> set[str]:
    """What the page's policy lets scripts come from."""
    (policy,) = page.xpath(_POLICY)
    directives = dict(directive.strip().split(" ", 1) for directive in policy.split(";"))
    return set(directives["script-src"].split())


def test_policy_allows_only_inline_scripts_by_hash(frozen_site: Path) -> None:
    pages = page_trees(frozen_site)
    assert len(pages) > 50
    for path, page in pages.items():
        written = (script.text_content() for script in page.xpath(_INLINE))
        hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in written}
        assert _script_sources(page) == {"'self'", "'wasm-unsafe-eval'", *hashes}, path
        assert page.xpath("//@*[starts-with(name(), 'on')]") == [], path


@pytest.mark.parametrize("name", ["md-toggle", "md-overlay", "md-dialog", "md-skip"])
def test_markup_for_the_themes_scripts_is_removed(frozen_site: Path, name: str) -> None:
    pages = page_trees(frozen_site)
    assert [path for path, page in pages.items() if page.xpath(f"//*[contains(@class, '{name}')]")] == []
