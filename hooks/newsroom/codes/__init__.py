"""The codes of all errors and warnings, each with its severity and its help.

They are declared in the Markdown files beside this module, one file for each group; the numbers say in which order.
A code is a second-level heading; below it are the line ``Severity: …`` and the help: two to five sentences and an
example. A new code is also added to ``names.py`` or ``content_names.py``, so that the type checker knows it.
"""

from newsroom.codes.guide import code_help, errors_page, list_codes
from newsroom.codes.names import Code
from newsroom.codes.registry import CODES, GROUPS, Blocks, Severity

__all__ = [
    "CODES",
    "GROUPS",
    "Blocks",
    "Code",
    "Severity",
    "code_help",
    "errors_page",
    "list_codes",
]
