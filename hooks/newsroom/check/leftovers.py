"""Checks for Markdown and text that are not shown as their author meant them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml.html import defs

from newsroom.content.document import Source
from newsroom.content.outline import LeftoverKind, RawTag
from newsroom.problems import Fault, Problem, shorten

_NEWER_TAGS = frozenset({"main", "picture", "search", "slot", "template", "dialog", "hgroup", "data", "portal"})
_DRAWING_TAGS = frozenset(
    {"svg", "g", "defs", "path", "circle", "rect", "line", "text", "math", "mi", "mo", "mn", "mrow"}
)
_KNOWN_TAGS = defs.tags | _NEWER_TAGS | _DRAWING_TAGS | {"noembed", "plaintext"}
_ADVICE: Mapping[LeftoverKind, Fault] = MappingProxyType(
    {
        LeftoverKind.LINK: Fault(
            "link-not-recognised",
            "'{text}' is shown as it is written, not as a link or picture",
            "write the address without spaces and curly quotation marks: [words](https://elm.example/) "
            'or [words](file.md "Title")',
        ),
        LeftoverKind.NOTE: Fault(
            "footnote-missing",
            "the footnote '{text}' does not exist",
            "add a line '{text}: the note' at the end, or delete it",
        ),
        LeftoverKind.REFERENCE: Fault(
            "link-definition-missing",
            "'{text}' is shown as it is written, since its address is not defined",
            "add a line '[name]: address' with the name in its last brackets, or write [words](address)",
        ),
        LeftoverKind.COMMENT: Fault(
            "comment-unclosed",
            "a comment begins here and is not closed, so it hides everything below",
            "write '-->' where it ends",
        ),
        LeftoverKind.WIKI: Fault(
            "link-wiki", "'{text}' is shown as it is written, not as a link", "write [words](file.md)"
        ),
        LeftoverKind.BULLET: Fault(
            "list-bullet-invalid",
            "'{text}' begins with a bullet that does not make a list",
            "begin the line with a hyphen and a space: '- '",
        ),
    }
)
_WIKI_PICTURE = Fault(
    "link-wiki", "'{text}' is shown as it is written, not as a picture", "write ![what it shows](picture.jpg)"
)


def check_leftovers(source: Source) -> Iterator[Problem]:
    """Errors and warnings about marks that are shown as written, text that is hidden as a tag, and unused footnotes."""
    for leftover in source.outline.leftovers:
        advice = _ADVICE[leftover.kind] if not leftover.text.startswith("![[") else _WIKI_PICTURE
        code, what, fix = advice
        text = shorten(leftover.text.strip(), 60)
        yield Problem(code, source.path, leftover.line, what.format(text=text), fix.format(text=text))
    for tag in source.outline.tags:
        if is_placeholder_tag(tag):
            written = shorten(f"<{' '.join([tag.name, *(name for name, _ in tag.attributes)])}>", 60)
            what = f"'{written}' is read as an HTML tag, so readers do not see it"
            yield Problem(
                "html-tag-unknown", source.path, tag.line, what, f"write a backslash before it: '\\{written}'"
            )
    for label, line in source.outline.unused_notes:
        what = f"nothing refers to the footnote '[^{shorten(label, 40)}]', so it is not shown"
        fix = f"write [^{shorten(label, 40)}] where it belongs"
        yield Problem("footnote-unused", source.path, line, what, fix)


def is_placeholder_tag(tag: RawTag) -> bool:
    """Whether a tag was meant as text, like "<first name>", although browsers read it as a tag."""
    is_bare = all(not value for _, value in tag.attributes)
    return tag.name not in _KNOWN_TAGS and "-" not in tag.name and ":" not in tag.name and is_bare
