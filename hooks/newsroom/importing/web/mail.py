"""Reads a saved email, or a web page that was saved as a single file, which has the same format (RFC 2557)."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime

from lxml.html import HtmlElement

from newsroom.importing.notes import NoteLog
from newsroom.importing.source import ImportRefusedError, SourceDocument
from newsroom.importing.tree import drop_all, find_elements, inner_html, parse_body, parse_document, plain_text
from newsroom.importing.web.charset import decode_html, decode_text
from newsroom.importing.web.page import read_page
from newsroom.importing.web.text import paragraphs_html

_PREFIX = re.compile(r"^(?:\s*(?:re|fw|fwd|ynghylch|ymlaen)\s*:\s*)+", re.IGNORECASE)
_ADDRESS_HEADERS = ("from", "to", "cc", "bcc", "reply-to", "sender")
_SIGNATURES = (
    ".//*[contains(concat(' ', @class, ' '), ' gmail_signature ') or contains(@class, 'moz-signature')"
    " or @id='Signature' or @id='signature' or @id='ms-outlook-mobile-signature']"
)
_QUOTES = (
    ".//*[contains(concat(' ', @class, ' '), ' gmail_quote ') or contains(@class, 'yahoo_quoted')"
    " or contains(@class, 'moz-cite-prefix')]|.//blockquote[@type='cite']"
)
_REPLY_HEADS = ".//*[@id='divRplyFwdMsg' or @id='appendonsend' or contains(@class, 'gmail_attr')]"
_FORWARDED = re.compile(r"(?:forwarded message|original message|begin forwarded)", re.IGNORECASE)
_HEADER_LINE = re.compile(r"(?:from|sent|date|to|cc|subject|reply-to|oddi wrth|at|pwnc) ?:\s.*", re.IGNORECASE)
_WROTE = re.compile(r"(?:on|ar)\b(?=.*\d).{5,200}\b(?:wrote|ysgrifennodd).{0,80}:", re.IGNORECASE | re.DOTALL)
"""Matches "On Mon, 6 May 2024 at 09:00, Ann wrote:", not "On the way home she wrote:"."""
_QUOTES_LEFT_OUT = "The emails that it quotes were left out."
_HEADERS_LEFT_OUT = "The names and addresses above the forwarded email were left out."
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
    part = message.get_body(("html", "plain"))
    if not message.keys() or part is None or not (payload := _bytes_of(part)).strip():
        raise ImportRefusedError(
            "There is no text in this email. Save it again in the mail program as .eml or as HTML."
        )
    subject = _PREFIX.sub("", str(message.get("subject", "")).replace("\n", " ")).strip()
    is_page = part.get_content_type() == "text/html"
    log = NoteLog()
    if is_page:
        text = decode_html(payload, part.get_content_charset())
    else:
        text = _without_plain_quotes(decode_text(payload), log)
    if is_page and _is_saved_page(message):
        return read_page(text, _parts_by_address(message).get)
    body = _body_without_quotes(text, log) if is_page else f"<div>{paragraphs_html(text)}</div>"
    body = _without_addresses(body, message, log)
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
    attached = [name for part in message.iter_attachments() if (name := part.get_filename()) and not part["content-id"]]
    for name in attached:
        log.dropped(f"The attachment “{name}” is left out: import it by itself.")
    return SourceDocument(
        source.html, source.pictures, title, source.subtitle, source.author, day, (*source.notes, *log.notes)
    )


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
    root = parse_document(text)
    body = next(iter(find_elements(root, "//body")), None) if root is not None else None
    if body is None:
        raise ImportRefusedError("There is no text in this email.")
    if drop_all(find_elements(body, _SIGNATURES)):
        log.dropped("The signature was left out.")
    heads = [_outermost(head) for head in find_elements(body, ".//p|.//div") if _is_mail_header(head)]
    heads += find_elements(body, _REPLY_HEADS)
    quoted = [*find_elements(body, _QUOTES), *(after for head in heads for after in head.itersiblings())]
    own_words = len(plain_text(body).split()) - sum(
        len(plain_text(element).split()) for element in quoted if not any(p in quoted for p in element.iterancestors())
    )
    if own_words >= _FEW_WORDS:
        if drop_all([*quoted, *heads]):
            log.dropped(_QUOTES_LEFT_OUT)
    elif heads or quoted:
        if drop_all(heads):
            log.dropped(_HEADERS_LEFT_OUT)
        log.guessed("The text is that of the forwarded email, since there is hardly any other.")
    return inner_html(body)


def _is_mail_header(block: HtmlElement) -> bool:
    text = plain_text(block)
    if len(text) > 1500 or find_elements(block, "./p|./div|./table"):
        return False
    marks = sum(name in text for name in ("From:", "Sent:", "Date:", "To:", "Subject:"))
    return marks >= 3 or bool(_WROTE.fullmatch(text))


def _outermost(block: HtmlElement) -> HtmlElement:
    """The outermost element that has no other text than a block."""
    parent = block.getparent()
    while parent is not None and parent.tag == "div" and plain_text(parent) == plain_text(block):
        block, parent = parent, parent.getparent()
    return block


def _without_plain_quotes(text: str, log: NoteLog) -> str:
    """A plain text without what it quotes, the line above that, and the signature below ``-- `` (RFC 3676, 4.3)."""
    own, separator, _ = text.partition("\n-- \n")
    if separator:
        log.dropped("The signature was left out.")
    lines = own.split("\n")
    kept = [line for line in lines if not line.startswith(">")]
    unquoted = _WROTE.sub("", "\n".join(kept)) if len(kept) < len(lines) else "\n".join(kept)
    if len(unquoted) < len(own):
        log.dropped(_QUOTES_LEFT_OUT)
    forwarded = [line for line in unquoted.split("\n") if not _FORWARDED.search(line)]
    if len(forwarded) < unquoted.count("\n") + 1:
        forwarded = [line for line in forwarded if not _HEADER_LINE.fullmatch(line.strip())]
        log.dropped(_HEADERS_LEFT_OUT)
    return "\n".join(forwarded)


def _without_addresses(body: str, message: Message, log: NoteLog) -> str:
    """HTML without the addresses to which the email was sent, and from which it came."""
    headers = [str(value) for name in _ADDRESS_HEADERS for value in message.get_all(name, ())]
    addresses = {address for _, address in getaddresses(headers) if "@" in address}
    if not any(address.lower() in body.lower() for address in addresses):
        return body
    root = parse_body(body)
    for address in addresses:
        for link in find_elements(root, ".//a[@href]"):
            if address.lower() in link.get("href", "").lower():
                link.drop_tag()
    text = inner_html(root)
    for address in addresses:
        text = re.sub(rf"(?:&lt;)?{re.escape(address)}(?:&gt;)?", _NO_ADDRESS, text, flags=re.IGNORECASE)
    log.dropped("The email addresses of the sender and the receivers were left out: correct the sentence.", _NO_ADDRESS)
    return text
