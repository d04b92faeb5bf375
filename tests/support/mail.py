"""Real mail: a server on loopback that takes messages in, and clients' ways of reading them."""

import smtplib
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class MailServer:
    """A running server: send a message's bytes to it, and read what came in."""

    def __init__(self, port: int, received: list[bytes]) -> None:
        self._port = port
        self._received = received

    def deliver(self, message: bytes) -> EmailMessage:
        """The message as a mail program has it after it went through the server."""
        with smtplib.SMTP("127.0.0.1", self._port) as client:
            client.sendmail("sender@elm.example", ["reader@elm.example"], message)
        return read(self._received[-1])


class _Mailbox:
    def __init__(self) -> None:
        self.received: list[bytes] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        self.received.append(envelope.content)
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """An SMTP server on loopback, as strict as the protocol about lines (RFC 5321: 1,000 bytes)."""
    mailbox = _Mailbox()
    controller = Controller(mailbox, hostname="127.0.0.1", port=_free_port())
    controller.start()
    try:
        yield MailServer(controller.port, mailbox.received)
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read(message: bytes) -> EmailMessage:
    """A message as the standard library's parser has it."""
    parsed = message_from_bytes(message, policy=default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def part(message: EmailMessage, kind: str) -> str:
    """The text of a message's part of a kind ("plain", "html"), its lines ended as on our disks."""
    found = message.get_body((kind,))
    assert found is not None
    return str(found.get_content()).replace("\r\n", "\n")
