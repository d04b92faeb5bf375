"""Writes an edition as a message that a mail program opens as a draft (RFC 5322, RFC 2046)."""

from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from newsroom.content.document import Document
from newsroom.content.types.newsletter import Newsletter
from newsroom.settings import Settings

_POLICY = SMTP.clone(refold_source="none")
"""Leaves raw headers as they are: a long address would become an encoded word, which is not an address (RFC 2369)."""


def draft_message(
    edition: Document[Newsletter], html: str, text: str, settings: Settings, unsubscribe_address: str
) -> bytes:
    """Write the bytes of an ``.eml`` file with the HTML and the plain text of an edition as alternatives.

    It has no date and no recipient, which are added when it is sent. ``X-Unsent`` makes Outlook open it as a draft.
    Mail programs show a button for the address in ``List-Unsubscribe`` (RFC 2369, section 3.2).
    Bodies are quoted-printable, so that lines have at most 76 ASCII characters (RFC 2045, section 6.7).
    """
    user, _, domain = settings.contact.rpartition("@")
    mail = EmailMessage(policy=_POLICY)
    subject = edition.front.subject
    if "=?" in subject:  # setting it would decode an encoded word (RFC 2047), which can hold line ends and so headers
        mail.set_raw("Subject", Header(subject, "utf-8", header_name="Subject").encode())
    else:
        mail["Subject"] = subject
    mail["From"] = Address(display_name=settings.name_in(edition.lang), username=user, domain=domain)
    mail["X-Unsent"] = "1"
    mail.set_raw("List-Unsubscribe", f"\n <{unsubscribe_address}>")
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    mail["Content-Language"] = edition.lang
    mail.set_boundary(f"=_{edition.slug}-{edition.lang}")
    return mail.as_bytes()
