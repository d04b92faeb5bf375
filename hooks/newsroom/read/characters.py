"""Characters that pages and feeds must not contain."""

import re

CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u202d\\u202e\\ud800-\\udfff\\ufffe\\uffff]")
"""Characters that XML documents, and so feeds, must not contain (https://www.w3.org/TR/xml/#charsets), DEL, and the two
that turn the order of letters around, so that a title or a link reads as another (https://www.unicode.org/reports/tr36/)."""
