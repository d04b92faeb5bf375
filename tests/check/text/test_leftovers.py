"""Markdown that is shown as written is reported on its line."""

from pathlib import Path

import pytest

from newsroom.content.outline import LeftoverKind
from tests.support import problems_in, small_newsroom
from tests.support.items import story
from tests.support.markup import html_of, render
from tests.support.wordings import Reported

FIRST_LINE = 8


@pytest.mark.parametrize(
    ("body", "line", "code"),
    [
        ("Read [words](https://example.org “Title”).", 0, "link-not-recognised"),
        ("One\ntwo [x](“https://e.example”) and", 1, "link-missing"),
        ("- a\n- ![tree](my tree.jpg)", 1, "link-not-recognised"),
        ("One\n[ring us](01632 960000)", 1, "link-not-recognised"),
        ("Or [ring us](tel:+44 (0)1632 960000).", 0, "link-not-recognised"),
        ("![tree](my tree (2).jpg)", 0, "link-not-recognised"),
        ("[ring us](01632-960000)", 0, "link-missing"),
        ("Word[^zz] without a note.", 0, "footnote-missing"),
        ("Words.\n\n[^1]: Not used", 2, "footnote-unused?"),
        ("One.[^1]\n\n[^1]: Ann\n\nTwo.[^1]\n\n- Three\n\n  [^1]: Bob", 8, "footnote-repeated"),
        ("LAC\n\n*[LAC]: Local Area Coordination\n*[Lac]: A lake", 3, "abbreviation-unused?"),
        ("When?\n\n> [Ann]: Yesterday.\n[Jo]: Why?", 2, "link-definition-unused?"),
        ("[Ann]: When was it?\n\n[Ann]: Yesterday.", 2, "link-missing"),
        ("When?\n\n[Ann]: Yesterday.\n[Ann]: No!", 3, "link-definition-unused?"),
        ("[A][1] and [b][1].\n\n[1]: ../docs/about.md\n[1]: https://e.example", 3, "link-definition-repeated"),
        ("See [words][nope].", 0, "link-definition-missing"),
        ("One <![endif]>\n![A tree]", 1, "link-definition-missing"),
        ("| A |\n| --- |\n| [x](https://e.example/a|b) |", 2, "link-not-recognised"),
        ("- [] Bread", 0, "markdown-unsupported?"),
        ("- One\n- [ ]Bread", 1, "markdown-unsupported?"),
        ("<table>\n<tr>\n    <td>\n\n    One\n    </td>\n</tr>\n</table>", 5, "markdown-in-html?"),
        ("Words.\n\n<!-- open\n\nLost.", 2, "comment-unclosed"),
        ("`A\nb` [[trust]].", 1, "link-wiki"),
        ("One\nand <!-- ask Jo,\n\nMary Elm --> two.", 1, "comment-unclosed"),
        ("<div>\nOne <!-- ask Jo,\n\nMary Elm --> two.\n\n</div>", 1, "comment-unclosed"),
        ("| A | B |\n|---|---|\n| <!-- ask | Jo --> |", 2, "comment-unclosed"),
        ("One <!--> ask Jo --> two", 0, "comment-unclosed"),
        ("One\n[//]: # (ask Jo)", 1, "comment-unclosed"),
        ("About [[trust]].", 0, "link-wiki"),
        ("Words:\n\n• Supporting people\n", 2, "list-bullet-invalid"),
        ("o\tOne", 0, "list-bullet-invalid"),
        ("Dear <first name>, hello.", 0, "html-tag-unknown"),
        ("It takes AsRef<Path> and others.", 0, "html-tag-unknown"),
        ("We meet at <time> in the garden.", 0, "html-tag-unclosed?"),
        ('One [a](my file.md “T”) and\n![b](my tree.jpg "May").', 1, "link-not-recognised"),
        ("One\n[words] (../docs/about.md).", 1, "link-not-recognised"),
        ("(trust)[trust.md]", 0, "link-not-recognised"),
        ("Words:\n##A heading", 1, "mark-space-missing?"),
        ("Bring:\n-bread\n-milk", 1, "mark-space-missing?"),
        ("-bread\n\n-milk", 0, "mark-space-missing?"),
        ("*bread\n*milk", 0, "mark-space-missing?"),
        ("- bread\n-milk\n- tea", 1, "mark-space-missing?"),
        ("1. bread\n\n2. rye\n3.milk", 3, "mark-space-missing?"),
        ("Then:\n2)write\n3)ask", 1, "mark-space-missing?"),
        ("1.Write to us", 0, "mark-space-missing?"),
        ("##\u00a0Next meeting", 0, "mark-space-missing?"),
        ("We bring\n-\u00a0bread\n-\u00a0milk", 1, "mark-space-missing?"),
        ("1.\u00a0\u00a0 Write to us", 0, "mark-space-missing?"),
        ("- bread\n\u00a0\u00a0- rye", 1, "mark-space-missing?"),
        ("\uf0b7\tOne\n\uf0b7\tTwo", 0, "list-bullet-invalid"),
        ("One\n➢ two", 1, "list-bullet-invalid"),
        ("Come:\n✓ free\n✓ open", 1, "markdown-unsupported?"),
        ("- Come:\n  o for tea\n  o for toast", 1, "markdown-unsupported?"),
        ("| Day | Time\nMonday | 2pm", 0, "table-not-recognised?"),
        ("We meet:\nMonday | 2pm\nTuesday | 3pm", 1, "table-not-recognised?"),
        ("We meet:\nDay\tTime\n Monday\t10 am\n Friday\t", 1, "table-not-recognised?"),
        ("- Elm\t3\n  \\|Oak\t\t4", 0, "table-not-recognised?"),
        ("One\n| Day |\n| Area | Since |\n| --- | --- |\n| Elm | 2012 |", 1, "table-not-recognised?"),
        ("Ann | Bob\nArea | Since\n--- | ---\nElm | 2012", 0, "table-not-recognised?"),
        ("We will:\n(1)\tcome\n(2)\tsee", 1, "markdown-unsupported?"),
        ("We will:\n(i) come\n(ii) see", 1, "markdown-unsupported?"),
        ("1. We will:\n   a. come\n   b. see", 1, "markdown-unsupported?"),
        ("Words\n\n| A \\| B | C |\n| Ann | Bob |", 2, "table-not-recognised?"),
        ("> | A | B |\n> |---|---|\n> | Ann | Bob |\n> Jo | tea | coffee\n> words", 3, "table-cell-left-out?"),
        ("Words.[^my note]\n\n[^my note]: A note.", 2, "footnote-missing"),
        ("One\n**two ** three", 1, "emphasis-not-recognised?"),
        ("** one** two", 0, "emphasis-not-recognised?"),
        ("One\n**When:**Tuesday", 1, "emphasis-not-recognised?"),
        ("One\ntwo { style=color:red } three", 1, "attributes-not-recognised?"),
        ("[Us](../docs/about.md) {target=_blank}", 0, "attributes-not-recognised?"),
        ("[Us](../docs/about.md){ .buton }", 0, "class-unknown?"),
        ("One\n[us](../docs/about.md) two\n{ .wide }", 2, "class-unknown?"),
        ("`A\nb` [us](\n../docs/about.md){ .wide }", 2, "class-unknown?"),
        ("!!! note\nBring a cup.", 0, "box-empty?"),
        ("One\n!!! Note\n    Bring a cup.", 1, "markdown-unsupported?"),
        ('??? "More"\n    Bring a cup.', 0, "markdown-unsupported?"),
        ("::: note\nBring a cup.\n:::", 2, "markdown-unsupported?"),
        ("/// note\nBring a cup.\n///", 2, "markdown-unsupported?"),
        ('Words.\n\n=== "By bus"\n\nTake the 5.', 2, "markdown-unsupported?"),
        ("> [!TIP] By bus\n> Take the 5.", 0, "markdown-unsupported?"),
        ("> [!TIP]", 0, "box-empty?"),
        ("One ==two== three", 0, "markdown-unsupported?"),
        ("H~2~O", 0, "markdown-unsupported?"),
        ("A 5 m^2^ bed", 0, "markdown-unsupported?"),
        ("Words.^[A note.]", 0, "markdown-unsupported?"),
        ("Words.\n\n[TOC]", 2, "markdown-unsupported?"),
        ("Words.\n\n[[_TOC_]]", 2, "markdown-unsupported?"),
        ("1. TOC\n{:toc}", 1, "markdown-unsupported?"),
        ("## Words\n{: .no_toc }", 1, "attributes-not-recognised?"),
        ("{::nomarkdown}", 0, "attributes-not-recognised?"),
        ("Words.\n\n{{< youtube a1 >}}", 2, "markdown-unsupported?"),
        ('One\n{{< figure src="tree.jpg"\n  alt="A tree" >}}', 1, "markdown-unsupported?"),
        ("One\n{% include map.html %} two", 1, "markdown-unsupported?"),
        ("<div>\n{% include map.html %}\n</div>", 1, "markdown-unsupported?"),
        ("Words.\n\n\\newpage", 2, "markdown-unsupported?"),
        ("Words.\n\n$CTA\nWrite to us.\n$CTA", 4, "markdown-unsupported?"),
        ("Words.\n\n!(tree.jpg)", 2, "link-definition-missing"),
        ("See {{ site.title }}.", 0, "markdown-unsupported?"),
        ("[Us]({{ site.url }}/about)", 0, "link-not-recognised"),
        ('One [gallery ids="1,2"]', 0, "markdown-unsupported?"),
        ("![tree](../docs/tree.jpg =300x200)", 0, "link-not-recognised"),
        ("Then\n$E = m c^2$ and", 1, "markdown-unsupported?"),
        ("Then:\n\n$$\nE = m\n$$", 2, "markdown-unsupported?"),
        ("- One\n\n  ```mermaid\n  a\n  ```", 2, "markdown-unsupported?"),
        ("One\n\n+---+---+\n| A | B |\n+---+---+", 2, "table-not-recognised?"),
        ("Words.\n\n~~~~\ncode\n~~~\n\n## Lost", 2, "code-block-unclosed?"),
        ("- Words.\n\n  ```\n  code\n\nMore.", 2, "code-block-unclosed?"),
        ("<!-- one\ntwo -->\n<div>\n[us](../docs/about.md)\n</div>", 3, "markdown-in-html?"),
        ("<details>\n<summary>More</summary>\n- bread\n- milk\n</details>", 2, "markdown-in-html?"),
        ("One<o:p></o:p>", 0, "html-from-word?"),
        ("Words.\n\n<![if !supportLists]>one<![endif]>", 2, "html-from-word?"),
        ('Words.\n\n<?xml:namespace prefix = o ns = "o" />\n\n**Lost**', 2, "html-from-word?"),
        ("In <st1:place>Derby</st1:place>.", 0, "html-from-word?"),
        ("<p>\nSee <https://e.example/a?b=1>.\n</p>", 1, "html-tag-unknown"),
        ("<pre>\nJo <jo-ann@e.example>\n</pre>", 1, "html-tag-unknown"),
        ("One <!Note: two> and <![CDATA[three]]>", 0, "html-tag-unknown"),
    ],
)
def test_leftover_is_reported_on_its_line(tmp_path: Path, body: str, line: int, code: str, reported: Reported) -> None:
    found = reported(problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(body)}))
    assert f"stories/x.md:{FIRST_LINE + line} {code}" in found


