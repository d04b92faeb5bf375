"""The greeting that every mail tool can fill in: ``{first name|friend}`` in a text, with words for unknown names.

In Welsh it may be written ``{enw cyntaf|gyfaill}``. Case does not matter, nor do spaces beside the words. Its HTML is a
``span`` with a class and the fallback: pages, feeds and the search show that, and only the email replaces it by a tag.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

CLASS = "first-name"
"""The class of the element around a fallback."""
RIGHT_FORM = "{first name|friend}"
_WORDS = r"[^\W\d_][\w .'’-]{0,39}"
"""A fallback: words without signs that mean something in a tag. Matches "dear friend", not "friend, you" or '"x"'."""
FALLBACK = re.compile(_WORDS)
_NAME = r"\s*(?:first[\s_-]*name|enw[\s_-]*cyntaf)\s*"
FORM = re.compile(rf"\{{(?<!\{{\{{){_NAME}\|\s*(?P<fallback>{_WORDS})\s*\}}(?!\}})", re.IGNORECASE)
"""Matches "{first name|friend}", "{ First_Name | dear friend }" and "{enw cyntaf|gyfaill}", not "{first name}".

A pattern that begins with the sign itself is found thirty times as fast as one that begins with ``(?<!``.
"""
CUT_FORM = re.compile(rf"\{{{_NAME}</t[dh]>", re.IGNORECASE)
"""Matches "{first name</td>" in HTML: in a table of Markdown, the bar of a greeting ends the cell."""
_LIKE_FORM = re.compile(
    r"[{(\[][{(\[]?[ ]?(?P<name>[^\W\d][\w -]{1,20}?)[ ]?(?P<rest>[|/:;,](?![/|])[^{}()\[\]\n]{0,60})?[})\]]{1,2}"
)
"""Matches "{fist name|friend}", "{{first name|friend}}", "[first name|friend]" and "{first name}"."""
_CODE_OR_TAG = re.compile(
    r"(<code\b.*?</code>|<pre\b.*?</pre>|<[a-zA-Z/](?:[^<>\"]|\"[^\"]*\")*>)", re.DOTALL | re.IGNORECASE
)
_NAMES = ("firstname", "enwcyntaf")
_LIKE = 0.8
_OTHER_NAMES = frozenset(
    (
        *("name", "enw", "fname", "lastname", "surname", "fullname", "cyfenw"),
        *("ainm", "céadainm", "prénom", "prenom", "vorname", "voornaam", "nombre", "imię", "imie"),
    )
)
"""Names that editors write instead, in English, Welsh, Irish, French, German, Dutch, Spanish and Polish."""


def with_first_names(html: str) -> str:
    """Replace the greetings in clean HTML by elements with their fallbacks. Code and attributes are not changed."""
    if not FORM.search(html):
        return html
    parts = _CODE_OR_TAG.split(html)
    parts[::2] = (FORM.sub(_element, text) for text in parts[::2])
    return "".join(parts)


def with_fallbacks(text: str) -> str:
    """Replace the greetings in plain text by their fallbacks."""
    return FORM.sub(_fallback, text) if "{" in text else text


def mistyped_greetings(text: str) -> Iterator[tuple[int, str]]:
    """What was meant as a greeting but has another form, with its place in the text."""
    for found in _LIKE_FORM.finditer(FORM.sub(lambda form: " " * len(form[0]), text)):
        if _is_meant(found):
            yield found.start(), found[0]


def _is_meant(found: re.Match[str]) -> bool:
    name = re.sub(r"[\s_-]", "", found["name"]).casefold()
    is_braced = found[0].startswith("{")
    has_bar = (found["rest"] or "").startswith("|")
    if is_braced and has_bar and name in _OTHER_NAMES:
        return True
    is_named = max(SequenceMatcher(None, name, known).ratio() for known in _NAMES) >= _LIKE
    return is_named and (is_braced or has_bar)


def _element(found: re.Match[str]) -> str:
    return f'<span class="{CLASS}">{_fallback(found)}</span>'


def _fallback(found: re.Match[str]) -> str:
    return " ".join(found["fallback"].split())
