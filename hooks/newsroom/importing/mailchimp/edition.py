"""Makes the draft of an edition from a campaign: its front matter, its sections and its pictures."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import unquote

from lxml.html import HtmlElement
from markdown_it import MarkdownIt

from newsroom.check.front_matter.fields import TO_CONFIRM
from newsroom.content.folders import path_beside
from newsroom.content.lengths import PREHEADER, SUBJECT, SUMMARY, Length
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.content.web_address import split_address
from newsroom.ellipsis import cut_at_word
from newsroom.importing.draft import LONGEST_TITLE, Draft, convert_body, with_section
from newsroom.importing.front_matter import FrontMatterDraft, written_front_matter
from newsroom.importing.guess import guess_summary
from newsroom.importing.mailchimp.campaigns import Campaign
from newsroom.importing.mailchimp.headings import set_headings
from newsroom.importing.mailchimp.links import clean_links, mark_buttons
from newsroom.importing.mailchimp.merge_tags import replace_merge_tags, without_merge_tags
from newsroom.importing.mailchimp.template import find_text, take_preview
from newsroom.importing.pictures import PictureSet
from newsroom.importing.plain_text import paragraphs_html
from newsroom.importing.source import ImportRefusedError, NoteLog
from newsroom.importing.tree import (
    drop_picture,
    element_text,
    find_by_xpath,
    inner_html,
    parse_body,
    parse_html_file,
    remove_hidden_elements,
    write_emoji,
)
from newsroom.mail_tools.first_name import with_fallbacks
from newsroom.problems import shorten

FindPicture = Callable[[str], bytes | None]
"""Returns the bytes of a picture by its file's name; None if there is none."""
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|x0*(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f]));?",
    re.IGNORECASE,
)
"""Characters that cannot be in XML, like "&#1;", not "&#10;"."""
_PLAIN_HEADING = re.compile(r"^\*\* (?P<words>.+)\n-{10,}$", re.MULTILINE)
"""Matches the heading of a plain text: "** Events", with a line of hyphens below it."""
_MARKED, _AS_HEADING = re.compile("<p>\x01(.*?)</p>"), r"<h2>\1</h2>"
_PLAIN_RULE = re.compile(r"^[=-]{10,}$", re.MULTILINE)
_SALUTATION = re.compile(r"(?:dear|hi|hello|annwyl|helo|shwmae)\b[^.!?,]{0,40}[,!]\s+(?=\S)", re.IGNORECASE)
"""Matches the beginning of "Dear friend, spring is here", not "Dear me"."""
_BUTTON = "{ .button }"
_CONTEXT = 50


@dataclass(frozen=True)
class EditionPlace:
    """Where an edition is to be.

    Attributes:
        folder: The folder in the repository, like "newsletters".
        name: The name of its file, without the ending.
        find_picture: Finds the campaign's pictures.
    """

    folder: str
    name: str
    title: str
    find_picture: FindPicture


@dataclass
class _Fields:
    """The front matter of an edition as it is made."""

    log: NoteLog
    values: dict[str, object] = field(default_factory=dict)

    def add_line(self, name: str, text: str, length: Length) -> None:
        """Add a line from the campaign; if it is too long, its beginning, which a person must confirm."""
        if len(text) <= length.most:
            self.values[name] = text
            return
        self.add_guess(name, cut_at_word(text, length.most - len(TO_CONFIRM) - 1))
        what = f"`{name}` was cut to {length.most} characters. In Mailchimp it is “{text}”"
        self.log.guessed(what, f"{name}: ")

    def add_guess(self, name: str, text: str) -> None:
        """Add a line that a person must confirm."""
        if text:
            self.values[name] = f"{TO_CONFIRM} {text}"


def subject_line(campaign: Campaign) -> str:
    """The subject of a campaign, or its name, without merge tags."""
    return without_merge_tags(campaign.subject) or campaign.title


