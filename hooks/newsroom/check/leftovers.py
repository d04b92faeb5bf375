"""What was meant as Markdown or as words and is not shown as its author meant it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml.html import defs

from newsroom.document import LeftoverKind, Source
from newsroom.problems import Problem, Severity, shorten
from newsroom.tags import find_tags

_NEWER_TAGS = frozenset({"main", "picture", "search", "slot", "template", "dialog", "hgroup", "data", "portal"})
_DRAWING_TAGS = frozenset(
    {"svg", "g", "defs", "path", "circle", "rect", "line", "text", "math", "mi", "mo", "mn", "mrow"}
)
_KNOWN_TAGS = defs.tags | _NEWER_TAGS | _DRAWING_TAGS | {"noembed", "plaintext"}
_ADVICE: Mapping[LeftoverKind, tuple[str, str]] = MappingProxyType(
    {
        LeftoverKind.LINK: (
            "'{text}' is shown as it is written, not as a link or picture",
            "write the address without blanks and curly quotation marks: [words](https://elm.example/) "
            'or [words](file.md "Title")',
        ),
        LeftoverKind.NOTE: ("there is no note for '{text}'", "add a line '{text}: the note' at the end, or delete it"),
        LeftoverKind.REFERENCE: (
            "'{text}' is shown as it is written, since its address is not defined",
            "add a line '[name]: address' with the name in its last brackets, or write [words](address)",
        ),
        LeftoverKind.COMMENT: (
            "a comment begins here and is never closed, so that it hides what follows",
            "write '-->' where it ends",
        ),
        LeftoverKind.WIKI: ("'{text}' is shown as it is written, not as a link", "write [words](file.md)"),
        LeftoverKind.BULLET: (
            "'{text}' begins with a bullet that does not make a list",
            "begin the line with a hyphen and a blank: '- '",
        ),
    }
)


def check_leftovers(source: Source) -> Iterator[Problem]:
    """Problems with marks that readers would see as they are written, words that would vanish, and unused notes."""
    for leftover in source.outline.leftovers:
        what, fix = _ADVICE[leftover.kind]
        text = shorten(leftover.text.strip(), 60)
        yield Problem(source.path, leftover.line, what.format(text=text), fix.format(text=text))
    for raw in source.outline.tags:
        tag = next(find_tags(raw.source))
        is_words = all(not attribute.value for attribute in tag.attributes)
        if tag.name not in _KNOWN_TAGS and "-" not in tag.name and ":" not in tag.name and is_words:
            what = f"'{shorten(raw.source, 60)}' is read as an HTML tag, so that its words vanish"
            yield Problem(source.path, raw.line, what, f"write a backslash before it: '\\{shorten(raw.source, 60)}'")
    for label, line in source.outline.unused_notes:
        what = f"nothing refers to the note '[^{shorten(label, 40)}]', so that it is not shown"
        yield Problem(source.path, line, what, f"write [^{shorten(label, 40)}] where it belongs", Severity.WARNING)
