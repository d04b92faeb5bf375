"""The HTML of pages, kept small: what is read is what was kept."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.publish.pages.compressed_html import CompressedHtml


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=50), max_size=5))
@example({"a": "half of a character: \ud83c"})
def test_html_round_trips(pages: dict[str, str]) -> None:
    rendered = CompressedHtml()
    for path, html in pages.items():
        rendered.add(path, "replaced")
        rendered.add(path, html)
    assert dict(rendered) == pages
    assert len(rendered) == len(pages)


def test_unknown_page_raises_key_error() -> None:
    with pytest.raises(KeyError, match=r"stories/a\.md"):
        CompressedHtml()["stories/a.md"]
