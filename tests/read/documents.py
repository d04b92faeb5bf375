"""Generated Markdown documents, from the constructs that editors use."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

_WORDS = (
    "garden", "Hello", "café", "Tŷ", "neighbours", "snake_case_name", "AT&T", "fish &amp; chips", "it's", '"so"',
    "a (small) thing", "50%", "x < y", "naïve — or not", "[sic],", "wait!", "日本", "one\ntwo",
)  # fmt: skip
_TARGETS = (
    "../docs/about.md", "the-garden.md#what-grew", "#hello", "https://elm.example/a_(b)?c=1&d=2", "mailto:a@elm.test",
)  # fmt: skip
_LABELS = ("report", "Tom's map")


def _one(*options: str) -> SearchStrategy[str]:
    return st.sampled_from(options)


def _joined(strategy: SearchStrategy[str], separator: str, least: int, most: int) -> SearchStrategy[str]:
    return st.lists(strategy, min_size=least, max_size=most).map(separator.join)


words = _joined(_one(*_WORDS), " ", 1, 3)


@st.composite
def inlines(draw: st.DrawFn) -> str:
    """A part of a paragraph: words, markup, links, pictures, and text that looks like them."""
    text, target, label = draw(words), draw(_one(*_TARGETS)), draw(_one(*_LABELS))
    title = draw(_one("", ' "A title"', " 'One title'"))
    return draw(
        _one(
            text,
            f"[{text}]({target}{title})",
            f"[*{text}* and **more**](<{target}>)",
            f"![{text}]({target}{title})",
            f"[![{text}](thumb.jpg)]({target})",
            f"[{text}][{label}]",
            f"![{text}][{label}]",
            f"\\[{text}]({target})",
            f"`[{text.replace(chr(10), ' ')}]({target})`",
            f"*{text}* **{text}** _{text}_",
            "<https://elm.example/a?b=1&c=2>",
        )
    )


lines = _joined(inlines(), " ", 1, 4)


@st.composite
def headings(draw: st.DrawFn) -> str:
    """A heading in any of its forms."""
    plain = _one("Events", "Hello", "Tŷ coch", "Events, Training & Campaigns", "Maggie’s story", "A `code` word")
    marked = _one("*Good* news", "[Linked](../docs/about.md) words", "fish &amp; chips", "snake_case_name", "2 \\* 3")
    text = draw(st.one_of(plain, marked))
    level = draw(st.integers(1, 6))
    own_id = draw(_one("", "", "", " {#events}", " {: .wide #own-id }"))
    hashes = "#" * level
    underline = draw(_one("=", "---", "-----"))
    return draw(
        _one(f"{hashes} {text}{own_id}", f"{hashes} {text} {hashes}", f"{hashes}{text}", f"{text}{own_id}\n{underline}")
    )


def _indent(text: str, by: str = "    ") -> str:
    return "\n".join(by + line if line else line for line in text.split("\n"))


@st.composite
def others(draw: st.DrawFn) -> str:
    """Lists, code, quotes, tables, definitions and comments, with what looks like Markdown in the code."""
    text, heading = draw(lines), draw(headings())
    row = draw(inlines()).replace("\n", " ")
    fence = draw(_one("```", "~~~~"))
    return draw(
        _one(
            f"- {row}\n- {row}",
            f"1. {row}\n\n    {row}\n\n2. {row}",
            f"{fence}markdown\n{heading}\n\n[x](nowhere.md)\n{fence}",
            _indent(f"# no heading\n[x](nowhere.md) {row}".replace("\n\n", "\n")),
            f"> {heading.replace(chr(10), chr(10) + '> ')}\n>\n> {row}",
            f"| {row} | b |\n|---|---|\n| c | d |".replace("`", ""),
            "<!--\n# No heading\n\n[x](nowhere.md)\n-->",
            f"!!! note\n    {text.replace(chr(10), ' ')}",
            "* * *",
        )
    )


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A whole body: blocks with blank lines between them, and the labels of its links at the end."""
    parts = draw(st.lists(st.one_of(headings(), lines, others()), max_size=6))
    between = "\n\nWords between.\n\n"
    return between.join(parts) + "".join(f"\n\n[{label}]: ../stories/{n}.md" for n, label in enumerate(_LABELS)) + "\n"
