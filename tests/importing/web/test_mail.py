"""An email gives its text and pictures, and nothing of its headers, quotations and signatures."""

from base64 import b64encode
from email.message import EmailMessage

import pytest

from newsroom.importing.html import html_to_markdown
from newsroom.importing.source import ImportRefusedError
from newsroom.importing.web.mail import read_mail
from tests.support.images import picture

OWN = "Here is the story of the allotment, as promised, written by those who dig there. " * 4
GMAIL = f"""<div>{OWN}</div><div class="gmail_signature">PLANTED signature</div><div class="gmail_quote">
<div class="gmail_attr">On Mon, PLANTED wrote:</div><blockquote class="gmail_quote">PLANTED quote</blockquote></div>"""
OUTLOOK = f"""<p class=MsoNormal>{OWN}</p><div id="Signature">PLANTED signature</div>
<div id="divRplyFwdMsg"><b>From:</b> PLANTED</div><div>PLANTED quote</div>"""
OUTLOOK_DESKTOP = f"""<p class=MsoNormal>{OWN}</p><div><div style='border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal>
<b>From:</b> PLANTED<br><b>Sent:</b> Monday<br>
<b>To:</b> PLANTED<br><b>Subject:</b> The allotment</p></div></div><p>PLANTED quote</p>"""
FORWARDED = f"""<div>See below</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message
---------<br>From: <strong>PLANTED</strong> <a href="mailto:planted@elm.example">x</a></div><p>{OWN}</p></div>"""
WELSH = OUTLOOK_DESKTOP.replace("From", "Oddi wrth").replace("Sent", "Anfonwyd").replace("Subject", "Pwnc")
BARE = f"""<p>{OWN}</p><div id="divRplyFwdMsg"><b>From:</b> PLANTED</div>PLANTED quote without an element"""
PROTON = f"""<p>{OWN}</p><div class="protonmail_signature_block">PLANTED</div><div class="protonmail_quote">On 6 May
2024, PLANTED wrote:<blockquote class="protonmail_quote" type="cite">PLANTED</blockquote></div>"""
TELEPHONE = f"""<div>{OWN}</div><div dir="ltr">Sent from my iPhone PLANTED</div>"""
PLAIN_OUTLOOK = f"""{OWN}

________________________________
From: PLANTED <planted@elm.example>
Sent: 6 May 2024
To: PLANTED;
  PLANTED
Subject: PLANTED

PLANTED quote"""
PLAIN_SIGNED = f"{OWN}\n\n--\nPLANTED signature\n07700 900123"
PLAIN = f"{OWN}\n\nOn Mon, 6 May 2024 PLANTED\nwrote:\n> PLANTED quote\n> more\n-- \nPLANTED signature"
PLAIN_FORWARDED = f"""See below

---------- Forwarded message ---------
From: PLANTED <planted@elm.example>
Date: Mon, 6 May 2024
Subject: PLANTED
To: PLANTED

{OWN}"""


def message(text: str, subtype: str = "html", **headers: str) -> EmailMessage:
    """An email whose headers name people."""
    mail = EmailMessage()
    for name, value in {
        "From": "PLANTED Sender <planted.sender@elm.example>",
        "To": "PLANTED Receiver <planted.receiver@elm.example>",
        "Received": "from PLANTED.example",
        "Subject": "Fwd: RE: The allotment",
        "Date": "Tue, 7 May 2024 23:11:12 +0100",
        **headers,
    }.items():
        mail[name] = value
    mail.set_content(text, subtype=subtype)
    return mail


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        (GMAIL, "html"),
        (OUTLOOK, "html"),
        (OUTLOOK_DESKTOP, "html"),
        (FORWARDED, "html"),
        (WELSH, "html"),
        (BARE, "html"),
        (PROTON, "html"),
        (TELEPHONE, "html"),
        (PLAIN, "plain"),
        (PLAIN_OUTLOOK, "plain"),
        (PLAIN_OUTLOOK.replace("_" * 32, "-----Original Message-----"), "plain"),
        (PLAIN_SIGNED, "plain"),
        (PLAIN_FORWARDED.replace("To: PLANTED\n", "To: PLANTED,\n PLANTED\n"), "plain"),
        (PLAIN_FORWARDED, "plain"),
    ],
)
def test_email_gives_only_its_text(text: str, subtype: str) -> None:
    source = read_mail(bytes(message(text, subtype)))
    written = html_to_markdown(source.html).markdown
    assert OWN.strip() in written
    assert "PLANTED" not in f"{source}" and "planted" not in f"{source}"
    assert (source.title, source.author, f"{source.day}") == ("The allotment", None, "2024-05-07")
    assert any("left out" in note.text for note in source.notes)


