"""Reads a saved email, or a web page that was saved as a single file, which has the same format (RFC 2557)."""

import re
from collections.abc import Sequence, Set
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime

from lxml.html import HtmlElement

from newsroom.content.formats import file_ending
from newsroom.importing.plain_text import decode_html, decode_text, paragraphs_html
from newsroom.importing.refusals import IMPORTED, REFUSALS
from newsroom.importing.source import ImportRefusedError, NoteLog, SourceDocument
from newsroom.importing.tree import drop_all, element_text, find_by_xpath, inner_html, parse_body, parse_html_file
from newsroom.importing.web.page import read_page

_SAVE_AGAIN = "Save it again in the mail program as .eml or as HTML."
_PREFIX = re.compile(r"^(?:\s*(?:re|fw|fwd|ynghylch|ymlaen)\s*:\s*)+", re.IGNORECASE)
"""Matches "Re: " and "FW: Re: ", not "Remember: "."""
_ADDRESS_HEADERS = ("from", "to", "cc", "bcc", "reply-to", "sender")
_SIGNATURES = (
    ".//*[contains(@class, 'gmail_signature') or contains(@class, 'moz-signature') or"
    " contains(@class, 'protonmail_signature')"
    " or @id='Signature' or @id='signature' or @id='ms-outlook-mobile-signature']"
)
_QUOTES = (
    ".//*[contains(concat(' ', @class, ' '), ' gmail_quote ') or contains(@class, 'yahoo_quoted')"
    " or contains(@class, 'moz-cite-prefix') or contains(@class, 'protonmail_quote')]|.//blockquote[@type='cite']"
)
_REPLY_HEADS = ".//*[@id='divRplyFwdMsg' or @id='appendonsend' or contains(@class, 'gmail_attr')]"
_FORWARDED = re.compile(r"(?:forwarded message|original message|begin forwarded)", re.IGNORECASE)
_HEADER_LINE = re.compile(
    r"(?:from|sent|date|to|cc|subject|reply-to|oddi wrth|anfonwyd|dyddiad|at|pwnc) ?:\*?(?:\s.*)?", re.IGNORECASE
)
"""Matches "From: Ann Elm" and "Sent:* today", not "Note: today"."""
_CONTINUED = re.compile(r"[ \t]+\S")
_SUBJECT = re.compile(r"[ *]*(?:subject|pwnc) ?:", re.IGNORECASE)
_FEW_HEADERS = 3
_HEADER_NAMES = (
    ("From:", "Oddi wrth:"),
    ("Sent:", "Date:", "Anfonwyd:", "Dyddiad:"),
    ("To:", "At:"),
    ("Subject:", "Pwnc:"),
)
_SENT_FROM = re.compile(
    r"(?:sent (?:from|via) (?:my|outlook|mail|yahoo|proton|samsung)|get outlook for|anfonwyd o(?:'m|’m| fy))\b.{0,60}",
    re.IGNORECASE,
)
"""Matches "Sent from my iPhone" and "Get Outlook for iOS", not "Sent from Derby"."""
_LONGEST_SIGNATURE = 12
"""In lines. A line that is only "--" may also be a rule in the text."""
_WROTE = re.compile(r"(?:on|ar)\b(?=[^:]*\d).{5,200}\b(?:wrote|ysgrifennodd).{0,80}:", re.IGNORECASE | re.DOTALL)
"""Matches "On Mon, 6 May 2024 at 09:00, Ann wrote:", not "On the way home she wrote:"."""
_QUOTES_LEFT_OUT = "The emails that it quotes were left out."
_HEADERS_LEFT_OUT = "The names and addresses above the forwarded email were left out."
_MAIL_ADDRESS = re.compile(r"[^\s<>@,;:\"()\[\]]+@[\w.-]*\w")
_NO_ADDRESS = "(address left out)"
_FEW_WORDS = 40
"""An email with fewer words of its own forwards what it quotes."""


