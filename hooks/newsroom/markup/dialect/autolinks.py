"""Links plain addresses without marks: ``https://elm.example/``, ``www.elm.example``, ``jo@elm.example``.

These are GitHub's rules (https://github.github.com/gfm/#autolinks-extension-), as in cmark-gfm's autolink.c. Web
addresses are linked during parsing, except between open brackets. Email addresses are linked after parsing, in all
remaining text. One difference: a no-break space ends an address here, but not on GitHub.
"""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_SCHEME = re.compile(r"(?:https?|ftp)\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"://(?=([^\W_][^\s/?#<]*))[^\s<]+")
_WWW = re.compile(r"(?=(www\.[^\s/?#<]+))[^\s<]+")
_HOST = re.compile(r"(?:[A-Za-z0-9._-]|[^\x00-\x7f])*")
_TRAILING = "?!.,:*_~'\"[]"
_ENTITY = re.compile(r"&[A-Za-z]+;\Z")
"""Matches the end of "elm.example/&amp;", but not of "elm.example/?a&b;c"."""
_BEFORE_WWW = " \t\n*_~("
_BRACKETS = "open_brackets"
"""The key in markdown-it's environment for the number of open brackets, and the text in which they are."""
_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-_")
_MAIL_HOST = re.compile(r"@((?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9]))+)")
"""Matches "@elm.example" in "jo@elm.example."."""
_MAILTO = "mailto:"
_TEXT = frozenset({"text", "text_special"})


def autolinks_plugin(reader: MarkdownIt) -> None:
    """Add GitHub's rules for bare addresses to a reader."""
    reader.inline.add_terminator_char("w")
    reader.inline.ruler.push("web_address", _web_address)
    reader.inline.ruler.push("www_address", _www_address)
    reader.inline.ruler.push("open_brackets", _count_brackets)
    reader.inline.ruler2.push("email_addresses", _email_addresses)


def _web_address(state: StateInline, silent: bool) -> bool:
    """Link an address whose scheme ends the pending text. markdown-it tries this rule at the colon."""
    if silent or state.linkLevel or not state.src.startswith("://", state.pos) or _is_in_brackets(state):
        return False
    scheme = _SCHEME.search(state.pending[-5:])
    found = _ADDRESS.match(state.src, state.pos)
    if scheme is None or not found or not _is_domain(found[1]):
        return False
    before = state.pending[-len(scheme[0]) - 1 : -len(scheme[0])]
    if before.isascii() and before.isalpha():
        return False
    address = _without_trailing(scheme[0] + found[0])
    state.pending = state.pending[: -len(scheme[0])]
    _push_link(state, address, address)
    state.pos += len(address) - len(scheme[0])
    return True


def _www_address(state: StateInline, silent: bool) -> bool:
    if silent or state.linkLevel or not state.src.startswith("www.", state.pos) or _is_in_brackets(state):
        return False
    found = _WWW.match(state.src, state.pos)
    is_alone = state.pos == 0 or state.src[state.pos - 1] in _BEFORE_WWW
    if not found or not is_alone or not _is_domain(found[1]):
        return False
    address = _without_trailing(found[0])
    _push_link(state, f"http://{address}", address)
    state.pos += len(address)
    return True


def _count_brackets(state: StateInline, silent: bool) -> bool:
    """Count a bracket that is not part of a link. markdown-it tries this rule after all others."""
    character = state.src[state.pos]
    if not silent and character in "[]":
        count = _open_brackets(state) + (1 if character == "[" else -1)
        state.env[_BRACKETS] = (state, max(count, 0))
    return False


def _is_in_brackets(state: StateInline) -> bool:
    return _open_brackets(state) > 0


def _open_brackets(state: StateInline) -> int:
    of, count = state.env.get(_BRACKETS, (None, 0))
    return count if of is state else 0


def _push_link(state: StateInline, address: str, words: str) -> None:
    if state.pending:
        state.pushPending()
    for token in _link_tokens(address, words):
        token.level = state.level
        state.tokens.append(token)


def _link_tokens(address: str, words: str) -> Iterator[Token]:
    yield Token("link_open", "a", 1, attrs={"href": address})
    yield Token("text", "", 0, content=words)
    yield Token("link_close", "a", -1)


def _is_domain(text: str) -> bool:
    """Whether an address begins with a domain, whose last two parts have no underscore."""
    found = _HOST.match(text)
    return found is not None and "_" not in "".join(found[0].split(".")[-2:])


def _without_trailing(address: str) -> str:
    """An address without trailing punctuation, like a full stop or an unopened bracket."""
    unopened = address.count(")") - address.count("(")
    end = len(address)
    while end:
        last = address[end - 1]
        if last in _TRAILING:
            end -= 1
        elif last == ";":
            entity = _ENTITY.search(address[max(0, end - 40) : end])
            end -= len(entity[0]) if entity else 1
        elif last == ")" and unopened > 0:
            unopened -= 1
            end -= 1
        else:
            break
    return address[:end]


def _email_addresses(state: StateInline) -> None:
    """Link email addresses in text after all marks are parsed, as in ``jo_elm@elm.example``."""
    if "@" not in state.src and "&" not in state.src:
        return
    tokens: list[Token] = []
    run: list[Token] = []
    depth = 0
    for token in state.tokens:
        if token.type in _TEXT and depth == 0:
            run.append(token)
            continue
        tokens += _link_emails_in_run(run)
        run = []
        depth += token.nesting if token.tag == "a" else _link_depth_change(token)
        tokens.append(token)
    state.tokens[:] = [*tokens, *_link_emails_in_run(run)]


def _link_depth_change(token: Token) -> int:
    """The change of link depth at a raw HTML tag."""
    tag = token.content[:3].lower() if token.type == "html_inline" else ""
    return 1 if tag in ("<a ", "<a>", "<a\n") else -1 if tag == "</a" else 0


def _link_emails_in_run(run: list[Token]) -> Iterable[Token]:
    text = "".join(token.content for token in run)
    spans = list(_find_email_addresses(text))
    if not spans:
        return run
    tokens: list[Token] = []
    last = 0
    for start, end in spans:
        tokens += _slice_run(run, last, start)
        address = text[start:end]
        tokens += _link_tokens(address if address.startswith(_MAILTO) else f"{_MAILTO}{address}", address)
        last = end
    return [*tokens, *_slice_run(run, last, len(text))]


def _slice_run(run: list[Token], start: int, end: int) -> Iterator[Token]:
    """The tokens for a part of a run's text."""
    place = 0
    for token in run:
        part = token.content[max(0, start - place) : max(0, end - place)]
        if part:
            yield token.copy(content=part)
        place += len(token.content)


def _find_email_addresses(text: str) -> Iterator[tuple[int, int]]:
    """The start and the end of each email address."""
    last, at = 0, text.find("@")
    while at >= 0:
        start = at
        while start > last and text[start - 1] in _LOCAL:
            start -= 1
        found = _MAIL_HOST.match(text, at)
        end = found.end() if found else at + 1
        if start < at and found and _is_mail_host(found[1]) and not text.startswith("@", end):
            has_scheme = text.endswith(_MAILTO, last, start)
            yield start - len(_MAILTO) if has_scheme else start, end
            last = end
        else:
            last = at + 1
        at = text.find("@", last)


def _is_mail_host(host: str) -> bool:
    return "." in host and host[-1].isascii() and host[-1].isalpha()
