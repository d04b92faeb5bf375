"""Reads an HTML tree as blocks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from newsroom.importing.html import left_out
from newsroom.importing.html.characters import clean_characters
from newsroom.importing.html.elements import BLOCKS, classes, find_all, names_of, tag_of, text_of
from newsroom.importing.html.footnotes import Footnotes
from newsroom.importing.html.lists import box_state, first_number, has_gaps, make_lists, word_bullet
from newsroom.importing.html.media import EMBED_TAGS, embed_link, link_style, read_picture
from newsroom.importing.html.model import (
    PLAIN_STYLE,
    Block,
    Break,
    Code,
    Details,
    Flow,
    Footnote,
    FootnoteReference,
    HeadingBlock,
    Inline,
    List,
    ListItem,
    Paragraph,
    Quote,
    Separator,
    Style,
    Table,
    Terms,
    Text,
    TextPicture,
    inline_text,
    is_plain_text,
    is_strong,
    joined,
    unmarked,
    without_headings,
)
from newsroom.importing.html.preformatted import code_text, with_line_breaks
from newsroom.importing.html.runs import is_blank, split_paragraphs, tidy
from newsroom.importing.html.styles import styled
from newsroom.importing.html.tables import is_layout, read_grid
from newsroom.importing.source import NoteLog
from newsroom.markup.tree import HEADINGS

_QUOTES: Mapping[int, tuple[str, str]] = {0: ("“", "”"), 1: ("‘", "’")}


class Reader:
    """Reads the elements of one text.

    Args:
        footnotes: The footnotes in it.
        log: Gets notes on what is left out.
    """

    def __init__(self, footnotes: Footnotes, log: NoteLog) -> None:
        self._footnotes = footnotes
        self._log = log
        self._names: frozenset[str] = frozenset()
        self._quotes = 0
        self._readers: Mapping[str, Callable[[Element, Style, Flow], None]] = {
            **dict.fromkeys(HEADINGS, self._read_heading),
            **dict.fromkeys(("ul", "ol", "menu", "dir"), self._read_list),
            **dict.fromkeys(EMBED_TAGS, self._read_embed),
            "blockquote": self._read_quote,
            "br": self._read_break,
            "details": self._read_details,
            "dl": self._read_terms,
            "figure": self._read_figure,
            "hr": self._read_rule,
            "img": self._read_picture,
            "pre": self._read_code,
            "q": self._read_quoted_words,
            "table": self._read_table,
        }

    def read(self, element: Element, style: Style = PLAIN_STYLE, leave_out: Element | None = None) -> list[Block]:
        """The blocks in an element, without those of one element in it."""
        flow = Flow()
        self._read_content(element, style, flow, leave_out)
        return _blocks_of(flow)

    def read_footnotes(self) -> list[Block]:
        """The footnotes, in the order of their numbers."""
        return [Footnote(label, tuple(self.read(note))) for note, label in self._footnotes.notes.items()]

    def _read_content(self, element: Element, style: Style, flow: Flow, leave_out: Element | None = None) -> None:
        self._add_text(element.text, style, flow)
        for child in element:
            if child is not leave_out and child not in self._footnotes.notes:
                self._read_element(child, style, flow)
            self._add_text(child.tail, style, flow)

    def _add_text(self, text: str | None, style: Style, flow: Flow) -> None:
        if text and (words := clean_characters(text)):
            flow.content.append(Text(words, style))
            if words.strip():
                self._names = frozenset()

    def _read_element(self, element: Element, style: Style, flow: Flow) -> None:
        tag = tag_of(element)
        if not tag or element in self._footnotes.back_links or left_out.is_left_out(element, self._log):
            return
        if element in self._footnotes.references:
            flow.content.append(FootnoteReference(self._footnotes.references[element]))
            return
        self._names |= {name for key in ("id", "name") if (name := element.get(key))}
        if "wp-caption" in classes(element):
            self._read_figure(element, style, flow)
        elif tag in self._readers:
            self._readers[tag](element, style, flow)
        elif tag in BLOCKS:
            flow.end_paragraph()
            self._read_content(element, styled(style, tag, element.attrib), flow)
            flow.end_paragraph(word_bullet(element, text_of(element)))
        else:
            if "wp-block-file__button" in classes(element):
                flow.content.append(Text(" ", style))  # a style sheet has the gap
            style = link_style(element, style, self._log) if tag == "a" else style
            self._read_content(element, styled(style, tag, element.attrib), flow)

    def _content(self, element: Element, style: Style = PLAIN_STYLE) -> tuple[Inline, ...]:
        """The inline content of an element that cannot have blocks in Markdown."""
        return joined(self.read(element, style))

    def _read_heading(self, element: Element, style: Style, flow: Flow) -> None:
        names = self._names | names_of(element)
        content = self._content(element, replace(style, marks=frozenset()))
        words = tuple(part for part in content if not isinstance(part, TextPicture))
        if is_blank(words):
            flow.end_paragraph()
            flow.content += content
            flow.end_paragraph()
            return
        first = next(place for place, part in enumerate(content) if not is_blank((part,)) and part in words)
        flow.end_paragraph()
        flow.blocks += [Paragraph((part,)) for part in content[:first] if isinstance(part, TextPicture)]
        flow.blocks.append(HeadingBlock(int(tag_of(element)[1]), unmarked(words), names))
        flow.blocks += [Paragraph((part,)) for part in content[first:] if isinstance(part, TextPicture)]

    def _read_list(self, element: Element, style: Style, flow: Flow) -> None:
        is_numbered = tag_of(element) == "ol"
        items: list[ListItem] = []
        for child in element:
            tag = tag_of(child)
            if tag in ("ul", "ol") and items:  # invalid, but what Google Docs and old editors write
                items[-1] = replace(items[-1], blocks=(*items[-1].blocks, *self._read_one(child, style)))
            elif tag and not left_out.is_left_out(child, self._log) and child not in self._footnotes.notes:
                blocks = [block for block in self._read_one(child, style) if not isinstance(block, Separator)]
                if blocks:
                    items.append(ListItem(tuple(without_headings(blocks)), box_state(child)))
        if not items:
            return
        start = first_number(element)
        if is_numbered and has_gaps(element, start):
            self._log.guessed("The numbers of a list were not one after the other; now they are.", text_of(element))
        if is_numbered and (element.get("type") or "1") not in "1":
            self._log.guessed("The letters or Roman numbers of a list are now numbers.", text_of(element))
        flow.add(List(tuple(items), max(start, 0) if is_numbered else None))

    def _read_one(self, element: Element, style: Style) -> list[Block]:
        """The blocks of an element itself."""
        flow = Flow()
        self._read_element(element, style, flow)
        return _blocks_of(flow)

    def _read_quote(self, element: Element, style: Style, flow: Flow) -> None:
        flow.end_paragraph()
        blocks = self.read(element, styled(style, "blockquote", element.attrib))
        if blocks:
            flow.add(Quote(tuple(without_headings(blocks))))

    def _read_break(self, _element: Element, style: Style, flow: Flow) -> None:
        flow.content.append(Break(style))

    def _read_rule(self, _element: Element, _style: Style, flow: Flow) -> None:
        flow.add(Separator())

    def _read_details(self, element: Element, style: Style, flow: Flow) -> None:
        summary = next((child for child in element if tag_of(child) == "summary"), None)
        blocks = self.read(element, style, leave_out=summary)
        words = () if summary is None else self._content(summary, style)
        left_out.note_plain_summary(words, self._log)
        flow.add(Details(Paragraph(words or (Text("Details"),)), tuple(blocks)))

    def _read_terms(self, element: Element, style: Style, flow: Flow) -> None:
        groups: list[tuple[list[Paragraph], list[tuple[Block, ...]]]] = []
        for part in find_all(element, "dt", "dd"):
            if tag_of(part) == "dt":
                if not groups or groups[-1][1]:
                    groups.append(([], []))
                groups[-1][0].append(Paragraph(self._content(part, style)))
            elif groups:
                groups[-1][1].append(tuple(self.read(part, style)))
            else:
                flow.end_paragraph()
                self._read_content(part, style, flow)
        flow.end_paragraph()
        for written, explained in groups:
            terms, definitions = [term for term in written if term.content], list(filter(None, explained))
            left_out.note_joined_terms(terms, self._log)
            if terms and definitions:
                flow.add(Terms(((tuple(terms), tuple(definitions)),)))
            else:
                flow.blocks += [*terms, *(block for blocks in definitions for block in blocks)]

    def _read_figure(self, element: Element, style: Style, flow: Flow) -> None:
        captions = [part for part in find_all(element, "figcaption") if part in list(element)]
        captions += [part for part in element if "wp-caption-text" in classes(part)]
        caption = captions[0] if captions else None
        blocks = self.read(element, style, leave_out=caption)
        words = tidy(self._content(caption, style)) if caption is not None else ()
        flow.end_paragraph()
        match blocks:
            case [Paragraph(content=(TextPicture() as picture,))] if words:  # its title is not a second caption
                caption_text = inline_text(words) if is_plain_text(words) else ""
                flow.add(Paragraph((replace(picture, caption=caption_text),)))
                if not caption_text:
                    flow.add(Paragraph(words))
            case _:
                flow.blocks += blocks
                if words:
                    flow.add(Paragraph(words))

    def _read_picture(self, element: Element, style: Style, flow: Flow) -> None:
        picture = read_picture(element, style, self._log)
        if picture is not None:
            flow.content.append(picture)
            self._names = frozenset()

    def _read_embed(self, element: Element, style: Style, flow: Flow) -> None:
        link = embed_link(element, style, self._log)
        if link is not None:
            flow.add(Paragraph((link,)))

    def _read_quoted_words(self, element: Element, style: Style, flow: Flow) -> None:
        opening, closing = _QUOTES[self._quotes % 2]
        self._quotes += 1
        flow.content.append(Text(opening, style))
        self._read_content(element, style, flow)
        flow.content.append(Text(closing, style))
        self._quotes -= 1

    def _read_code(self, element: Element, style: Style, flow: Flow) -> None:
        text = code_text(element)
        if "wp-block-verse" in classes(element):
            left_out.note_indents(text, self._log)
            flow.end_paragraph()
            self._read_content(with_line_breaks(element), style, flow)
            flow.end_paragraph()
        elif text.strip():
            left_out.note_plain_code(element, text, self._log)
            names = {name for part in element.iter() for name in classes(part) if name.startswith("language-")}
            flow.add(Code(text.strip("\n").rstrip(), min(names, default="").removeprefix("language-")))

    def _read_table(self, element: Element, style: Style, flow: Flow) -> None:
        flow.end_paragraph()
        if is_layout(element):
            self._read_layout(element, style, flow)
            return
        grid = read_grid(element)
        if grid.is_repeated:
            self._log.guessed("Cells of a table were joined; now each has its own text.", text_of(element))
        for caption in (child for child in element if tag_of(child) == "caption"):
            flow.blocks += self.read(caption, style)
        rows = [[() if cell is None else self._cell(cell, style) for cell in row] for row in grid.rows]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        if not grid.has_header and not all(is_strong(cell) for cell in rows[0] if cell):
            self._log.to_do("A table has no headings: write one above each column.", text_of(element))
            rows.insert(0, [()] * len(rows[0]))
        rows[0] = [tuple(Paragraph(unmarked(joined(cell))) for _ in cell[:1]) for cell in rows[0]]
        flow.add(Table(tuple(map(tuple, rows)), grid.alignments))

    def _cell(self, cell: Element, style: Style) -> tuple[Block, ...]:
        blocks = without_headings(self.read(cell, styled(style, "td", cell.attrib)))
        left_out.note_lists(blocks, self._log)
        return tuple(blocks)

    def _read_layout(self, element: Element, style: Style, flow: Flow) -> None:
        """Read the cells of a layout one after another."""
        for part in element:
            if tag_of(part) in ("td", "th", "caption"):
                flow.end_paragraph()
                self._read_content(part, styled(style, "td", part.attrib), flow)
                flow.end_paragraph()
            elif tag_of(part) and not left_out.is_left_out(part, self._log):
                self._read_layout(part, style, flow)


def _blocks_of(flow: Flow) -> list[Block]:
    flow.end_paragraph()
    return list(make_lists(part for block in flow.blocks for part in split_paragraphs(block)))
