"""Makes what pages and outputs show of each text, once for the same text and the same links, files and pictures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from lxml.html import HtmlElement
from pydantic import TypeAdapter

from newsroom.cache import digest
from newsroom.content.folders import site_path
from newsroom.content.library import Channel
from newsroom.content.outline import RenderedText
from newsroom.markup import Location, render_markdown, text_tree
from newsroom.publish.build_context import BuildContext
from newsroom.publish.output import Output
from newsroom.publish.pages.page import PublishedText, WebPage
from newsroom.publish.pictures.markup import PictureHtml, PictureSize
from newsroom.publish.takedown import left_out_if_broken
from newsroom.publish.text.body import finished_html, prepare_body
from newsroom.publish.text.edition_layout import arrange_sections
from newsroom.publish.text.key_figures import mark_key_figures
from newsroom.publish.text.language_marks import mark_links
from newsroom.publish.text.link_cards import LinkCards, insert_cards
from newsroom.publish.text.notes import NotedAnswer, Notes, are_current
from newsroom.publish.text.players import Players
from newsroom.publish.text.text_facts import NO_TEXT, TextFacts, describe_text

_FILE, _FILE_EXISTS, _PICTURE, _CARD, _LANGUAGE = "file", "file exists", "picture", "card", "language"


@dataclass(frozen=True)
class ProcessedText:
    """What is shown of a text.

    Attributes:
        html: Its HTML on its page.
        facts: The facts about it.
        shown: What each output shows of it, by the output's name.
        answers: What else it was made from.
    """

    html: str
    facts: TextFacts
    shown: Mapping[str, str]
    answers: tuple[NotedAnswer, ...]


_STORED = TypeAdapter(ProcessedText)


class PageTexts:
    """The texts of a build's pages.

    Args:
        outputs: What shows texts besides pages.
        picture_size: Returns the size of the picture with a path on the site.
        generated: Returns the paths of everything that the build generates, with their addresses.
    """

    def __init__(
        self,
        context: BuildContext,
        outputs: Sequence[Output],
        picture_size: Callable[[str], PictureSize | None],
        generated: Callable[[], Mapping[str, str]],
    ) -> None:
        self._context = context
        self._outputs = outputs
        self._cards = LinkCards(context)
        self._picture_size = picture_size
        self._generated = generated
        self._found_addresses: Mapping[str, str] | None = None
        self._site_paths = frozenset(context.assets.values())
        self._facts: dict[str, TextFacts] = {}

    def facts(self, path: str | None) -> TextFacts:
        """Return the facts about the text of the page with a path; those of an empty text for any other page."""
        return self._facts.get(path or "", NO_TEXT)

    def add(self, page: WebPage) -> str:
        """Give what outputs show of a page's text to them. Returns its HTML on the page."""
        if page.document is None and not page.text:
            return ""
        text = self._processed(page)
        self._facts[page.path] = text.facts
        for output in self._outputs:
            if output.name in text.shown:
                with left_out_if_broken(self._context, f"the output {output.name}"):
                    output.add_text(page, text.shown[output.name])
        return text.html

    def tree(self, text: PublishedText, rendered: RenderedText, channel: Channel, notes: Notes) -> HtmlElement:
        """Return the prepared tree of a text as a channel may show it."""
        root = text_tree(rendered, notes.noting(channel, partial(self._address_of, text, channel)))
        players = Players(
            notes.noting(_FILE, self._context.assets.get), notes.noting(_FILE_EXISTS, self._site_paths.__contains__)
        )
        t = self._context.translations[text.lang]
        prepare_body(root, text, players, self._context.settings.site_url, t)
        mark_links(root, text.url, t, notes.noting(_LANGUAGE, self._language_at))
        return root

    def _language_at(self, url: str) -> str | None:
        """Return the language of the page at an address; None if there is no page."""
        page = self._context.site.by_url.get(url)
        return page.lang if page and not page.is_notice else None

    def _processed(self, page: WebPage) -> ProcessedText:
        context, make = self._context, partial(self._make, page)
        if context.must_publish:  # parts may be left out
            return make()
        answer_to: dict[str, Callable[[str], object]] = {
            _FILE: context.assets.get,
            _FILE_EXISTS: self._site_paths.__contains__,
            _PICTURE: self._picture_size,
            _LANGUAGE: self._language_at,
            _CARD: partial(self._cards.card_at, page.lang),
            **{channel: partial(self._address_of, page, channel) for channel in Channel},
        }
        return context.value_cache.get(
            "text", page.path, self._key(page), make, _STORED, lambda text: are_current(text.answers, answer_to)
        )

    def _key(self, page: WebPage) -> bytes:
        """Return a digest of what decides the HTML, except the answers to questions."""
        document, settings = page.document, self._context.settings
        given = (page.path, page.url, page.lang, settings.site_url, str(self._context.library.preview))
        needs = (f"{output.name} {need}" for output in self._outputs if (need := output.text_need(page)) is not None)
        if document is None:
            return digest(*given, page.text)
        rendered = self._context.content.sources[page.path].rendered
        headings = (repr(heading) for heading in document.outline.headings)
        has_lead = str(document.front.lead_image is not None)
        return digest(*given, has_lead, *needs, "", rendered.marked, *rendered.targets, "", *headings)

    def _make(self, page: WebPage) -> ProcessedText:
        notes, t = Notes(), self._context.translations[page.lang]
        sources = self._context.content.sources
        rendered = sources[page.path].rendered if page.document else render_markdown(page.text, t)
        root = self.tree(page, rendered, Channel.WEB, notes)
        shown = dict(self._shown(page, rendered, root, notes))
        facts = describe_text(page, root)
        insert_cards(root, page.url, page.lang, notes.noting(_CARD, partial(self._cards.card_at, page.lang)))
        mark_key_figures(root)
        if page.document and page.document.type.text_rules.is_sectioned:
            arrange_sections(root, page.document.outline)
        html = finished_html(root, page, PictureHtml(notes.noting(_PICTURE, self._picture_size)), t)
        return ProcessedText(html, facts, shown, notes.answers)

    def _shown(
        self, page: WebPage, rendered: RenderedText, root: HtmlElement, notes: Notes
    ) -> Iterator[tuple[str, str]]:
        """Yield the name of each output that shows the text, and what it shows of it."""
        trees = {Channel.WEB: root}
        for output in self._outputs:
            if output.text_need(page) is not None:
                if output.channel not in trees:
                    trees[output.channel] = self._channel_tree(page, rendered, output.channel, root, notes)
                with left_out_if_broken(self._context, f"the output {output.name}"):
                    yield output.name, output.show_text(page, trees[output.channel])

    def _channel_tree(
        self, page: WebPage, rendered: RenderedText, channel: Channel, root: HtmlElement, notes: Notes
    ) -> HtmlElement:
        """Return the tree for a channel: that for the web, ``root``, if it shows the same links and pictures."""
        forms = [notes.noting(form, partial(self._address_of, page, form)) for form in (Channel.WEB, channel)]
        targets = {*rendered.targets, *(reference.target for reference in rendered.outline.references)}
        is_same = all(len({address_of(target) for address_of in forms}) == 1 for target in sorted(targets))
        return root if is_same else self.tree(page, rendered, channel, notes)

    def _address_of(self, text: PublishedText, channel: Channel, target: str) -> str | None:
        """Return the address of a link or picture in a text; None if the channel must not show it."""
        context = self._context
        library, left_out = context.library, context.content.left_out
        location = Location(
            text.path, text.url, self._addresses, lambda file: file in left_out or library.consent.hides(file, channel)
        )
        return location.address_of(target)

    @property
    def _addresses(self) -> Mapping[str, str]:
        """The paths of everything that a page may link to, with the addresses relative to the site's root.

        Content that is not shown yet is included: the check of an edition's email needs it, and a link to it is an
        error.
        """
        if self._found_addresses is None:
            content = self._context.content
            files = {path: site_path(path) for path in (*content.files.assets, *content.files.special)}
            found = {**self._generated(), **files, **content.urls}
            self._found_addresses = {path: quote(url) for path, url in found.items()}
        return self._found_addresses
