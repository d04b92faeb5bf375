"""Makes a draft of a document: its front matter, its text in Markdown, and its pictures."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from lxml.html import HtmlElement

from newsroom.check.front_matter.fields import TO_CONFIRM
from newsroom.check.placeholders import TEMPLATES
from newsroom.content.folders import path_beside
from newsroom.content.lengths import LENGTHS, SUMMARY, Length
from newsroom.content.types import AnyType
from newsroom.english import with_article
from newsroom.importing.clues import Clues, take_clues
from newsroom.importing.front_matter import FrontMatterDraft, written_front_matter
from newsroom.importing.guess import Topic, guess_kind, guess_summary, guess_topics
from newsroom.importing.html import html_to_markdown
from newsroom.importing.html.characters import clean_characters
from newsroom.importing.names import NameRequest, choose_name, slug_for
from newsroom.importing.pictures import PictureSet, with_names
from newsroom.importing.refusals import NESTED, require_short
from newsroom.importing.source import ConvertedText, ImportRefusedError, LeadPicture, Note, NoteLog, SourceDocument
from newsroom.importing.tree import element_text, inner_html, parse_body
from newsroom.problems import shorten
from newsroom.read.filenames import is_reserved

LONGEST_TITLE = 150


@dataclass(frozen=True)
class DraftPlace:
    """The type and the place of a new draft, and what is in that place already.

    Attributes:
        folder: The folder in the repository, like "stories".
        suffix: The language in its file's name, like ".cy"; empty for the site's own.
        name: The name of its file without language and ending, if it is given.
        taken: The names of the files that are in the folder.
        topics: The areas and principles of the site.
    """

    content_type: AnyType
    folder: str
    suffix: str
    name: str | None
    taken: frozenset[str]
    topics: tuple[Topic, ...]
    today: date


@dataclass(frozen=True)
class Draft:
    """The files of a draft, by their paths in the repository, and the notes for its report."""

    path: str
    text: str
    pictures: Mapping[str, bytes]
    notes: tuple[Note, ...]

    @property
    def files(self) -> Mapping[str, bytes]:
        """All files to write, the pictures first."""
        return {**self.pictures, self.path: self.text.encode()}


def make_draft(source: SourceDocument, stem: str, place: DraftPlace) -> Draft:
    """Make the draft of a document.

    Args:
        source: The document.
        stem: The name of its file without the ending, for a title where the document has none.
        place: Where the draft is to be.

    Raises:
        ImportRefusedError: It has no text, or is too long.
        DraftNameError: Its file cannot have the name.
    """
    body = parse_body(clean_characters(source.html))
    log = NoteLog()
    log.extend(source.notes)
    source = _with_clues(source, body, stem, log)
    day = source.day or place.today
    texts = (source.title or "", stem)
    slug = choose_name(NameRequest(place.content_type, place.name, texts, day, place.suffix, place.taken))
    path = f"{place.folder}/{slug}{place.suffix}.md"
    first = slug_for(*texts)
    if place.name is None and slug.removeprefix(first)[:1] == "-" and not is_reserved(first):
        log.to_do(f"{place.folder}/{first}{place.suffix}.md exists already: is it the same text?")
    if source.subtitle and "subtitle" not in place.content_type.fields:
        line = parse_body(f"<p><em>{escape(source.subtitle)}</em></p>")
        if source.markdown is not None:
            source = replace(source, markdown=f"{html_to_markdown(inner_html(line)).markdown}\n{source.markdown}")
        body.insert(0, line)
    pictures = PictureSet(slug, place.taken, log)
    pictures.place(body, source.pictures)
    lead = _place_lead(source, pictures)
    converted = _converted(source, body, pictures)
    log.extend(converted.notes)
    text = with_section(converted.markdown.strip(), place.content_type, log)
    if not text:
        raise ImportRefusedError("The file has no text. Is it the right one?")
    values = _guess_fields(source, body, day, place, log)
    shown = (*converted.pictures, *([lead["src"]] if lead else []))
    values = replace(values, values={**values.values, **_picture_fields(source, pictures, lead, shown)})
    whole = f"---\n{written_front_matter(values)}---\n\n{text}\n"
    require_short(text)
    used = {path_beside(path, name): data for name, data in pictures.files.items() if name in shown}
    return Draft(path, whole, used, log.notes)


def _converted(source: SourceDocument, body: HtmlElement, pictures: PictureSet) -> ConvertedText:
    """The text of a draft: as it is written if it is Markdown, else converted from HTML."""
    if source.markdown is None:
        return convert_body(inner_html(body), element_text(body))
    return ConvertedText(with_names(source.markdown, pictures.names), tuple(pictures.files))


def convert_body(html: str, words: str) -> ConvertedText:
    """The Markdown of a body whose words are given. Raises ImportRefusedError if it is too long or nested too deep."""
    require_short(words)  # before the work of converting it
    try:
        return html_to_markdown(html, first_heading=2)
    except RecursionError as error:
        raise ImportRefusedError(NESTED) from error


def with_section(text: str, content_type: AnyType, log: NoteLog) -> str:
    """A text with the heading of the first section of its type's template, if it needs one and has none."""
    if not text or not content_type.text_rules.is_sectioned or text.startswith("## ") or "\n## " in text:
        return text
    heading = next(line for line in TEMPLATES[content_type.name].text.split("\n") if line.startswith("## "))
    log.guessed("The text had no heading, and an edition needs one.", heading)
    return f"{heading}\n\n{text}"


