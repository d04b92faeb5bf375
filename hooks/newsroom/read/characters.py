"""Characters that pages and feeds must not contain."""

import re

CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ud800-\\udfff\\ufffe\\uffff]")
"""Characters that XML documents, and so feeds, must not contain (https://www.w3.org/TR/xml/#charsets), and DEL."""
