"""The HTML and the outline of texts with every construct and its rare variants (tests/golden/markup/)."""

from collections.abc import Iterator
from dataclasses import fields

from newsroom.content.outline import RenderedText
from tests.support.golden import GOLDEN, Golden
from tests.support.markup import html_of, render

TEXTS = (GOLDEN / "markup/texts.md").read_text(encoding="utf-8").split("%%%\n")
"""Short texts, so that what is not closed in one changes no other."""
VERSE = """\
Roses & *red*
   are <br>
\tthe first, [a
  link](a.md) \\
      deep

- list
    line<br>

> quoted
>    indent
"""


def test_texts_match_golden_file(golden: Golden) -> None:
    shown = [shown_text(render(text, 10)) for text in TEXTS]
    golden.check("markup/rendered.txt", "\n%%%\n".join(shown).encode())


def test_verse_matches_golden_file(golden: Golden) -> None:
    verse = shown_text(render(VERSE, keeps_lines=True))
    boxes = shown_text(render("> [!CAUTION]\n> Gofal[^1]\n\n[^1]: Nodyn", lang="cy"))
    golden.check("markup/verse.txt", f"{verse}\n%%%\n{boxes}".encode())


def test_texts_without_some_links_match_golden_file(golden: Golden) -> None:
    without = [html_of(render(text), lambda target: None if "." in target else f"/x/{target}") for text in TEXTS]
    golden.check("markup/without_links.txt", "\n%%%\n".join(without).encode())


def shown_text(text: RenderedText) -> str:
    """The HTML of a text, and each part of its outline."""
    return "\n".join((html_of(text), *_outline_lines(text)))


def _outline_lines(text: RenderedText) -> Iterator[str]:
    yield "---"
    for field in fields(text.outline):
        value = getattr(text.outline, field.name)
        parts = sorted(value) if isinstance(value, frozenset) else value if isinstance(value, tuple) else [value]
        yield from (f"{field.name}: {part!r}" for part in parts if part)