def _place_lead(source: SourceDocument, pictures: PictureSet) -> dict[str, str] | None:
    """The value of ``image``, with the name of the file that is prepared for it."""
    key, alt, caption = source.lead or LeadPicture("", "")
    body = parse_body(f'<img src="{escape(key)}" alt="{escape(alt)}">' if key else "")
    pictures.place(body, source.pictures)
    captions = {"caption": caption} if caption else {}
    found = ({"src": image.get("src", ""), "alt": image.get("alt", ""), **captions} for image in body.iter("img"))
    return next(found, None)


def _picture_fields(
    source: SourceDocument, pictures: PictureSet, lead: dict[str, str] | None, shown: Collection[str]
) -> Mapping[str, object]:
    """The fields for the lead picture, and for the old addresses of all pictures."""
    known = source.fields.get("old_files", ())
    old_files = [
        *(known if isinstance(known, list) else ()),
        *(
            {"file": name, "address": address}
            for key, name in pictures.names.items()
            for address in source.old_addresses.get(key, ())
            if name in shown
        ),
    ]
    return {**({"image": lead} if lead else {}), **({"old_files": old_files} if old_files else {})}


def _with_clues(source: SourceDocument, body: HtmlElement, stem: str, log: NoteLog) -> SourceDocument:
    """The document with what its text says of itself, or its file's name."""
    clues = take_clues(body, Clues(source.title, source.subtitle, source.author, source.day), log)
    title = clues.title
    if not title:
        title = " ".join(stem.replace("_", " ").replace("-", " ").split()) or "Untitled"
        title = title[0].upper() + title[1:]
        log.guessed("The title is the name of the file.", f"title: {title}")
    if clues.day is None:
        log.guessed("The date is the day of the import, since the text has none.", "date: ")
    title = shorten(" ".join(clean_characters(title).split()), LONGEST_TITLE)
    return replace(source, title=title, subtitle=clues.subtitle, author=clues.author, day=clues.day)


def _guess_fields(
    source: SourceDocument, body: HtmlElement, day: date, place: DraftPlace, log: NoteLog
) -> FrontMatterDraft:
    """The values of the front matter. Those that are guessed and are not marked in the file are reported."""
    title, found = source.title or "", place.content_type
    topics = guess_topics(f"{title}. {element_text(body)}", place.topics)
    topics = {field: slugs for field, slugs in topics.items() if field not in source.fields}
    for field, slugs in topics.items():
        log.guessed(f"`{field}` has what the text names: {', '.join(slugs)}.", f"{field}: ")
    values: dict[str, object] = {
        "title": title,
        "subtitle": source.subtitle,
        "date": source.day
        or (None if found.file_name.fields(f"{day:%Y-%m}") else day),  # an edition's name has its day
        "summary": _to_confirm(body, SUMMARY),
        "subject": f"{TO_CONFIRM} {shorten(title, LENGTHS['subject'].most - len(TO_CONFIRM) - 1)}",
        "preheader": _to_confirm(body, LENGTHS["preheader"]),
        **topics,
        **source.fields,
    }
    kind = values.pop("kind", None)
    known = kind if isinstance(kind, str) else None
    kind = known or (guess_kind(body) if found.consent_kinds else None)
    if kind and kind not in ("story", known):
        log.guessed(f"It looks like {with_article(kind)}.", f"kind: {kind}")
    draft = FrontMatterDraft(found, {name: value for name, value in values.items() if value}, kind, source.author)
    if draft.needs_consent:
        what = "`scope` is the website only, and `identity` is a guess: write what the person agreed to."
        log.to_do(what, "  identity: ")
    return draft


def _to_confirm(body: HtmlElement, length: Length) -> str | None:
    summary = guess_summary(body, length.least, length.most - len(TO_CONFIRM) - 1)
    return f"{TO_CONFIRM} {summary}" if summary else None
