"""Characters that pages and feeds must not contain, and those that editors cannot tell from a space or from nothing."""

import re

CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u202d\\u202e\\ud800-\\udfff\\ufffe\\uffff]")
"""Characters that XML documents, and so feeds, must not contain (https://www.w3.org/TR/xml/#charsets), DEL, and the two
that turn the order of letters around, so that a title or a link reads as another (https://www.unicode.org/reports/tr36/)."""
NO_BREAK_SPACES = "\u00a0\u202f"
"""What Option+Space types on a Mac, and what word processors put into pasted text."""
BLANKS = NO_BREAK_SPACES + "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000"
"""Characters that look like a space, but are not one for YAML."""
INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\xad\u061c\u180e"
"""Characters without a shape and a width, like the zero-width space."""
