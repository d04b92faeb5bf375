"""The alignment of old HTML, ``align`` and `<center>`, as a style that does the same.

See https://html.spec.whatwg.org/#flow-content-3.
"""

from collections.abc import Mapping

CENTERED = "center"
"""The element that centres its content. It becomes a `<div>` with a style."""
ALIGNED = frozenset({"div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "td", "th"})
"""The elements whose attribute ``align`` aligns their text."""
ALIGNMENTS = frozenset({"left", "right", "center", "justify", "start", "end"})


def alignment(tag: str, attributes: Mapping[str, str]) -> str | None:
    """The style that aligns an element's text as its tag or its ``align`` does; None if they do not."""
    align = "center" if tag == CENTERED else attributes.get("align", "").lower()
    is_aligned = tag == CENTERED or (tag in ALIGNED and align in ALIGNMENTS)
    return f"text-align: {align}; {attributes.get('style', '')}" if is_aligned else None