def test_code_in_an_address_is_reported_once(tmp_path: Path, reported: Reported) -> None:
    files = small_newsroom() | {"stories/x.md": story("Our ![garden]({{ site.url }}{{ site.files }}/a.png) grew.")}
    assert reported(problems_in(tmp_path, files)) == [f"stories/x.md:{FIRST_LINE} link-not-recognised"]


@pytest.mark.parametrize(
    "body",
    [
        "Code: `[x](a b.md)`, `[^1]`, `[[a]]` and `<first name>`.",
        "```\n• one\n[x](a b.md)\n```",
        "A [note](../docs/about.md) (in brackets) [1], – a dash, 5 · 6, o dear.",
        "\\[x](a.md) is no link: \\[\\[neither\\]\\].",
        "Word[^1]\n\n[^1]: A note.",
        "*[LAC]: Local Area Coordination\n\nLAC\n\n- [*LAC*](../docs/about.md)",
        "Hello![1] Come!(See below) \\![A tree]\n\n- [ ] Bread\n- [x] Milk\n\nTea\n\n    [] tea\n    <p>Code</p>",
        "[//]: # (ask Jo)\n[comment]: <> (or Bob)\n\nWords.",
        "[Us][U], [it][] and [u].\n\n[u]: ../docs/about.md\n[It]: ../docs/about.md\n[U]: ../docs/about.md",
        "<details>\n<summary>Sources</summary>\n\nWord[^1]\n\n[^1]: A note.\n</details>\n\n**After** it.",
        "<span>a</span> <kbd>b</kbd>",
        "[Jo](mailto:hello@e.example?subject=The garden)",
        "It was\n-5 degrees at\n10.30 or 9.am, or\n10:30, and 1)one of them, #garden and\n##5",
        "> A garden is a promise.\n\n-Ann\n\n> It is.\n\n-Bob",
        "✓ free  \n✓ open\n\na) come\\\nb) see\n\na) come\n\nb) see\n\nA. Elm\nB. Oak\na) and\nthen",
        "Monday | 2pm\\\nTuesday | 3pm\n\nElm \\| Oak\nAsh \\| Yew\n\nElm | Oak\n\nAda|Bo\nCy|Di\n\no then\nwe",
        f"We\tmeet\nat ten\n\nAda\tBo\n\nCy\tDi\n\n{'word ' * 13}\ta\n{'word ' * 13}\tb\n\nOn:\tMonday  \nAt:\tten",
        "Code:\n\n\ta\tb\n\tc\td\n\n- a\tb\n\t- c\td\n- e\tf",
        "`a\tb`\n`c\td`\n\n| a\tb | c |\n| --- | --- |\n| d\te | f |",
        "Elm | Oak\n\n| Area | Since |\n| --- | --- |\n| Elm | 2012 |",
        "Tickets*\n\n*from £5\n*at the door",
        "- It was\n  -5 degrees",
        "*from £5",
        "*All* of us\n*and* you",
        "2 ** 3 ** 4, a == b, a==b, ^_^, ~10 people, 5~~6~~, {name} and {draft}, 2^10, ____",
        "Underlined\n---\n\nWords\n\n==\n\n==",
        "As she said [1] (https://e.example/), it grows [sic] (see www.e.example).",
        '!!! note "**By** bus"\n    Bring a cup.\n\n!!! tip ""\n    Come.',
        "!!! Great news\n\n!!! note\n    Bring a cup.\n\n> [!TIP]\n> Come.\n\n??? Who knows",
        "```\n##A\n-b\n-c\n{ .d }\n```",
        "> ```\n> code\n> ```\n\n- ~~~\n  code\n  ~~~",
        "<div>\n\n**Bold** [us](../docs/about.md)\n\n</div>",
        "<pre>\n- [us](../docs/about.md)\n- two\n</pre>\n\n<p title='[a](b)'>5 * 3 * 2 - a dash\n- once</p>",
        "✓ free\n\n✓ open\n\n-\u00a0Ann\n\n| A |\n\n| B |\n\n5\u00a0pounds, *a*\u00a0b",
        "| A \\| B | C |\n| --- | --- |\n| a | b \\| c |\n|| a\na | b | | |\n| a |",
        "| ✓ yes | -no |\n| --- | --- |\n| ✓ yes | -5 |\n| ✓ yes | -no |",
        "One <!-- ask\nJo --> two `<!--` \\<!-- \\[//]: # (a)\n\n[//]: # (ask Jo)\n\n<!-- ask\n\nJo -->",
        "\\{.b} \\<o:p> \\==a== \\**b ** \\[c] (about.md)",
        "At 10:30 :smile: `:smile:`",
        "{{ first name }}, [video] (2 minutes), $5 and $10_000, $A_B/$C, \\$x_1$, \\{% a %}, `{% a %}`, a+-+b",
        "[Report](../docs/about.md){ .button } and ## in words",
    ],
)
def test_intended_marks_are_not_reported(tmp_path: Path, body: str) -> None:
    assert problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(body)}) == []


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("**When:**Tuesday 3 November", "**When:** Tuesday 3 November"),
        ("**When: **Tuesday", "**When:** Tuesday"),
        ("Come to the**“big lunch”** in May.", "Come to the **“big lunch”** in May."),
        ("Come to the**“big lunch”**in May.", "Come to the **“big lunch”** in May."),
        ("One** two**three", "One **two**three"),
        ("(**Two\u00a0**or three)", "(**Two** or three)"),
    ],
)
def test_suggested_bold_text_is_bold(written: str, fixed: str) -> None:
    found = [leftover for leftover in render(written).outline.leftovers if leftover.kind is LeftoverKind.EMPHASIS]
    assert [written.replace(leftover.text, leftover.fixed) for leftover in found] == [fixed]
    assert "*" not in html_of(render(fixed))


def test_too_deep_nesting_is_an_error(tmp_path: Path, reported: Reported) -> None:
    deep = "\n".join(f"{'  ' * depth}- level {depth}" for depth in range(60))
    found = problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(deep)})
    assert reported(found) == ["stories/x.md nesting-too-deep"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[" * 400_000, 8),
        ("words\n" * 10_001, 10_007),
        ("\n<" * 9_999 + "<<", 10_007),
        ("word\n" + "x" * 299_995 + "\n", 9),
    ],
    ids=["brackets", "lines", "tags", "characters"],
)
def test_endless_text_is_rejected_at_once(tmp_path: Path, text: str, line: int, reported: Reported) -> None:
    found = problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(text)})
    assert reported(found) == [f"stories/x.md:{line} text-too-long"]


def test_file_of_megabytes_is_not_read(tmp_path: Path, reported: Reported) -> None:
    found = problems_in(tmp_path, small_newsroom() | {"stories/x.md": story("word " * 1_000_001)})
    assert reported(found) == ["stories/x.md text-too-long"]
