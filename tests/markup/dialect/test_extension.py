"""The dialect gives the same structure, links and text as GitHub's own renderer."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import ROOT
from tests.support.github import github_html, structure
from tests.support.markup import html_of, render

CASES = (
    "We cover:\n- Hello\n- Publications",
    "- Derby\n  - Ann\n  - Bob\n- Swansea\n  - Cath",
    "- Derby\n   - Ann\n- Swansea",
    "- Derby\n    - Ann\n- Swansea",
    "- Derby\n\t- Ann\n- Swansea",
    "1. Write to us\n   - by email\n   - by post\n2. We answer",
    "1. Write.\n\n   We answer in a week.\n\n2. Come along.",
    "3. third\n4. fourth",
    "1) one\n2) two",
    "> Quote\n> - item",
    "> Quote\nthat goes on",
    "Text\n| A | B |\n|:--|--:|\n| 1 | 2 |\n| one only |",
    "See https://www.example.org/x, www.example.org and jo@example.org.",
    '“https://example.org/x” (https://example.org/a_(b)) "https://example.org/" and https://example.org/?a=1&b=2;',
    "~~old~~ and ~older~\n\n- [ ] to do\n- [x] done\n- neither",
    "line two\\\nline three  \nline four",
    "\\~10 people \\< 5 \\$, C:\\folder\\new",
    "<details><summary>More</summary>\n\nHidden **bold**\n\n</details>",
    "- a\n\n  ```py\n  x < 1\n  ```\n- b\n\n      indented",
    "#LocalAreaCoordination is 15 years old.\n#1 on the list",
    " ## One blank\n  ## Two\n   ## Three\n    ## Four",
    "## Closed ##\n\nUnderlined\n---\n\nAgain\n===",
    "- The form \\<name\\> is gone.\n\n[calendar]: https://e.example/?src=abc\n\n> A [quotation][calendar].",
    "See [the report][r](PDF), [minutes][](2024), [r] and [`R`][r].\n\n[r]: https://e.example/ 'T'\n[minutes]: m.md",
    "<pre>\n[x](y.md)\n</pre>\n\n>     [z](z.md)",
    "- ## A heading in a list\n\n  with words",
    "<div>\n\n## Inside a box\n\nWords\n\n</div>",
    "**Ann**{draft} and {name}, snake_case_words, 2*3*4, **bold**text, *a*b",
    '[words](https://example.org “Title”) [x](<a b.md> "T") [y](a b.md) [z]()',
    "a * b\n\n* * *\n\n- - -\n\n+ plus\n* star",
    '![A *fine* tree](tree.jpg "In May") [![gate](gate.jpg)](https://e.example/)',
    '`` a`b `` and `<b>` &amp; &copy; &nosuch; <b>bold</b> <span class="x">y</span>',
    "Dear <first name>, see <https://example.org/> or <jo@example.org>",
    "1. a\n1. b\n\n   c\n\nend\n\n10. ten\n11. eleven",
    "para\n1. list after text\n\npara\n2. not a list",
    "a\n\n\n    code\n\n    more\n\nb",
    "***both*** **one *two* three**",
    "<!-- a comment -->\n\nafter <!-- inside --> it",
    "jo_elm@e.example, jo\\_elm@e.example <jo.elm@e.example (a@e.example) x@1.0 a@b@e.example /sr@latin.po",
    "&lt;a@e.fr&gt; a@e.example_ mailto:a@e.example a@e.example.",
    "[see https://e.example/ and www.e.example] [a] https://e.example/",
    "ftp://e.example HTTPS://e.example 1http://e.example ahttp://e.example www.a",
    "- item\n<br>\nwords\n\n> quote\n<br>\nwords\n\npara\n<br>\nwords",
    "A garden grows.\n\n~ Ann\n\n- So\n\n  ~ Jo",
    "http://bücher.example/x http://…x http://- https://e.example",
    "http://a_b.e.example http://a.e_b.example www.e.b_c www.a_b.e.example http://e_b.example/c.d.e",
    "One | heading\n---\n\nA | B\n--|--\n1 | 2",
    "**a **b** c** ****d****\n\n!!! Great news\n\n!!!",
    "\\&ouml; &amp;copy; `&amp;` ![a &amp;copy; b](c.jpg) AT&T &copy;",
    "- [ ] # x\n- [ ] 1. y\n- [x] > z\n  - [ ] - w",
    "a\t\nb\n\n\tcode\twith tabs\n",
    "Word[^a] and again[^a], other[^b].\n\n[^b]: Second.\n[^a]: First, with *marks*.",
    "Word[^a].\n\n[^a]: Note.\n\n<p>Come <b>now</b></p>\n<div>Or later</div>\n\nEnd.",
    "> Quoted[^a]\n[^a]: Note.\n\n- > > Quoted\n  [^b]: Other.",
    "| A | B |\n|---|---|\n| 1 | 2[^a] |\n[^a]: Note.",
    "> [^a]: Note.\n> <div>First</div>\n\nWord[^a].\n\n[^b]: Other.\n<div>Last</div>",
)
WORDS = st.sampled_from(
    ["Derby", "the", "garden", "*grew*", "**well**", "`code`", "[about](about.md)", "https://e.example/x", "2", "a_b_c",
     "www.e.example", "jo@e.example", "~~not~~", "![tree](tree.jpg)", "<b>x</b>", "“so”", "£5", "-x", "#1", "\\*",
     "note[^1]"]
)  # fmt: skip
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
MARKS = st.sampled_from(
    [
        "",
        "",
        "",
        "- ",
        "* ",
        "1. ",
        "2) ",
        "> ",
        "> - ",
        "## ",
        "### ",
        "  - ",
        "   - ",
        "    - ",
        "  ",
        "    ",
        "      ",
        "[^1]: ",
        "[^2]: ",
    ]
)
TEXTS = st.lists(
    st.one_of(st.sampled_from(["", "", "", "<div>z</div>"]), st.builds(str.__add__, MARKS, LINES)),
    min_size=1,
    max_size=12,
).map("\n".join)


ACCEPTED = {
    "attribute lists are ours": "[a](b.md){ .button }",
    "definition lists are ours": "Word\n: what it means",
    "boxes are ours, and GitHub's own are not in cmark-gfm": "!!! note\n    Mind",
    "emoji are GitHub's, and not in cmark-gfm": "A tree :deciduous_tree:",
    "abbreviations are ours": "*[LAC]: Local Area Coordination\n\nLAC",
    "an email link may have blanks": "[Jo](mailto:jo@e.example?subject=The garden)",
    "comments never leave the repository, even one that is not closed": "> <!-- a\n\nwords",
    "a link's words hold no second link": '<a href="b.md">https://e.example/</a>',
    "a no-break space ends an address": "https://e.example/\u00a0and",
    "below 100 levels the text is left out, with an error": "- " * 60 + "x",
    "a table of one column has a `|` in its first line": "a\n|-",
    "a box needs no words": "1. - [ ] ",
    "an empty item before blank lines ends its list": "*\n\n\n* a",
    "a link's definition is not a paragraph, so that code may follow": "[a]: b.md\n    code",
    "`>` after four blanks goes on with a quotation": ">\n    > b",
    "code after backticks that are never closed is code": "``a`b` `c`",
    "a currency sign or emoji is punctuation beside emphasis (CommonMark 0.31)": "*£*bravo",
    "emphasis may end after a `~`": "_~ b_",
    "a number that is not a character is shown as written": "&#87654321;",
    "GitHub shows scripts and styles as words; here the policy for HTML decides": "words <script>a</script>",
}
"""The reasons for differences from cmark-gfm, each with an example."""


def rendered(text: str) -> str:
    """The HTML of a text in our dialect."""
    return html_of(render(text))


@pytest.mark.parametrize("text", CASES)
def test_everyday_markdown_matches_github(text: str) -> None:
    assert structure(rendered(text)) == structure(github_html(text))


@pytest.mark.parametrize("reason", ACCEPTED)
def test_only_these_differences_are_accepted(reason: str) -> None:
    assert structure(rendered(ACCEPTED[reason])) != structure(github_html(ACCEPTED[reason]))


@pytest.mark.parametrize("below", ["- b\n: y", "1. b\n\n: y", "# b\n: y", "> b\n: y", "***\n: y"])
def test_definition_list_ends_at_another_block(below: str) -> None:
    terms = "<dl>\n<dt>a</dt>\n<dd>x</dd>\n</dl>\n"
    assert rendered(f"a\n: x\n\n{below}") == terms + rendered(below)


@given(TEXTS)
def test_generated_markdown_matches_github(text: str) -> None:
    assert structure(rendered(text)) == structure(github_html(text))


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md"])
def test_own_guides_match_github(path: str) -> None:
    text = (Path(ROOT) / path).read_text()
    assert structure(rendered(text)) == structure(github_html(text))
