"""The HTML of pages, kept small: what is read is what was kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.publish.compressed_html import CompressedHtml


@given(st.dictionaries(st.text(max_size=5), st.text(st.characters(exclude_categories=[]), max_size=50), max_size=5))
def test_what_is_read_is_what_was_kept(pages: dict[str, str]) -> None:
    rendered = CompressedHtml()
    for path, html in pages.items():
        rendered.add(path, "replaced")
        rendered.add(path, html)
    assert dict(rendered) == pages
    assert len(rendered) == len(pages)


def test_a_page_that_was_never_kept_is_not_there() -> None:
    with pytest.raises(KeyError, match=r"stories/a\.md"):
        CompressedHtml()["stories/a.md"]
