"""Checks of editions for greetings that are mistyped or misplaced, and for merge tags of mail tools."""

import re
from collections.abc import Container, Iterable, Iterator

from newsroom.content.document import Source
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.mail_tools import MailTool, tag_pattern, tag_start
from newsroom.mail_tools.first_name import CUT_FORM, FORM, RIGHT_FORM, mistyped_greetings, with_fallbacks
from newsroom.problems import Problem, shorten

_CODE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:[^\n]|\n(?!\n))*?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
"""Matches a block of code between fences, and code between backticks, in which signs are meant to be shown."""
_LINK_START = re.compile(r"""(?:\]\(|\]:[ \t]*|(?:href|src)=["']?)[^\s()"']*\Z""")
"""Matches what is before a tag that is the address of a link: "[words](", "[1]: " and '<a href="http://'."""
_ESCAPED_BAR = r"\|"
_FILLED_IN = ("subject", "preheader")
"""The fields that the sender pastes into the mail tool, which would fill in its own tags in them."""


class MergeTags:
    """Finds merge tags in editions. ``known_tools`` are all mail tools, ``used`` those that the network sends with."""

    def __init__(self, known_tools: Iterable[MailTool], used: Iterable[MailTool]) -> None:
        self._filled_in = re.compile("|".join(filter(None, map(tag_start, used))) or "(?!)")
        patterns = ((tool, tag_pattern(tool)) for tool in known_tools)
        self._patterns = tuple((tool, pattern) for tool, pattern in patterns if pattern)

    def check(self, source: Source, link_lines: Container[int | None]) -> Iterator[Problem]:
        """Check the text and the fields of an edition. Other sources have none of these errors.

        ``link_lines`` are the lines with links to a tag, which are reported.
        """
        if source.type is not NEWSLETTER:
            return
        has_code = "`" in source.text or "~~~" in source.text
        text = _CODE.sub(_blank, source.text) if has_code else source.text
        for start, mistyped in mistyped_greetings(text):
            what = f"'{mistyped}' is not the form of a greeting, so readers would see it as it is"
            yield Problem("greeting-form-invalid", source.path, _line(source, text, start), what, _write_form())
            text = f"{text[:start]}{_blanked(mistyped)}{text[start + len(mistyped) :]}"
        yield from _greetings_in_tables(source, text)
        yield from _greetings_in_pictures(source)
        for start, tool, tag in self._find(FORM.sub(_blank, text)):
            line = _line(source, text, start)
            if line not in link_lines or not _LINK_START.search(text[text.rfind("\n", 0, start) + 1 : start]):
                yield _written_tag(source, line, tool, tag)
        for key, value in source.values.items():
            if isinstance(value, str):
                yield from self._check_field(source, key, value)

    def _check_field(self, source: Source, key: str, value: str) -> Iterator[Problem]:
        line = source.line(key)
        if (shown := with_fallbacks(value)) != value or any(mistyped_greetings(value)):
            what = f"`{key}` has a greeting, which works only in the edition's text"
            fix = f"write '{shorten(shown, 60)}'" if shown != value else "write it without the greeting"
            yield Problem("greeting-misplaced", source.path, line, what, fix)
            return
        for start, tool, tag in self._find(value):
            if not (
                key in _FILLED_IN and self._filled_in.match(value, start)
            ):  # else the check of the email reports it
                yield _written_tag(source, line, tool, tag)

    def _find(self, text: str) -> Iterator[tuple[int, MailTool, str]]:
        """Each tag with its place, and the first tool whose tag it could be."""
        found: dict[int, tuple[int, MailTool, str]] = {}
        for tool, pattern in self._patterns:
            for match in pattern.finditer(text):
                if match[0][1:-1].isalpha() and text[match.end() : match.end() + 1] in ("(", "["):
                    continue  # the words of a link, "[Unsubscribe](https://elm.example/)"
                found.setdefault(match.start(), (match.start(), tool, match[0]))
        yield from (found[start] for start in sorted(found))


def _greetings_in_tables(source: Source, text: str) -> Iterator[Problem]:
    """Report greetings whose bar ends a table's cell."""
    cut = len(CUT_FORM.findall(source.rendered.marked))
    found = sorted(FORM.finditer(text), key=_unlike_row) if cut else []
    for greeting in found[:cut]:
        what = f"the bar in '{greeting[0]}' ends the cell of the table, so readers would see only a part of it"
        fix = f"write a backslash before the bar: '{greeting[0].replace('|', _ESCAPED_BAR)}'"
        yield Problem("greeting-form-invalid", source.path, _line(source, text, greeting.start()), what, fix)


def _unlike_row(greeting: re.Match[str]) -> tuple[bool, bool]:
    """Compares greetings: a table's row begins with a bar, or has at least another one than the greeting's."""
    start = greeting.string.rfind("\n", 0, greeting.start()) + 1
    line = greeting.string[start:].partition("\n")[0]
    return not line.lstrip().startswith("|"), "|" not in FORM.sub("", line)


def _greetings_in_pictures(source: Source) -> Iterator[Problem]:
    for reference in source.outline.references:
        if reference.is_image and (shown := with_fallbacks(reference.text)) != reference.text:
            what = "the alt text of a picture has a greeting, which works only in the edition's text"
            fix = f"write '{shorten(shown, 60)}'"
            yield Problem("greeting-misplaced", source.path, reference.line, what, fix)


def _written_tag(source: Source, line: int, tool: MailTool, tag: str) -> Problem:
    what = f"'{shorten(tag, 60)}' is a tag of a mail tool, such as {tool.label}: readers will see it as it is"
    fix = f"for the reader's first name write {RIGHT_FORM}; delete any other tag"
    return Problem("merge-tag-written", source.path, line, what, fix)


def _write_form() -> str:
    return f"write {RIGHT_FORM}, with plain words after the bar for readers whose name is unknown"


def _line(source: Source, text: str, place: int) -> int:
    return source.text_line + text.count("\n", 0, place)


def _blank(found: re.Match[str]) -> str:
    return _blanked(found[0])


def _blanked(text: str) -> str:
    """As much text without signs, on as many lines."""
    return re.sub(r"[^\n]", " ", text)
