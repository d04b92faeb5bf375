"""The codes of all errors and warnings, each with its severity and its help.

They are declared in the Markdown files beside this module, one file for each group; the numbers say in which order.
A code is a second-level heading; below it are the line ``Severity: …`` and the help: two to five sentences and an
example. A test finds codes that are not declared, and declared ones that no test reports.
"""

from newsroom.codes.guide import code_help, errors_page, list_codes
from newsroom.codes.registry import CODES, GROUPS, Blocks, Severity

__all__ = [
    "CODES",
    "GROUPS",
    "Blocks",
    "Severity",
    "code_help",
    "errors_page",
    "list_codes",
]
