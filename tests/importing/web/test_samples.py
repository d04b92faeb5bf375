"""All that is read from web pages, emails, Markdown and texts with what is rare in one."""

from email.message import EmailMessage
from pathlib import Path

from newsroom.importing.html import html_to_markdown
from newsroom.importing.source import ImportRefusedError, SourceDocument
from newsroom.importing.web.mail import read_mail
from newsroom.importing.web.markdown import read_markdown
from newsroom.importing.web.page import read_page, read_text_file
from tests.support.golden import Golden

_SAMPLES = Path(__file__).with_name("samples.txt").read_text("utf-8").removeprefix("=== ").split("\n=== ")


def _find(source: str) -> bytes | None:
    return b"PICTURE" if source == "found.png" else None


def _mail(text: str, subtype: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Cc"], mail["To"] = "Ann <ann@e.example>", "cc.c@e-e.example", '"Bo" <bo@e.example>'
    mail["Subject"], mail["Date"] = "Re: FWD : Ynghylch: Remember: tea", "Mon, 06 May 2024 23:30:00 -0500"
    mail.set_content(text, subtype=subtype)
    return bytes(mail)


def _read(kind: str, text: str) -> SourceDocument:
    match kind:
        case "page":
            return read_page(text, _find)
        case "mail":
            return read_mail(_mail(text, "html"))
        case "text-mail":
            return read_mail(_mail(text, "plain"))
        case "markdown":
            return read_markdown(text, _find)
        case _:
            return read_text_file(text)


def _described(sample: str) -> str:
    name, _, text = sample.partition("\n")
    try:
        found = _read(name.partition(" ")[0], text)
    except ImportRefusedError as error:
        return f"=== {name}\n{error}\n"
    written = html_to_markdown(found.html).markdown if found.markdown is None else f"{found.markdown}\n"
    known = (found.title, found.subtitle, found.author, found.day, sorted(found.pictures))
    notes = "".join(f"{note.kind}: {note.text} “{note.excerpt}”\n" for note in found.notes)
    return f"=== {name}\n{written}---\n{known}\n{notes}"


def test_samples_are_read_as_they_were(golden: Golden) -> None:
    golden.check("import/web-samples.txt", "\n".join(map(_described, _SAMPLES)).encode())
