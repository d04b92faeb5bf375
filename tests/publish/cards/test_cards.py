"""Which pages have a card, what it shows, and that it is drawn once."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL.Image import Image as Pixels

from newsroom.content.library import Library
from newsroom.publish.build_context import build_context
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.cards import Cards, card_path, find_card
from newsroom.publish.cards.background import CardPicture, Colour
from newsroom.publish.cards.draw import CardText, Painter
from newsroom.publish.pages.web import SitePages
from newsroom.publish.pictures import Pictures
from newsroom.read import load_content
from newsroom.site_settings import site_settings
from tests.support import HOME, SETTINGS, TODAY, problems_in, small_newsroom, write_files
from tests.support.images import picture
from tests.support.items import CONSENT, area, event, page, publication, stories, story
from tests.support.rendering import published
from tests.support.theme import THEME

TREE_COLOUR = (9, 95, 98)
LANGUAGES = ("en", "cy")
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path fill="red" d="M0 0h8v4H0z"/></svg>'
Files = Mapping[str, str | bytes]


class Seen:
    """Takes a painter's place and notes what it is asked to paint."""

    def __init__(self) -> None:
        self.words: list[CardText] = []
        self.pictures: list[Pixels | None] = []

    def paint(self, words: CardText, picture: CardPicture | None) -> bytes:
        self.words.append(words)
        self.pictures.append(picture.cut_to((470, 630)) if picture else None)
        return f"{words} {picture!r}".encode()


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    found = Seen()
    monkeypatch.setattr(Painter, "paint", lambda _, words, picture: found.paint(words, picture))
    return found


def opened(root: Path, files: Files, *, preview: bool = False) -> tuple[SitePages, Library, Cards]:
    """A site of the files, its library and its cards, with a cache in the site's folder; its pictures are made."""
    write_files(root, files)
    content = load_content(root, LANGUAGES)
    library = Library(content.documents, today=TODAY, preview=preview)
    context = build_context(root, site_settings(SETTINGS), content, library, BuildOptions(today=TODAY))
    if not (root / "overrides").exists():
        (root / "overrides").symlink_to(THEME)
    pictures = Pictures(context)
    list(pictures.files())
    return context.site, library, Cards(context, pictures.made)


def words_of(root: Path, files: Files, seen: Seen) -> dict[str, CardText]:
    """The texts on each card, by its path."""
    _, _, cards = opened(root, files)
    paths = [path for path, _ in cards.files()]
    return dict(zip(paths, seen.words, strict=True))


@pytest.mark.parametrize(("url", "path"), [("stories/x/", "stories/x/card.png"), ("", "card.png")])
def test_card_is_next_to_its_page(url: str, path: str) -> None:
    assert card_path(url) == path


def test_each_page_has_a_card(tmp_path: Path) -> None:
    written = published(tmp_path, {"docs/index.md": HOME, "stories/x.md": story()})
    cards = {path for path in written if path.endswith("card.png")}
    lists = {f"{name}/card.png" for name in ("stories", "news", "search")}
    assert cards == {"card.png", "stories/x/card.png"} | lists
    assert all(written[path].startswith(b"\x89PNG") for path in cards)


def test_each_page_names_a_card_that_is_written(tmp_path: Path) -> None:
    files = small_newsroom() | stories(45, areas=["elmham"]) | {"docs/index.cy.md": page()}
    site, library, cards = opened(tmp_path, files)
    assert {find_card(page, library) for page in site.pages} == set(cards.paths)
    assert len(cards.paths) == len(set(cards.paths)) < len(site.pages)


@pytest.mark.parametrize("first", ["stories/", "areas/elmham/"])
def test_pages_of_a_list_share_one_card(tmp_path: Path, first: str) -> None:
    site, library, _ = opened(tmp_path, small_newsroom() | stories(65, areas=["elmham"]))
    of_list = [page for page in site.pages if page.url in {first, f"{first}page/2/", f"{first}page/3/"}]
    assert [find_card(page, library) for page in of_list] == [f"{first}card.png"] * 3


def test_preview_has_no_cards(tmp_path: Path) -> None:
    site, library, cards = opened(tmp_path, small_newsroom(), preview=True)
    assert cards.paths == () == tuple(cards.files())
    assert {find_card(page, library) for page in site.pages} == {None}


@pytest.mark.parametrize("lang", ["", ".cy"])
def test_story_that_may_not_be_shared_has_no_card_in_any_language(tmp_path: Path, lang: str) -> None:
    asked = CONSENT | {"scope": ["web", "feed", "email"]}
    files = {"stories/x.md": story(consent=CONSENT), "stories/x.cy.md": story(consent=CONSENT)}
    files |= {f"stories/x{lang}.md": story(consent=asked)}
    site, library, cards = opened(tmp_path, files)
    assert [path for path in cards.paths if "stories/x/" in path] == []
    assert [find_card(page, library) for page in site.pages if page.document] == [None, None]


@pytest.mark.parametrize("fields", [{"draft": True}, {"date": "2030"}])
def test_unpublished_page_has_no_card(tmp_path: Path, fields: dict[str, object]) -> None:
    assert "stories/x/card.png" not in opened(tmp_path, {"stories/x.md": story(**fields)})[2].paths


