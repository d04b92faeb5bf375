"""Imports the campaigns of Mailchimp's account export as drafts of editions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from newsroom.commands.check import check_content
from newsroom.commands.import_document import content_folder, report_draft
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.importing.draft import Draft
from newsroom.importing.mailchimp.archive import CampaignArchive, PictureFolder
from newsroom.importing.mailchimp.campaigns import Campaign, read_campaigns
from newsroom.importing.mailchimp.edition import EditionPlace, make_edition, subject_line
from newsroom.importing.mailchimp.names import EditionName, name_editions, title_editions
from newsroom.importing.plain_text import decode_html, decode_text
from newsroom.importing.report import ImportedDocument
from newsroom.importing.source import ImportRefusedError, Note, NoteKind
from newsroom.importing.writing import write_new_files
from newsroom.read.files import read_text
from newsroom.read.front_matter.frontmatter import parse_front_matter
from newsroom.site_settings import site_settings
from newsroom.value_cache import ValueCache


@dataclass(frozen=True)
class MailchimpImport:
    """What became of an export.

    Attributes:
        documents: The campaigns that are drafts now, and those that are not, in the order in which they were sent.
        unchanged: How many editions were there already, as this import would write them.
        unread: How many texts are of campaigns that were not sent.
    """

    documents: tuple[ImportedDocument, ...]
    unchanged: int
    unread: int


def import_mailchimp(
    root: Path,
    values: object,
    export: Path,
    *,
    pictures: Path | None,
    folder: str | None,
    today: date,
    value_cache: ValueCache | None,
) -> MailchimpImport:
    """Write a draft of an edition for each campaign that was sent, and check them. Existing files are not changed.

    Args:
        values: The settings as they are in mkdocs.yml.
        export: The export's zip file. Of its members only the list of campaigns, and the texts of those sent, are read.
        pictures: The folder with their pictures, if there is one.
        folder: The folder in the repository; that of newsletters by default.
        value_cache: Keeps what the check computes.

    Raises:
        ContentError: The settings are not valid.
        ImportRefusedError: The export cannot be imported. Nothing was written.
    """
    site_settings(values)
    into = content_folder(root, NEWSLETTER, folder)
    archive = CampaignArchive(export, root)
    campaigns, unread = read_campaigns(decode_text(archive.read_list()), archive.texts, today)
    find_picture = PictureFolder(pictures).find if pictures else lambda _name: None
    names = name_editions(campaigns, dict(_present(root, into)))
    titles = title_editions(campaigns, map(subject_line, campaigns))
    drafts: dict[str, tuple[str, Draft]] = {}
    refused: dict[str, ImportedDocument] = {}
    unchanged = 0
    for campaign, name, title in zip(campaigns, names, titles, strict=True):
        place = EditionPlace(into, name.name, title, find_picture)
        try:
            draft = _with_question(make_edition(campaign, _read_text(archive, campaign), place), into, name)
            if name.exists and (root / draft.path).read_bytes() == draft.text.encode():
                unchanged += 1
                continue
            _require_new(name, draft)
            write_new_files(root, draft.files)
            written = replace(draft, pictures=dict.fromkeys(draft.pictures, b""))  # those of all would fill the memory
            drafts[name.name] = (campaign.name, written)
        except ImportRefusedError as error:
            refused[name.name] = ImportedDocument(campaign.name, refused=str(error))
    problems = check_content(root, values, today=today, value_cache=value_cache).problems if drafts else ()
    done = {name: report_draft(*draft, problems) for name, draft in drafts.items()}
    documents = {**done, **refused}
    return MailchimpImport(tuple(documents[each.name] for each in names if each.name in documents), unchanged, unread)


def _read_text(archive: CampaignArchive, campaign: Campaign) -> str:
    if not campaign.text:
        raise ImportRefusedError(campaign.missing)
    return decode_html(archive.read_text(campaign.text))


def _with_question(draft: Draft, folder: str, name: EditionName) -> Draft:
    """The draft, with a note if another edition has the name that it would have."""
    if not name.other:
        return draft
    note = Note(NoteKind.TO_DO, f"{folder}/{name.other}.md exists already: is it the same text?")
    return replace(draft, notes=(*draft.notes, note))


def _require_new(name: EditionName, draft: Draft) -> None:
    if name.exists:
        what = f"{draft.path} is its edition, and differs from what this import would write, so it is kept as it is"
        raise ImportRefusedError(f"{what}. To import the campaign again, delete that file first.")


def _present(root: Path, folder: str) -> Iterator[tuple[str, date | None]]:
    """The editions in a folder by the names of their files, with the day on which they were sent."""
    for file in sorted((root / folder).glob("*.md")):
        name, _, lang = file.stem.partition(".")
        text = read_text(root, f"{folder}/{file.name}")
        values = parse_front_matter(text, file.name).values if isinstance(text, str) else {}
        try:
            day = None if lang else date.fromisoformat(str(values.get("sent", ""))[:10])
        except ValueError:
            day = None
        yield name, day
