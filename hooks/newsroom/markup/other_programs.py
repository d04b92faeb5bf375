"""Marks that other programs replace: code of site builders and WordPress, and formulas. Here they are text."""

import re

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