def read_mail(data: bytes) -> SourceDocument:
    """Read an email: its text and pictures, without names and addresses of its headers, quotations and signatures.

    Raises:
        ImportRefusedError: It has no text.
    """
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 (the policy decides the class)
    addresses = _header_addresses(message)
    _drop_damaged_headers(message)
    part = message.get_body(("html", "plain"))
    if not message.keys() or part is None or not (payload := _bytes_of(part)).strip():
        if any(each.get_content_type() == "application/ms-tnef" for each in message.walk()):
            raise ImportRefusedError(f"The text of this email is in its part winmail.dat, which {REFUSALS['.dat']}")
        raise ImportRefusedError(f"This email has no text. {_SAVE_AGAIN}")
    subject = _PREFIX.sub("", str(message.get("subject", "")).replace("\n", " ")).strip()
    is_page = part.get_content_type() == "text/html"
    log = NoteLog()
    if is_page:
        text = decode_html(payload, part.get_content_charset())
    else:
        text = _own_plain_text(decode_text(payload, part.get_content_charset()), log)
    if is_page and _is_saved_page(message):
        return read_page(text, _parts_by_address(message).get)
    body = _body_without_quotes(text, log) if is_page else f"<div>{paragraphs_html(text)}</div>"
    body = _without_addresses(body, addresses, log)
    source = read_page(f"<html><body>{body}</body></html>", _parts_by_address(message).get)
    title, day = source.title or subject or None, source.day
    if title == subject:
        log.guessed("The title is the subject of the email.", f"title: {subject}")
    if day is None and (sent := message.get("date")):
        try:
            day = parsedate_to_datetime(str(sent)).date()
            log.guessed("The date is the day on which the email was sent.", "date: ")
        except ValueError:
            day = None
    shown = {f"<{name.removeprefix('cid:')}>" for name in source.pictures}
    attached = (part for part in message.iter_attachments() if str(part["content-id"]).strip() not in shown)
    for name in (part.get_filename() or part.get_content_type() for part in attached):
        log.dropped(f"The attachment “{name}” is left out: {_instead_of_attachment(file_ending(name))}")
    return SourceDocument(
        source.html, source.pictures, title, source.subtitle, source.author, day, (*source.notes, *log.notes)
    )


def _instead_of_attachment(ending: str) -> str:
    """What to do with an attachment, by the ending of its name."""
    if ending in IMPORTED:
        return "import it by itself."
    if ending in REFUSALS:
        return f"it {REFUSALS[ending]}"
    return "it cannot be imported. Open it, and write in the draft what readers need of it."


def _header_addresses(message: Message) -> frozenset[str]:
    """The email addresses of those who sent and received an email."""
    headers = (str(value) for name, value in message.raw_items() if name.lower() in _ADDRESS_HEADERS)
    return frozenset(address for value in headers for address in _MAIL_ADDRESS.findall(value))


def _drop_damaged_headers(message: Message) -> None:
    """Remove the headers for which Python raises what it should not: https://github.com/python/cpython/issues/134155."""
    for part in message.walk():
        for name in set(part.keys()):
            try:
                part.get_all(name)
            except (AttributeError, IndexError, LookupError, MessageError, TypeError, ValueError):
                del part[name]


def _is_saved_page(message: Message) -> bool:
    """Whether a browser or Word saved it: an email has a receiver."""
    return not any(message.get(name) for name in ("to", "cc", "bcc", "received", "message-id"))


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _parts_by_address(message: Message) -> dict[str, bytes]:
    """The pictures in a message by the address with which its text names them."""
    found: dict[str, bytes] = {}
    for part in message.walk():
        if part.get_content_maintype() == "image":
            if name := part.get("content-id"):
                found[f"cid:{str(name).strip('<> ')}"] = _bytes_of(part)
            if name := part.get("content-location"):
                found[str(name).strip()] = _bytes_of(part)
    return found


def _body_without_quotes(text: str, log: NoteLog) -> str:
    """The HTML of an email without signatures and quotations, or of the email that it forwards, without headers."""
    root = parse_html_file(text)
    body = next(iter(find_by_xpath(root, "//body")), None) if root is not None else None
    if body is None:
        raise ImportRefusedError("This email has no text.")
    sent_from = (block for block in find_by_xpath(body, ".//p|.//div") if _SENT_FROM.fullmatch(element_text(block)))
    if drop_all([*find_by_xpath(body, _SIGNATURES), *sent_from]):
        log.dropped("The signature was left out.")
    heads = [_outermost(head) for head in find_by_xpath(body, ".//p|.//div") if _is_mail_header(head)]
    heads += find_by_xpath(body, _REPLY_HEADS)
    quoted = [*find_by_xpath(body, _QUOTES), *(after for head in heads for after in head.itersiblings())]
    outermost = [element for element in quoted if not any(outer in quoted for outer in element.iterancestors())]
    own_words = _count_words(body) - sum(map(_count_words, outermost))
    if own_words >= _FEW_WORDS:
        for element in (*heads, *(after for head in heads for after in head.itersiblings())):
            element.tail = None  # a quoted email need not be in elements
        if drop_all([*quoted, *heads]):
            log.dropped(_QUOTES_LEFT_OUT)
    elif heads or quoted:
        if drop_all(heads):
            log.dropped(_HEADERS_LEFT_OUT)
        log.guessed("The text is that of the forwarded email, since there is hardly any other.")
    return inner_html(body)


