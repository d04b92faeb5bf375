"""Characters that no page or feed can hold."""

import re

CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ud800-\\udfff\\ufffe\\uffff]")
"""What XML documents, and so feeds, must not hold (XML 1.0, section 2.2), and DEL, which no one means to write."""