def test_addresses_of_the_headers_are_left_out_of_the_text() -> None:
    text = '<p>Ask <a href="mailto:planted.sender@elm.example">Planted.Sender@elm.example</a> or seeds@elm.example.</p>'
    source = read_mail(bytes(message(text)))
    assert html_to_markdown(source.html).markdown.startswith("Ask (address left out) or ")
    assert [note.excerpt for note in source.notes if "addresses" in note.text] == ["(address left out)"]


@pytest.mark.parametrize("header", ["From", "To", "Cc", "Bcc", "Reply-To", "Sender"])
def test_addresses_of_all_headers_are_left_out(header: str) -> None:
    mail = f"{header}: x@elm.example\nMessage-ID: <1>\nContent-Type: text/html\n\n<p>Write to X@elm.example now.</p>"
    assert "elm.example" not in read_mail(mail.encode()).html


@pytest.mark.parametrize("header", ["To", "Cc", "Bcc", "Received", "Message-ID", "From"])
def test_only_what_was_sent_has_quotations(header: str) -> None:
    text = f"<p>{OWN}</p><div class=moz-signature>Signed</div>"
    source = read_mail(f"{header}: x\nContent-Type: text/html\n\n{text}".encode())
    assert ("Signed" in source.html) == (header == "From")


def test_pictures_in_the_text_are_kept_and_attachments_reported() -> None:
    mail = message('<p>Look:</p><img src="cid:one@x"><img src="cid:two@x">')
    body = mail.get_body(("html",))
    assert body is not None
    body.add_related(picture(), "image", "png", cid="<one@x>")
    for name in ("minutes.docx", "hedge photo.png", "tea.ics"):  # Gmail gives each an id, which no text needs to name
        mail.add_attachment(b"x", maintype="application", subtype="x", filename=name, cid=f"<{name}>")
    mail.add_attachment(picture(), maintype="image", subtype="png", filename="two.png", cid="<two@x>")
    mail.add_attachment("A footer")
    source = read_mail(bytes(mail))
    assert source.pictures == {"cid:one@x": picture(), "cid:two@x": picture()}
    notes = [note.text for note in source.notes if "attachment" in note.text]
    assert notes[0] == "The attachment “minutes.docx” is left out: import it by itself."
    assert notes[1].startswith("The attachment “hedge photo.png” is left out: it is a picture. ")
    assert notes[1].endswith("or put it beside the draft by hand.")
    assert [note[:50] for note in notes[2:]] == [
        "The attachment “tea.ics” is left out: it cannot be",
        "The attachment “text/plain” is left out: it cannot",
    ]


def test_page_saved_as_a_single_file_is_read() -> None:
    mail = EmailMessage()
    mail["From"] = "<Saved by Blink>"
    mail["Subject"] = "The garden"
    mail.set_content("<title>The garden</title><p>It grew.</p><img src='https://elm.example/a.png'>", subtype="html")
    mail.add_related(picture(), "image", "png", headers=["Content-Location: https://elm.example/a.png"])
    source = read_mail(bytes(mail))
    assert (source.title, list(source.pictures)) == ("The garden", ["https://elm.example/a.png"])


@pytest.mark.parametrize("charset", ["iso-8859-2", "utf-16le", "x-unknown"])
def test_plain_text_is_in_the_encoding_that_its_header_names(charset: str) -> None:
    encoding = charset.replace("x-unknown", "utf-8")
    head = f"To: a@elm.example\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n"
    assert (
        "Dvořák came."
        in html_to_markdown(read_mail(head.encode() + b64encode("Dvořák came.".encode(encoding))).html).markdown
    )


@pytest.mark.parametrize("header", ["To: a@[b", "Date: Mon, 99 May 2024 25:00", 'Content-Disposition: a; 0*00="b"'])
def test_email_with_damaged_headers_is_read(header: str) -> None:
    assert read_mail(f"{header}\nContent-Type: text/html\n\n<p>Text.</p>".encode()).html == "<p>Text.</p>"


def test_text_in_outlooks_own_format_is_named() -> None:
    mail = b"To: a@elm.example\nContent-Type: application/ms-tnef\n\nx"
    with pytest.raises(ImportRefusedError, match=r"winmail\.dat"):
        read_mail(mail)


def test_email_without_text_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="This email has no text"):
        read_mail(bytes(message("", "plain")))
    with pytest.raises(ImportRefusedError):
        read_mail(b"\xff\xfe junk")
