"""The draft message arrives unchanged through a real mail server, whatever characters it has."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import SETTINGS, small_newsroom
from tests.support.emails import sent_html
from tests.support.items import newsletter
from tests.support.mail import MailServer, mail_server, part, read
from tests.support.rendering import published

FOLDER = "newsletters/2024-03/email/"
SUBJECT = (
    "Sŵn y gwanwyn – “ŷd”, £5 & 🌳: what everyone on Elm Street, and quite a few of their neighbours, did in March"
)
BODY = f"""\
## Ŵy a ŷd “£5” 🌳

From the start of a line. {"A line that goes on and on. " * 60}

.
A single dot on a line ends a message, in the protocol.

From here on [a link](https://o.example/{"very-long-" * 40}end?a=1&b=2=3) = more =3D.
"""


@pytest.fixture(scope="module")
def server() -> Iterator[MailServer]:
    """A local mail server."""
    with mail_server() as running:
        yield running


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All files of an edition with text that is hard to encode."""
    edition = newsletter(BODY, subject=SUBJECT, title="Sŵn")
    return published(tmp_path_factory.mktemp("newsroom"), small_newsroom() | {"newsletters/2024-03.md": edition})


def test_mail_server_delivers_the_same_html_and_text(server: MailServer, files: dict[str, bytes]) -> None:
    received = server.deliver(files[f"{FOLDER}newsletter.eml"])
    assert received.get_content_type() == "multipart/alternative"
    assert [received_part.get_content_type() for received_part in received.iter_parts()] == ["text/plain", "text/html"]
    assert part(received, "html").rstrip("\n") == sent_html(files[f"{FOLDER}generic.html"]).rstrip("\n")
    assert part(received, "plain").rstrip("\n") == files[f"{FOLDER}generic.txt"].decode().rstrip("\n")


def test_subject_and_sender_arrive_unchanged(server: MailServer, files: dict[str, bytes]) -> None:
    received = server.deliver(files[f"{FOLDER}newsletter.eml"])
    assert received["Subject"] == SUBJECT
    assert received["From"] == "The Elm Street Network <hello@elm.example>"
    assert received["Content-Language"] == "en"


@pytest.mark.parametrize("contact", ["hello@elm.example", f"{'hello-' * 10}@{'elm-street-' * 5}network.example"])
def test_draft_has_the_address_to_unsubscribe(tmp_path: Path, server: MailServer, contact: str) -> None:
    settings = {**SETTINGS, "contact": contact}
    files = {"newsletters/2024-03.md": newsletter(), "newsletters/2024-03.cy.md": newsletter()}
    made = published(tmp_path, small_newsroom() | files, settings=settings)
    for folder, subject in (
        ("", "Unsubscribe%20from%20the%20newsletter"),
        ("cy/", "Dad-danysgrifio%20o%E2%80%99r%20cylchlythyr"),
    ):
        written = made[f"{folder}{FOLDER}newsletter.eml"]
        address = f"<mailto:{contact}?subject={subject}>"
        assert f"\r\nList-Unsubscribe: \r\n {address}\r\n".encode() in written
        assert server.deliver(written)["List-Unsubscribe"].strip() == address


@pytest.mark.parametrize("subject", ["=?utf-8?q?News=0D=0ABcc:_ann@o.example?=", "Ŵy =?utf-8?b?QQpCY2M6YQ==?="])
def test_encoded_word_in_a_subject_is_text(tmp_path: Path, server: MailServer, subject: str) -> None:
    edition = newsletter(subject=subject)
    sent = published(tmp_path, small_newsroom() | {"newsletters/2024-03.md": edition})[f"{FOLDER}newsletter.eml"]
    received = server.deliver(sent)
    assert received["Subject"] == subject
    assert received["Bcc"] is None
    assert b"bcc:" not in sent.partition(b"\r\n\r\n")[0].lower()


def test_lines_are_short_and_ascii(files: dict[str, bytes]) -> None:
    lines = files[f"{FOLDER}newsletter.eml"].split(b"\r\n")
    assert len(lines) > 100
    assert all(line.isascii() and b"\n" not in line and b"\r" not in line for line in lines)
    assert max(map(len, lines)) <= 78


def test_message_opens_as_an_unsent_draft(files: dict[str, bytes]) -> None:
    message = read(files[f"{FOLDER}newsletter.eml"])
    assert message["X-Unsent"] == "1"
    assert [message[name] for name in ("To", "Date", "Message-ID")] == [None] * 3
    assert message.defects == []


def test_welsh_edition_has_a_welsh_draft(tmp_path: Path) -> None:
    edition = newsletter("## Helo\n\nBore da.", title="Mawrth")
    written = published(tmp_path, small_newsroom() | {"newsletters/2024-03.cy.md": edition})
    message = read(written[f"cy/{FOLDER}newsletter.eml"])
    assert message["Content-Language"] == "cy"
    assert "Bore da." in part(message, "plain")
