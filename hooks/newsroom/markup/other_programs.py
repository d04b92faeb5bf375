"""Marks that other programs replace: code of site builders and WordPress, formulas and diagrams. Here they are text."""

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

TEMPLATE_CODE = re.compile(
    r"\{\{[<%][^{}\n]*(?:\}\})?|\{%[^{}\n]*\}?"
    r"|\{\{-?[ ]*(?:(?:site|page|post|layout|include|config)\b|[.$])[^{}\n]*\}\}"
)
"""Matches "{{< youtube a1 >}}", "{% include map.html %}" and "{{ site.title }}"; not "{{ first name }}" or "{name}".

They are Hugo's and Jekyll's.
"""
SHORTCODE = re.compile(
    r"""\[[a-z][\w-]*(?:[ ]+[\w-]+=["“”][^"“”\[\]\n]*["“”])+[ ]*/?\]|\[/(?:caption|embed|gallery|audio|video)\]"""
)
"""Matches WordPress's '[gallery ids="1,2"]' and "[/caption]", not "[video]"."""
FORMULA = re.compile(r"(?<![\w$\\])(?:\$\$(?:[^$\n]+\$\$)?|\$(?=[^\s$])(?=[^$\n]*[\\^_])[^$\n]*(?<!\s)\$)(?![\w$])")
"""Matches "$$", "$$a = b$$" and "$x_1 + x^2$", not "$5 and $10"."""
_DRAWN = frozenset({"geojson", "math", "mermaid", "stl", "topojson"})
"""The languages of code blocks that GitHub shows as a formula, a diagram or a map."""


def find_drawn_code(tokens: Iterable[Token]) -> Iterator[tuple[str, int]]:
    """The language and the line, from 1, of each code block that GitHub draws and readers of this site see as code."""
    for token in tokens:
        language = token.info.partition(" ")[0]
        if token.type == "fence" and token.map and language in _DRAWN:
            yield language, token.map[0] + 1
