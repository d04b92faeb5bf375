"""The emails of an edition, as a build writes them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from newsroom.publish.email.compose import Email
from tests.support import SETTINGS, small_newsroom
from tests.support.rendering import published

EDITION_URL = "https://elm.example/newsletters/2024-03/"


def emails_of(
    root: Path, edition: str, tools: Iterable[str], *, lang: str = "en", settings: Mapping[str, object] = SETTINGS
) -> dict[str, Email]:
    """The email for each tool of a small newsroom's one edition, with this file."""
    files = small_newsroom()
    del files["newsletters/2024-03.md"]
    suffix, folder = ("", "") if lang == "en" else (f".{lang}", f"{lang}/")
    files[f"newsletters/2024-03{suffix}.md"] = edition
    files["stories/bench.png"] = "PNG"
    files["newsletters/bench.png"] = "PNG"
    written = published(root, files, settings={**settings, "mail_tools": list(tools)})
    base = f"{folder}newsletters/2024-03/email/"
    return {
        tool: Email(written[f"{base}{tool}.html"].decode(), written[f"{base}{tool}.txt"].decode()) for tool in tools
    }


def email_of(root: Path, edition: str, *, lang: str = "en", settings: Mapping[str, object] = SETTINGS) -> Email:
    """The email of a small newsroom's one edition, with this file, for people without a mail tool."""
    return emails_of(root, edition, ["generic"], lang=lang, settings=settings)["generic"]