def _count_words(element: HtmlElement) -> int:
    return len(element_text(element).split())


def _is_mail_header(block: HtmlElement) -> bool:
    text = element_text(block)
    if len(text) > 1500 or find_by_xpath(block, "./p|./div|./table"):
        return False
    marks = sum(any(name in text for name in names) for names in _HEADER_NAMES)
    return marks >= _FEW_HEADERS or bool(_WROTE.fullmatch(text))


def _outermost(block: HtmlElement) -> HtmlElement:
    """The outermost element that has no other text than a block."""
    parent = block.getparent()
    while parent is not None and parent.tag == "div" and element_text(parent) == element_text(block):
        block, parent = parent, parent.getparent()
    return block


def _own_plain_text(text: str, log: NoteLog) -> str:
    """A plain text without what it quotes and without signatures, or the email that it forwards, without headers."""
    lines = text.split("\n")
    head = _find_headers(lines)
    if len(" ".join(lines[: head.start]).split()) >= _FEW_WORDS and head:
        lines = lines[: head.start]
        log.dropped(_QUOTES_LEFT_OUT)
    elif head:
        del lines[head.start : head.stop]
        log.dropped(_HEADERS_LEFT_OUT)
    own = _without_signature(lines)
    if len(own) < len(lines):
        log.dropped("The signature was left out.")
    kept = [line for line in own if not line.startswith(">")]
    if len(kept) == len(own):
        return "\n".join(own)
    log.dropped(_QUOTES_LEFT_OUT)
    return _WROTE.sub("", "\n".join(kept))


def _find_headers(lines: Sequence[str]) -> range:
    """The lines with the headers of a quoted or forwarded email and the marks above them; empty if there are none."""
    for first, line in enumerate(lines):
        if not _HEADER_LINE.fullmatch(line.strip(" *")):
            continue
        start, end = first, first + 1
        while end < len(lines) and (_HEADER_LINE.fullmatch(lines[end].strip(" *")) or _CONTINUED.match(lines[end])):
            end += 1
        found = [each for each in lines[start:end] if not _CONTINUED.match(each)]
        if len(found) < _FEW_HEADERS or not any(_SUBJECT.match(each) for each in found):
            continue
        while start and (_FORWARDED.search(lines[start - 1]) or not lines[start - 1].strip("-_ ")):
            start -= 1
        return range(start, end)
    return range(len(lines), len(lines))


def _without_signature(lines: Sequence[str]) -> list[str]:
    """Lines without those from ``-- `` on (RFC 3676, 4.3), and without "Sent from my iPhone"."""
    ends = (
        place
        for place, line in enumerate(lines)
        if line == "-- " or (line == "--" and len(lines) - place <= _LONGEST_SIGNATURE)
    )
    return [line for line in lines[: next(ends, len(lines))] if not _SENT_FROM.fullmatch(line.strip())]


def _without_addresses(body: str, addresses: Set[str], log: NoteLog) -> str:
    """HTML without the addresses to which the email was sent, and from which it came."""
    written = "|".join(map(re.escape, sorted(addresses)))
    before = r"(?:(?<![\w.+-])|(?<=%[0-9a-f]{2}))"  # not in a longer address, but after "%3A" in that of a link
    known = re.compile(rf"(?:&lt;)?{before}(?:{written})(?![\w-]|\.\w)(?:&gt;)?", re.IGNORECASE)
    if not addresses or not known.search(body):
        return body
    root = parse_body(body)
    for link in find_by_xpath(root, ".//a[@href]"):
        if known.search(link.get("href", "")):
            link.drop_tag()
    text = known.sub(_NO_ADDRESS, inner_html(root))
    log.dropped("The email addresses of the sender and the receivers were left out: correct the sentence.", _NO_ADDRESS)
    return text
