"""Where a story, its title and its picture reach, for every scope of consent: the built output is searched for each."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain, combinations
from pathlib import Path

import pytest

from newsroom.build import Build
from newsroom.open_build import load_build, open_build
from newsroom.problems import ContentError
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.cards.background import CardPicture
from newsroom.publish.cards.draw import CardText, Painter
from newsroom.site_settings import site_settings
from tests.publish.search.test_output import Noted
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.images import picture
from tests.support.items import CONSENT, newsletter, story
from tests.support.rendering import page_parts
from tests.support.theme import THEME

CHANNELS = ("web", "feed", "email", "social")
SCOPES = tuple(chain.from_iterable(combinations(CHANNELS, length) for length in range(1, len(CHANNELS) + 1)))
"""Every choice of channels to which a person can agree."""
TRACES = ("Quoll", "wombat", "numbat")
"""The beginnings of what is searched for, before the story's number: words of its title, its text and its picture."""
ALL = set(TRACES)
OPENS: Mapping[str, Mapping[str, set[str]]] = {
    "web": {"web": ALL, "search": ALL},
    "feed": {"feed": ALL},
    "email": {"email": {"numbat"}},
    "social": {"social": {"Quoll", "numbat"}},
}
"""What each part of the scope opens, and the traces there: an email has only what its edition shows, a card no text."""
_TRACE = re.compile(rf"({'|'.join(TRACES)})-(\d\d)")


def newsroom() -> dict[str, str | bytes]:
    """A story for each scope, and an edition for each story that links to it and shows its picture."""
    files: dict[str, str | bytes] = dict(small_newsroom())
    for number, scope in enumerate(SCOPES, 10):
        name = f"numbat-{number}"
        files[f"stories/{name}.jpg"] = picture(form="JPEG", color=f"#0000{number}")
        files[f"stories/{name}.md"] = story(
            f"Her wombat-{number} words.\n\n![numbat-{number}]({name}.jpg)",
            title=f"Quoll-{number}",
            summary=f"What Quoll-{number} did on Elm Street, and whom she met there.",
            kind="story",
            areas=["elmham"],
            image={"src": f"{name}.jpg", "alt": "Her portrait", "person": "true"},
            consent=CONSENT | {"ref": f"elm-{number}", "scope": list(scope)},
        )
        body = f"## Hello\n\nRead [her story](../stories/{name}.md).\n\n![numbat-{number}](../stories/{name}.jpg)"
        files[f"newsletters/20{number}-01.md"] = newsletter(
            body, title=f"Edition {number}", image={"src": f"../stories/{name}.jpg", "alt": "A person"}
        )
    return files


def output(build: Build, index: Noted) -> Iterator[tuple[str, str, bytes]]:
    """Each file of the site: the channel that it is for, its path and its content.

    What only a page's head and its links to share have is for the social channel.
    """
    for page in build.site.pages:
        build.page_html(page.path)
    try:
        for path, content in build.files():
            yield _channel(path), path, content
    except ContentError:
        pass  # stories that are not for the web are errors, which stop the site at the end
    build._outputs.start_late_work()
    for path, content in build._outputs.late_files():
        yield _channel(path), path, content
    for page in build.site.pages:
        parts = page_parts(build, page.path)
        shared = "".join(re.findall(r'<meta (?:property|name)="(?:og|twitter|article):.*?>', parts.head))
        links = "".join(
            re.findall(r'<a[^>]*href="(?:https://(?:www\.linkedin|www\.facebook|bsky|wa\.me)[^"]*)"', parts.body)
        )
        yield "social", page.url, f"{shared}{links}".encode()
        web = parts.head.replace(shared, "") + parts.structured_data + parts.header + parts.body
        yield "web", page.url, web.encode()
    for url, text in index.pages.items():
        yield "search", url, text.encode()


def _channel(path: str) -> str:
    if path.endswith("card.png"):
        return "social"
    if path != "sitemap.xml" and path.endswith((".xml", "feed.json", ".opml")):
        return "feed"
    if "/email/" in path or "email" in Path(path).name or ".email" in path:
        return "email"
    return "search" if path.startswith("pagefind/") or path.endswith("vocabulary.json") else "web"


Traces = Mapping[int, Mapping[str, Mapping[str, set[str]]]]
"""The files in which there are traces of each story: by the story's number, by channel, by trace."""


def traces_in(root: Path, files: Mapping[str, str | bytes], *, hides_expired: bool = False) -> tuple[Build, Traces]:
    """A build of the files, and the traces in what it writes."""
    write_files(root, files)
    (root / "overrides").symlink_to(THEME)
    index = Noted()
    build = load_build(
        root, site_settings(SETTINGS), BuildOptions(today=TODAY, index=index, hides_expired=hides_expired)
    )
    traces: dict[int, dict[str, dict[str, set[str]]]] = defaultdict(partial(defaultdict, partial(defaultdict, set)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Painter, "paint", lambda _, words, picture: shown_on_card(words, picture))
        written = list(output(build, index))
    for channel, path, content in written:
        name = path if "." in path else ""  # a page always has its address
        text = f"{name} {content.decode('utf-8', 'replace')}"
        for trace, number in _TRACE.findall(text):
            traces[int(number)][channel][trace].add(path)
    return build, traces


def shown_on_card(words: CardText, picture: CardPicture | None) -> bytes:
    """The texts of a card and what the front matter says of its picture, not drawn."""
    image = picture.cut_to.args[-1] if picture and isinstance(picture.cut_to, partial) else None
    return f"{words} {image}".encode()


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Traces:
    """The traces of a story for each scope."""
    return traces_in(tmp_path_factory.mktemp("channels"), newsroom())[1]


@pytest.mark.parametrize(("number", "scope"), tuple(enumerate(SCOPES, 10)), ids=list(map("+".join, SCOPES)))
def test_story_reaches_the_channels_of_its_scope_alone(found: Traces, number: int, scope: tuple[str, ...]) -> None:
    expected = {name: traces for part in scope for name, traces in OPENS[part].items()} if "web" in scope else {}
    assert {channel: set(traces) for channel, traces in found[number].items()} == expected


def test_expired_story_reaches_no_channel_and_stops_nothing_else(tmp_path: Path) -> None:
    """The story with the widest scope, its edition, and an edition that has nothing to do with it."""
    files = {path: data for path, data in newsroom().items() if "24" in path or path in small_newsroom()}
    path = "stories/numbat-24.md"
    files[path] = str(files[path]).replace('"scope"', '"review_by": "2026-11-21", "scope"')
    build, traces = traces_in(tmp_path, files, hides_expired=True)
    assert traces == {}
    assert not build.context.log.stops_site
    assert "(warning) the consent expired after 21 November 2026, so the item is hidden" in build.summary("")
    assert ">her story<" not in build.page_html("newsletters/2024-01.md")
    assert "her story" in build.page_html("newsletters/2024-01.md")
    with pytest.raises(ContentError, match="consent-expired"):
        open_build(tmp_path, SETTINGS, BuildOptions(today=TODAY))
