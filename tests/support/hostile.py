"""A newsroom whose fields are all hostile texts (:mod:`tests.support.payloads`)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from newsroom.build import Build
from newsroom.content.types.newsletter import Newsletter
from newsroom.publish.email import Emails
from newsroom.publish.feeds import Feeds
from newsroom.publish.hosting.redirects import Redirects
from tests.support import SETTINGS, small_newsroom
from tests.support.images import picture
from tests.support.items import CONSENT, SUMMARY, area, newsletter, page, publication, story
from tests.support.payloads import payloads
from tests.support.rendering import page_parts

_TAG = """'"></title></script><svg/onload=ran(9001)>"""
"""A text without blanks, for a value that is an address."""
HOSTILE_SETTINGS: Mapping[str, object] = {
    **SETTINGS,
    "mail_tools": ["generic"],
    "site_name": f"{_TAG} &lt;img src=x onerror=ran(9002)&gt; {{{{ 1337*7 }}}}",
    "sender": f"{_TAG} {{{{ 1337*7 }}}}",
    "contact": f"{_TAG}@elm.example",
    "signup_url": f"https://elm.example/{_TAG}",
    "repository_url": f"https://code.example/{_TAG}",
    "edit_uri": f"{_TAG}/",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""Characters with which a file is refused as a whole."""
_MAX_SUBJECT = 110
_MAX_FRONT_MATTER = 8_000
"""In characters, as JSON. Front matter may have 10,000."""
_SHARE = 3
"""Each type of item has one in so many payloads, and three types together have all of them."""
_LINE_END = re.compile(r"[\n\t\u2028\u2029]+")


def hostile_newsroom() -> dict[str, str | bytes]:
    """The files of a newsroom whose items have payloads of each family in every field."""
    all_texts = (_CONTROL.sub("", payload.text) for payload in payloads())
    texts = [text for text in all_texts if "//javascript" not in text]  # no address at all: the item would not be shown
    files: dict[str, str | bytes] = {**small_newsroom(), "stories/x.png": picture(40, 30)}
    types = ((_story, 9), (_publication, 10), (_edition, 3), (_area, 3), (_page, 2), (_principle, 2))
    for share, (make, fields) in enumerate(types):
        for number, group in enumerate(_groups(texts[share % _SHARE :: _SHARE], _MAX_FRONT_MATTER // fields)):
            path, text = make(number, _line(group), "\n\n".join(group))
            files[path] = text
    files["newsletters/2026-11.md"] = _sendable_edition()
    groups = enumerate(_groups(texts, _MAX_FRONT_MATTER))
    synonyms = (f"word{number}: [{re.sub('[][,:#]', ' ', _line(group))}]\n" for number, group in groups)
    files["docs/synonyms.yml"] = "".join(synonyms)
    return files


def broken_newsroom() -> dict[str, str | bytes]:
    """The files of a newsroom whose preview shows hostile texts in errors."""
    texts = [payload.text for payload in payloads()][::_SHARE]
    broken = {
        f"stories/broken-{number}.md": story(
            f"[{words}](no.md)",
            title=words,
            kind=words,
            date=words,
            redirect_from=[words],
            areas=[words],
            people=words,
            image={"src": words, "alt": words},
            **{words: words},
        )
        for number, words in enumerate(map(_line, _groups(texts, _MAX_FRONT_MATTER // 9)))
    }
    return {**small_newsroom(), **broken, "stories/<img src=x onerror=ran(1)>.md": story()}


def _groups(texts: Iterable[str], most: int) -> Iterator[list[str]]:
    """Texts in groups of at most so many characters."""
    group: list[str] = []
    for text in texts:
        if group and len(json.dumps(_line([*group, text]))) > most:
            yield group
            group = []
        group.append(text)
    yield group


def _line(texts: Iterable[str]) -> str:
    """Texts in one line, as a field's value is."""
    return " ".join(_LINE_END.sub(" ", text).strip() for text in texts)


def _story(number: int, words: str, bodies: str) -> tuple[str, str]:
    title = words.replace('"', "")
    return f"stories/h{number}.md", story(
        f'{bodies}\n\n# {words}\n\n[{words}](x.png)\n\n![{words}](x.png "{title}")',
        title=words,
        summary=words,
        kind="story",
        date=f"{1990 + number}-01-01",
        author={"name": words, "role": words, "organisation": words},
        image={"src": "x.png", "alt": words, "caption": words, "credit": words},
        consent={**CONSENT, "ref": f"elm-{number + 1}", "source": words},
        redirect_from=[f"/old/h{number}/"],
        areas=["h0"],
    )


def _publication(number: int, words: str, bodies: str) -> tuple[str, str]:
    return f"publications/h{number}.md", publication(
        bodies,
        title=words,
        subtitle=words,
        summary=words,
        authors=[{"given": words, "family": words}, {"organisation": words}],
        editors=[{"given": words, "family": words}],
        contributors=[words],
        publisher=words,
        cover={"src": "../stories/x.png", "alt": words},
        doi=f"10.1000/{_TAG}",
        link=f"https://reports.example/{_TAG}",
    )


def _edition(number: int, words: str, bodies: str) -> tuple[str, str]:
    return f"newsletters/{2000 + number}-01.md", newsletter(
        f"Hello.\n\n## {words}\n\n{bodies}\n\n[{words}](../stories/h0.md)",
        title=words,
        summary=SUMMARY,
        **{"from": [{"name": words, "role": words}]},
    )


def _sendable_edition() -> str:
    """An edition with hostile texts whose email has no error, so that the sender's page shows it to be copied."""
    tag = "</textarea></noscript><img src=x onerror=ran(9003)>"
    escaped = tag.replace("<", "\\<")
    return newsletter(
        f"Hello.\n\n## {escaped}\n\n`{tag}` &lt;img src=x onerror=ran(9004)&gt;",
        title=f"November 2026 {tag}",
        subject=tag,
        preheader=f"What is new on Elm Street, {tag}",
    )


def _area(number: int, words: str, bodies: str) -> tuple[str, str]:
    return f"docs/areas/h{number}.md", area(bodies, name=words, council=words, summary=words)


def _principle(number: int, words: str, bodies: str) -> tuple[str, str]:
    return f"docs/principles/h{number}.md", page(bodies, title=words, summary=words, order=number + 2)


def _page(number: int, words: str, bodies: str) -> tuple[str, str]:
    return f"docs/h{number}.md", page(bodies, title=words, summary=words)


def fill_subjects(build: Build) -> None:
    """Give all editions their whole title as subject and preheader.

    What front matter may have there is so short that all payloads would need hundreds of editions.
    """
    for edition in build.context.content.documents:
        if isinstance(edition.front, Newsletter) and len(edition.front.title) > _MAX_SUBJECT:
            vars(edition.front).update(subject=edition.front.title, preheader=edition.front.title)


def whole_page(build: Build, path: str) -> str:
    """A page as browsers get it, without the theme's frame. Only the home page has header and footer."""
    parts = page_parts(build, path)
    header, footer = (parts.header, parts.footer) if path == "docs/index.md" else ("", "")
    head = f"{parts.head}{parts.structured_data}{parts.more_head}"
    return f"<!doctype html><html><head>{head}</head><body>{parts.preview}{header}{parts.body}{footer}"


def other_files(build: Build) -> dict[str, bytes]:
    """The emails, feeds and redirects of a build whose pages were rendered, without its pictures, which take longer."""
    outputs = build._outputs
    kinds = (Emails, Feeds, Redirects)
    return {path: content for kind in kinds for path, content in outputs.find(kind).files()}
