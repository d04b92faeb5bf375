"""All that is made of campaigns with what is rare in one."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from newsroom.importing.mailchimp.campaigns import Campaign
from newsroom.importing.mailchimp.edition import EditionPlace, make_edition
from newsroom.importing.report import place_notes
from tests.support.golden import Golden
from tests.support.images import picture

_SAMPLES = Path(__file__).with_name("samples.txt").read_text("utf-8").removeprefix("=== ").split("\n=== ")
_CAMPAIGN = Campaign("T", "News & <b>more</b>", "", "", datetime(2024, 5, 3), "1_t.html")
_PLACE = EditionPlace(
    "newsletters", "2024-05", "News", lambda name: picture() if name in ("found.png", "d.png") else None
)


def _described(sample: str) -> str:
    name, _, html = sample.partition("\n")
    campaign = replace(_CAMPAIGN, text="1_t.TXT" if name == "plain-text" else "1_t.html")
    draft = make_edition(campaign, html, _PLACE)
    notes = "".join(f"{note.kind}: {note.line}: {note.text}\n" for note in place_notes(draft.notes, draft.text))
    return f"=== {name}\n{draft.text}\n{' '.join(draft.pictures)}\n{notes}"


def test_samples_become_what_they_became(golden: Golden) -> None:
    golden.check("mailchimp/samples.txt", "\n".join(map(_described, _SAMPLES)).encode())
