"""Patterns that find the merge tags of a mail tool in text, from the signs before and after a tag."""

import re
from collections.abc import Iterator

from newsroom.mail_tools.model import MailTool


def tag_start(tool: MailTool) -> str | None:
    """A regular expression that matches the first character of whatever a tool would read as a tag, and only that.

    None if the tool has no tags.
    """
    return "|".join(_start(*mark.split(" ")) for mark in tool.marks) or None


def tag_pattern(tool: MailTool) -> re.Pattern[str] | None:
    """A pattern for whole tags of a tool, as an author copies them from its manual. None if the tool has no tags.

    It is narrower than :func:`tag_start`: ``[sic]`` could be a tag of Campaign Monitor, but is not meant as one.
    """
    patterns = [pattern for mark in tool.marks for pattern in _whole(tool, *mark.split(" "))]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def _start(opening: str, closing: str) -> str:
    first = re.escape(opening[0])
    if len(opening) > 1:
        return f"{first}(?={re.escape(opening[1:])})"  # matches the first { of {{ name }}, not of {a}
    # Matches the @ of @NAME@ and the [ of [name,fallback=friend], not of a@b.example, [1], [two words] or ![alt].
    arguments = "" if opening == closing else rf"(?:,[^{first}{re.escape(closing)}]*)?"
    return rf"(?<!!){first}(?=[A-Za-z]\w*{arguments}{re.escape(closing)})"


def _whole(tool: MailTool, opening: str, closing: str) -> Iterator[str]:
    before, after = re.escape(opening), re.escape(closing)
    if len(opening) > 1:
        yield rf"{before}(?:(?!{after})[^\n]){{1,200}}{after}"
    elif opening == closing:
        yield rf"{before}[A-Za-z]\w{{2,}}{after}"  # matches @NAME@ and $UNSUB$, not $x$
    else:
        texts = {*tool.tag_forms, *filter(None, [tool.first_name])}
        own = "|".join(sorted({word for text in texts for word in re.findall(r"[A-Za-z]\w+", text)}))
        # Matches [unsubscribe] and [nickname,fallback=friend], not [sic] or [Elm, 2020].
        yield rf"{before}(?:(?:{own})(?:,[^\n{before}{after}]*)?|\w+,fallback=[^\n{before}{after}]*){after}"
