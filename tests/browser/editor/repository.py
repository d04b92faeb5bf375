"""The files that the editor finds: a small newsroom, and others with most of what editors may write."""

from collections.abc import Mapping

from tests.support import NEWSROOM, small_newsroom

_MARKDOWN = """\
Some *em*phasis in a **bo**ld word, ***both***, ~~gone~~, `code`, a_b_c and 2*3*4, with a hard break\\
and another{BREAK}
and *words with a language*{ lang=cy }.

- one
- two
  - nested
  - nested again

    a paragraph
- three

* another list

3. three
4. four

| a | b |
|---|:-:|
| 1 | **2** |
| x \\| y | z |

A [link](https://elm.example/a_b "Title"), <https://auto.example>, https://bare.example/a_b_c and [ref][1].

[1]: https://ref.example

![A drawing](../docs/assets/drawing.svg "A caption"){ .wide }

> A quotation
> of two lines
>
> and two paragraphs

!!! note
    A box, with an abbreviation: LAC

A note[^1].

[^1]: The note.

## A heading { #own-id }

```
code block
  indented
```

<div>HTML <b>with bold</b></div>

Escapes: \\* \\_ \\[x\\] & &amp; &copy; 5 < 6 H~2~O “quotes” …

*[LAC]: Local Area Coordination

[Button](x.md){ .button }
""".replace("{BREAK}", "  ")
_FRONT_MATTER = """\
---
title: "2023"
date: 2023
kind: report
summary: W
isbn: 0123456789
authors: [Ada Elm]
editors: [Bo, {given: A, family: B}]
findings: ["Trees, shade and talk.", Two]
redirect_from: [/assets/x.pdf]
---

"""
_FROZEN = ("docs/about.md", "newsletters/2023-12.md", "stories/maggies-story.md")
"""Files of the frozen newsroom with most of what its texts have."""
FULL: Mapping[str, str] = {
    **{path: (NEWSROOM / path).read_text("utf-8") for path in _FROZEN},
    "publications/everything.md": f"{_FRONT_MATTER}{_MARKDOWN}",
}
"""Files with most of what editors may write."""
REPOSITORY: Mapping[str, str] = {**small_newsroom(), **FULL}