@pytest.mark.parametrize(
    ("path", "text", "kind", "kicker"),
    [
        ("stories/x.md", story(kind="poem"), "door", "Poem"),
        ("stories/x.md", story(kind="poem", areas=["elmham"]), "door", "Poem · Elmham"),
        ("stories/x.md", story(kind="poem", title="Poem for a bench"), "door", ""),
        ("stories/x.md", story(areas=["elmham", "oakton"]), "door", "News · Elmham and Oakton"),
        ("stories/x.md", story(areas=["elmham", "oakton", "ashby"]), "door", "News"),
        ("stories/x.cy.md", story(kind="poem", areas=["elmham"]), "door", "Cerdd · Llwyfen"),
        ("publications/x.md", publication(areas=["elmham"]), "books", "Report · Elmham"),
        ("docs/events/x.md", event(status="cancelled", areas=["elmham"]), "village", "Event · Cancelled · Elmham"),
        ("docs/x.md", page(), "page", ""),
    ],
)
def test_card_names_kind_state_and_area(
    tmp_path: Path, seen: Seen, path: str, text: str, kind: str, kicker: str
) -> None:
    names = {"elmham": "Elmham", "elmham.cy": "Llwyfen", "oakton": "Oakton", "ashby": "Ashby"}
    files = {f"docs/areas/{slug}.md": area(name=name) for slug, name in names.items()}
    found = words_of(tmp_path, small_newsroom() | files | {path: text}, seen)
    shown = next(words for card, words in found.items() if card.endswith("/x/card.png") or card == "x/card.png")
    assert (shown.drawing, shown.kicker, shown.site_name) == (kind, kicker, "The Elm Street Network")


@pytest.mark.parametrize(
    ("card", "title", "kind", "kicker", "name"),
    [
        ("card.png", "The Elm Street Network", "village", "", "The Elm Street Network"),
        ("areas/card.png", "Areas", "village", "", "The Elm Street Network"),
        ("areas/elmham/card.png", "Elmham", "village", "Area · England", "The Elm Street Network"),
        ("principles/contribution/card.png", "Contribution", "fork", "Principle 1", "The Elm Street Network"),
        (
            "newsletters/2024-03/card.png",
            "Newsletter, March 2024",
            "window",
            "Elmham",
            "The Elm Street Network",
        ),
    ],
)
def test_pages_of_other_kinds_have_own_texts(
    tmp_path: Path, seen: Seen, card: str, title: str, kind: str, kicker: str, name: str
) -> None:
    shown = words_of(tmp_path, small_newsroom(), seen)[card]
    assert shown == CardText(title, kind, kicker, name, "elm.example")


@pytest.mark.parametrize("name", ["newsletters", "publications", "stories"])
def test_list_has_the_drawing_of_what_it_lists(tmp_path: Path, seen: Seen, name: str) -> None:
    found = words_of(tmp_path, small_newsroom(), seen)
    kinds = {words.drawing for card, words in found.items() if card.startswith(f"{name}/") and words.kicker}
    assert {found[f"{name}/card.png"].drawing} == kinds


def test_card_is_drawn_once_and_again_when_its_words_change(tmp_path: Path, seen: Seen) -> None:
    first = dict(opened(tmp_path, small_newsroom())[2].files())
    seen.words.clear()
    assert dict(opened(tmp_path, small_newsroom())[2].files()) == first
    assert seen.words == []
    changed = small_newsroom() | {"docs/about.md": page(title="Who we are")}
    assert dict(opened(tmp_path, changed)[2].files()).keys() == first.keys()
    assert [words.title for words in seen.words] == ["Who we are"]


@pytest.mark.parametrize(
    ("path", "text", "colour"),
    [
        ("stories/x.md", story(image={"src": "tree.jpg", "alt": "A tree"}), TREE_COLOUR),
        ("stories/x.md", story(image={"src": "elm.svg", "alt": "An elm"}), (255, 0, 0)),
        ("stories/x.md", story(image={"src": "large.svg", "alt": "An elm"}), (255, 0, 0)),
        ("stories/x.md", story("![A tree](tree.jpg)"), None),
        ("publications/x.md", publication(cover={"src": "../stories/tree.jpg", "alt": "It"}), TREE_COLOUR),
        ("docs/x.md", page(image={"src": "../stories/elm.svg", "alt": "An elm"}), (255, 0, 0)),
        ("docs/x.md", page(), None),
    ],
)
def test_card_shows_the_lead_picture_of_its_page(
    tmp_path: Path, seen: Seen, path: str, text: str, colour: Colour | None
) -> None:
    large = DRAWING.replace(b"<svg", b'<svg width="1600" height="800"')
    pictures: Files = {"stories/tree.jpg": picture(form="JPEG"), "stories/elm.svg": DRAWING, "stories/large.svg": large}
    found = words_of(tmp_path, {**small_newsroom(), **pictures, path: text}, seen)
    shown = dict(zip(found, seen.pictures, strict=True))
    card = next(card for card in found if card.endswith("x/card.png"))
    image = shown.pop(card)
    assert (image and (image.size, image.resize((1, 1)).getpixel((0, 0)))) == (colour and ((470, 630), colour))
    assert not any(shown.values())


def test_card_is_drawn_again_when_its_picture_changes(tmp_path: Path, seen: Seen) -> None:
    files: Files = {**small_newsroom(), "stories/x.md": story(image={"src": "x.svg", "alt": "An elm"})}
    for drawing, drawn in ((DRAWING, 1), (DRAWING, 0), (DRAWING.replace(b"red", b"blue"), 1)):
        seen.pictures.clear()
        list(opened(tmp_path, {**files, "stories/x.svg": drawing})[2].files())
        assert len([image for image in seen.pictures if image]) == drawn


def test_file_at_card_address_is_reported(tmp_path: Path) -> None:
    files = {"stories/x.md": story("![Elm](x/card.png)"), "stories/x/card.png": "no picture"}
    assert any("stories/x/card.png" in str(problem) for problem in problems_in(tmp_path, files))
