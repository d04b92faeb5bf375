"""An account export as Mailchimp makes it, with both builders' HTML and subscribers' addresses that nobody may read."""

import csv
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

FOLDER = "48151623/42/"
"""The folder in which exports have their files."""
COLUMNS = ("Title", "Subject", "Audience", "Send Date", "Send Weekday", "Total Recipients", "Unique Opens", "Unique Id")
_TEXTS = Path(__file__).with_name("campaigns")
CLASSIC, NEW, REGULAR, PLAIN = (
    (_TEXTS / name).read_text(encoding="utf-8") for name in ("classic.html", "new.html", "regular.html", "plain.txt")
)
"""The same kinds of text made with the classic builder, with the new one, by hand, and without HTML."""
ROWS = (
    ("Shed FINAL v2", "The shed", "Elm", "Jan 09, 2024 10:00 am", "Tuesday", "110", "30", "aa1"),
    ("Gwanwyn: Tŷ Gwyn & May", "Newyddion y gwanwyn", "Elm", "May 03, 2024 09:30 pm", "Friday", "110", "30", "aa2"),
    ("Beans", "*|FNAME|*, the beans are high!", "Elm", "May 20, 2024 09:15 am", "Monday", "110", "30", "aa3"),
    (
        "Autumn",
        "Autumn on Elm Street: soup every Friday, the last of the apples and a new bus",
        *("Elm", "Sep 30, 2024 08:00 am", "Monday", "110", "30", "aa4"),
    ),
    ("Lost", "A campaign without a text", "Elm", "Oct 01, 2024 08:00 am", "Tuesday", "110", "30", "aa5"),
    ("Next year", "Not sent yet", "Elm", "Feb 01, 2027 08:00 am", "Monday", "110", "0", "aa6"),
    ("A draft PLANTED", "Not sent", "Elm", "", "", "0", "0", "aa7"),
)
"""The list of campaigns. The first five were sent."""
TEXTS: Mapping[str, str] = {
    "101_shed-final-v2.txt": PLAIN,
    "102_gwanwyn-t-gwyn-may.html": CLASSIC,
    "102_gwanwyn-t-gwyn-may.txt": "PLANTED text",
    "103_beans.html": NEW,
    "104_autumn.html": REGULAR,
    "105_next-year.html": "<p>PLANTED later</p>",
    "106_a-draft-planted.html": "<p>PLANTED draft</p>",
}
SUBSCRIBERS: Mapping[str, str] = {
    f"{FOLDER}lists/members_export_1.csv": "Email Address,First Name\nPLANTED@elm.example,Ann\n",
    f"{FOLDER}granular_activity/opens/102.csv": "Email\nPLANTED@elm.example\n",
    f"{FOLDER}templates/1_template.html": "<p>PLANTED template</p>",
    "PLANTED.txt": "PLANTED",
}


def campaign_list(rows: Sequence[Sequence[str]] = ROWS, columns: Sequence[str] = COLUMNS) -> str:
    """The list of campaigns."""
    file = StringIO()
    csv.writer(file).writerows([columns, *rows])
    return file.getvalue()


def export_bytes(texts: Mapping[str, str] = TEXTS, listed: str | None = None) -> bytes:
    """The bytes of an export with these texts and this list of campaigns."""
    file = BytesIO()
    with ZipFile(file, "w", compression=ZIP_DEFLATED) as archive:
        archive.writestr(f"{FOLDER}campaigns.csv", f"\ufeff{campaign_list() if listed is None else listed}")
        for name, text in texts.items():
            archive.writestr(f"{FOLDER}campaigns_content/{name}", text)
        for name, text in SUBSCRIBERS.items():
            archive.writestr(name, text)
    return file.getvalue()