def make_edition(campaign: Campaign, text: str, place: EditionPlace) -> Draft:
    """Make the draft of an edition.

    Args:
        text: Its text, as HTML, or as plain text if the member that has it ends in .txt.
        place: Where the draft is to be.

    Raises:
        ImportRefusedError: It has no text, or is too long.
    """
    is_plain = campaign.text.lower().endswith(".txt")
    root = parse_html_file(_CONTROLS.sub("", _plain_html(text) if is_plain else text))
    bodies = find_by_xpath(root, "//body") if root is not None else []
    if not bodies:
        raise ImportRefusedError("It has no text in the export.")
    mark_buttons(bodies[0])
    preview = without_merge_tags(take_preview(bodies[0]))
    log = NoteLog()
    remove_hidden_elements(bodies[0], log)
    found = find_text(bodies[0], log)
    clean_links(found, log)
    content = parse_body(replace_merge_tags(inner_html(found), escape(campaign.subject), log))
    set_headings(content, place.title, log)
    _drop_missing(content, place, log)
    pictures = PictureSet(f"{place.name}-picture", frozenset(), log)
    pictures.place(content, _found_pictures(content, place.find_picture))
    converted = convert_body(inner_html(content), element_text(content))
    words = with_section(converted.markdown.strip(), NEWSLETTER, log)
    if not words:
        raise ImportRefusedError("It has no text except that of Mailchimp's template.")
    values = _fields(campaign, place, campaign.preview or preview, converted.markdown, log)
    log.extend(converted.notes)
    front = FrontMatterDraft(NEWSLETTER, values, None, campaign.sender or None)
    path = f"{place.folder}/{place.name}.md"
    used = {path_beside(path, name): data for name, data in pictures.files.items() if name in converted.pictures}
    return Draft(path, f"---\n{written_front_matter(front)}---\n\n{words}\n", used, log.notes)


def _fields(campaign: Campaign, place: EditionPlace, preview: str, markdown: str, log: NoteLog) -> Mapping[str, object]:
    """The values of the front matter."""
    fields = _Fields(log)
    day = campaign.sent.date()
    subject = subject_line(campaign)
    rendered = parse_body(MarkdownIt().render(with_fallbacks(markdown.replace(_BUTTON, ""))))
    fields.values |= {"title": shorten(place.title, LONGEST_TITLE), "sent": day}
    if not place.name.startswith(f"{day:%Y-%m-%d}"):
        fields.values["date"] = day
    if subject:
        fields.add_line("subject", subject, SUBJECT)
    if "*|" in campaign.subject:
        what = f"The subject is without merge tags, which work only in a text. In Mailchimp it is “{campaign.subject}”"
        log.guessed(what, "subject: ")
    if preview:
        fields.add_line("preheader", preview, PREHEADER)
    else:
        fields.add_guess("preheader", _first_words(rendered, PREHEADER))
    fields.add_guess("summary", _first_words(rendered, SUMMARY))
    if campaign.is_guess:
        what = f"Several campaigns are called “{campaign.title}”, and their texts were assigned in order"
        log.guessed(f"{what}: is this the one?")
    return fields.values


def _first_words(body: HtmlElement, length: Length) -> str:
    found = guess_summary(body, length.least, length.most - len(TO_CONFIRM) - 1)
    words = _SALUTATION.sub("", found, count=1) if _SALUTATION.match(found) else found
    return words[:1].upper() + words[1:]


def _file_name(source: str) -> str:
    """The name of a picture's file in its address: "tree.png" in "https://mcusercontent.com/1/images/tree.png"."""
    return posixpath.basename(unquote(split_address(source.strip()).path))


def _found_pictures(content: HtmlElement, find_picture: FindPicture) -> dict[str, bytes]:
    sources = (image.get("src", "") for image in find_by_xpath(content, ".//img"))
    return {source: data for source in sources if (data := find_picture(_file_name(source))) is not None}


def _drop_missing(content: HtmlElement, place: EditionPlace, log: NoteLog) -> None:
    """Remove the pictures whose files are not there, and report which, and below which words they were."""
    before = ""
    write_emoji(content)
    for element in [element for element in content.iter() if isinstance(element, HtmlElement)]:
        if element.tag != "img":
            before = _beginning(element.text) or before
        elif place.find_picture(name := _file_name(element.get("src", ""))) is None:
            alt = " ".join(element.get("alt", "").split())
            about = f"{name or 'A picture'}{f' (“{alt}”)' if alt else ''}"
            what = f"{about} is not in the folder of pictures, or not alone with its name: add it by hand."
            log.to_do(what, before)
            drop_picture(element)
        before = _beginning(element.tail) or before


def _beginning(text: str | None) -> str:
    """The first words of a text, to search for."""
    return cut_at_word(" ".join((text or "").split()), _CONTEXT)


def _plain_html(text: str) -> str:
    """A plain text as HTML, with the headings that Mailchimp writes into it."""
    marked = _PLAIN_HEADING.sub(lambda found: f"\n\n\x01{found['words'].strip()}\n\n", text)
    html = paragraphs_html(_PLAIN_RULE.sub("", marked))
    return f"<html><body>{_MARKED.sub(_AS_HEADING, html)}</body></html>"
