"""Makes the draft of one item of an export."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape

from newsroom.content.folders import path_beside
from newsroom.content.formats import PICTURES, file_ending
from newsroom.content.model.values import is_feed_id
from newsroom.content.types.page import PAGE
from newsroom.content.types.publication import PUBLICATION
from newsroom.importing.draft import Draft, DraftPlace, make_draft
from newsroom.importing.guess import Topic
from newsroom.importing.source import MISSING_ALT, LeadPicture, SourceDocument
from newsroom.importing.tree import element_text, inner_html, parse_body
from newsroom.importing.wordpress.addresses import attachment_addresses, file_addresses, page_addresses, valid_addresses
from newsroom.importing.wordpress.content import content_to_html
from newsroom.importing.wordpress.context import ContentContext, GalleryPicture
from newsroom.importing.wordpress.files import ArchiveFiles, PlacedFiles
from newsroom.importing.wordpress.index import ATTACHMENT, ExportIndex, path_in_uploads
from newsroom.importing.wordpress.model import Item
from newsroom.importing.wordpress.plan import PlannedFile
from newsroom.importing.wordpress.rules import Rules
from newsroom.problems import shorten

_SUMMARIES: Mapping[str, str] = {
    "_yoast_wpseo_metadesc": "Yoast's description for search engines",
    "rank_math_description": "Rank Math's description for search engines",
    "_aioseo_description": "All in One SEO's description for search engines",
}


@dataclass(frozen=True)
class Archive:
    """What all drafts of an export share.

    Attributes:
        rules: What its items become.
        files: Its pictures and files.
        default_language: The language without a suffix.
        topics: The areas and principles of the site.
        current: The addresses that pages have on the new site, like "/about/", with what is there.
    """

    index: ExportIndex
    rules: Rules
    files: ArchiveFiles
    default_language: str
    topics: tuple[Topic, ...]
    today: date
    current: Mapping[str, str] = field(default_factory=dict)


class DraftMaker:
    """Makes the drafts of an export, one after the other. Each old address and id goes to the first that has it.

    ``used`` are the ids of the attachments that a draft shows or links to.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._addresses: set[str] = set()
        self._ids: set[str] = set()
        self.used: set[int] = set()

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses that the drafts have, and the old ones that they name."""
        return frozenset((*self._addresses, *self._archive.current))

    def has_file(self, attachment: Item) -> bool:
        """Whether the file of an attachment is in the uploads."""
        return self._archive.files.picture_key(attachment) is not None

    def make(self, item: Item, planned: PlannedFile, taken: frozenset[str]) -> Draft:
        """Make the draft of an item. ``taken`` are the names of files in its folder that it may not have.

        Raises ImportRefusedError if it has no text, or too much.
        """
        archive = self._archive
        index = archive.index
        context = ContentContext(lambda ids: self._gallery(item, ids), index.patterns.get, item.first_meta("footnotes"))
        body = content_to_html(f"{item.content}{_recordings(item)}", context)
        placed = archive.files.place(body, planned.path, context)
        lead = self._lead(item, placed, context)
        self.used.update(each.number for each in (*placed.links.values(), *placed.pictures.values()))
        fields = self._fields(item, planned, placed.links, context)
        title = item_title(item)
        source = SourceDocument(
            html=inner_html(body),
            pictures=archive.files.pictures,
            title=title or None,
            author=self._author(item, context),
            day=item.day,
            lead=lead,
            old_addresses={
                key: self._claim(valid_addresses(file_addresses(attachment)))
                for key, attachment in placed.pictures.items()
            },
            fields=fields,
            notes=context.log.notes,
        )
        folder, _, name = planned.path.rpartition("/")
        suffix = "" if planned.lang == archive.default_language else f".{planned.lang}"
        slug = name.split(".")[0]
        place = DraftPlace(planned.content_type, folder, suffix, slug, taken, archive.topics, archive.today)
        draft = make_draft(source, item.slug or str(item.number), place)
        copies = {
            path_beside(planned.path, name): archive.files.file_data(attachment)
            for name, attachment in placed.links.items()
        }
        return replace(
            draft, pictures={**draft.pictures, **{path: data for path, data in copies.items() if data is not None}}
        )

    def _fields(
        self, item: Item, planned: PlannedFile, linked: Mapping[str, Item], context: ContentContext
    ) -> dict[str, object]:
        fields: dict[str, object] = {}
        _note_other_parts(item, context)
        if summary := _summary(item, context):
            fields["summary"] = summary
        rule = planned.rule
        fields |= {
            name: value
            for name, value in (("kind", rule.kind), ("areas", rule.areas), ("principles", rule.principles))
            if value
        }
        pdf = next((name for name in linked if name.endswith(".pdf")), None)
        if planned.content_type is PUBLICATION and pdf:
            fields["file"] = pdf
        if planned.content_type is not PAGE and is_feed_id(item.guid) and item.guid not in self._ids:
            self._ids.add(item.guid)
            fields["id"] = item.guid
        attachments = (each for each in linked.values() if not each.parent)
        pages = [
            *page_addresses(item, self._archive.index),
            *(address for each in attachments for address in attachment_addresses(each)),
        ]
        for address in list(pages):
            if owner := self._archive.current.get(address):
                pages.remove(address)
                if owner != planned.path:
                    context.log.to_do(f"The old address {address} is that of {owner} now: compare both.")
        if addresses := self._claim(valid_addresses(iter(pages))):
            fields["redirect_from"] = addresses
        files = [
            {"file": name, "address": address}
            for name, attachment in linked.items()
            for address in self._claim(valid_addresses(file_addresses(attachment)))
        ]
        if files:
            fields["old_files"] = files
        return fields

    def _author(self, item: Item, context: ContentContext) -> str | None:
        """The author, by Co-Authors Plus the first of them; the others are reported."""
        rules, names = self._archive.rules, self._archive.index.channel.authors
        terms = {term.slug.removeprefix("cap-"): term.name for term in item.terms if term.domain == "author"}
        found = {name: None for login in terms or (item.author,) if (name := rules.author(login, {**terms, **names}))}
        first, *others = found or [None]
        if others:
            context.log.to_do(f"It has several authors: write them in `authors`: {', '.join(found)}.")
        return first

    def _claim(self, addresses: tuple[str, ...]) -> tuple[str, ...]:
        free = tuple(address for address in addresses if address not in self._addresses)
        self._addresses.update(free)
        return free

    def _gallery(self, item: Item, numbers: tuple[int, ...]) -> list[GalleryPicture]:
        items = self._archive.index.items
        if numbers:
            found = [items[number] for number in numbers if number in items and items[number].type == ATTACHMENT]
        else:
            found = [each for each in self._archive.index.attachments_of(item.number) if self._is_picture(each)]
        return [
            GalleryPicture(
                each.number, each.attachment_address, each.first_meta("_wp_attachment_image_alt"), each.excerpt
            )
            for each in found
        ]

    def _is_picture(self, attachment: Item) -> bool:
        return attachment.attachment_address.lower().endswith((".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"))

    def _lead(self, item: Item, placed: PlacedFiles, context: ContentContext) -> LeadPicture | None:
        number = item.first_meta("_thumbnail_id")
        attachment = self._archive.index.items.get(int(number)) if number.isdecimal() else None
        if attachment is None or attachment.type != ATTACHMENT:
            return None
        key = self._archive.files.picture_key(attachment)
        if key is None:
            context.log.dropped("The lead picture is not in the uploads.", attachment.attachment_address)
            return None
        placed.pictures[key] = attachment
        alt = attachment.first_meta("_wp_attachment_image_alt")
        if not alt and file_ending(path_in_uploads(attachment)) in PICTURES:
            context.log.to_do(f"The lead picture has {MISSING_ALT}", "  alt: ")
        return LeadPicture(key, alt, _plain(attachment.excerpt))


def _recordings(item: Item) -> str:
    """Links to the recordings that readers of a podcast's feed got, and that the text does not name."""
    addresses = dict.fromkeys(value.split("\n")[0].strip() for value in item.meta.get("enclosure", ()))
    shown = (each for each in addresses if each.startswith("http") and each not in item.content)
    return "".join(f'\n\n<p><a href="{escape(each)}">Recording</a></p>' for each in shown)


def _note_other_parts(item: Item, context: ContentContext) -> None:
    """Report the parts of an item that are not in its text."""
    if item.first_meta("_elementor_edit_mode") == "builder":
        context.log.to_do("The page was made with Elementor, which keeps parts elsewhere: compare with it.")
    if names := ", ".join(item.other_fields):
        what = f"Fields beside the text were left out: {names}. Look at the old page, and write what readers need."
        context.log.dropped(what)


def item_title(item: Item) -> str:
    """The title of an item as plain text."""
    return _plain(item.title)


def _summary(item: Item, context: ContentContext) -> str:
    """The summary that a person wrote; empty if there is none."""
    candidates = [(item.excerpt, "the excerpt"), *((item.first_meta(name), said) for name, said in _SUMMARIES.items())]
    for html, origin in candidates:
        text = _plain(html)
        if text and "%%" not in text:
            context.log.guessed(f"The summary is {origin} in WordPress.", f"summary: {shorten(text, 40)}")
            return text
    return ""


def _plain(html: str) -> str:
    return element_text(parse_body(html.strip() or " "))
