"""A preview on disk, made as an editor or a workflow makes it, then zipped and unzipped elsewhere; and its links."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml import html as lxml_html

from tests.support.engine import Outcome, engine_environment, make_repository
from tests.support.everything import everything
from tests.support.forked import run_forked
from tests.support.images import picture
from tests.support.items import newsletter, page, story
from tests.support.workers import share_cache

UNZIPPED = "Preview café (1) 100%"
"""A folder's name as downloads have it."""
BROKEN = "---\ntitle: A story with an error\n---\n\nWords.\n"
_IN_EVERY_FOOTER = ("principles/index", "contribute", "subscribe", "accessibility", "privacy")
EMAILS = ("generic.html", "mailchimp.html")
_ADDRESSES = ("href", "src", "srcset", "action", "formaction", "poster", "data")


def content() -> dict[str, str | bytes]:
    """A newsroom with everything in it, with what waits, what has errors, and what moved."""
    links = "[Home](/), [stories](/stories/), [about](https://www.lacnetwork.org/about/), [no page](/nowhere/)."
    section = "## Hello\n\nGood morning. ![A bench](bench.png)\n\n[A story](../stories/everything.md)."
    return {
        **everything(),
        **{f"docs/{name}.md": page() for name in _IN_EVERY_FOOTER},
        "stories/draft.md": story(f"Words. {links}", title="A draft", draft=True, areas=["elmham"]),
        "stories/later.md": story("Words.", title="A story for later", date="2031-05-05"),
        "stories/broken.md": BROKEN,
        "stories/moved.md": story("Words.", title="A story that moved", redirect_from=["/old/name/", "/old.html"]),
        "newsletters/2031-01.md": newsletter(section, title="News of 2031"),
        "newsletters/2031-01.cy.md": newsletter("## Helo\n\nBore da.", title="Newyddion 2031"),
        "newsletters/bench.png": picture(900, 600),
    }


def run_preview(repository: Path) -> Outcome:
    """Run ``newsroom preview`` in a repository."""
    share_cache(repository)
    return Outcome(*run_forked("command:main", ["preview"], repository, engine_environment()))


def make_disk_preview(folder: Path) -> None:
    """Build the preview of :func:`content`; unzip it and the email into folders below :data:`UNZIPPED`."""
    repository = make_repository(folder, content())
    outcome = run_preview(repository)
    assert outcome.code == 0, outcome.output
    (folder / "output.txt").write_text(outcome.output, encoding="utf-8")
    for name in ("preview", "preview-email"):
        archive = shutil.make_archive(str(folder / name), "zip", repository / name)
        shutil.unpack_archive(archive, folder / UNZIPPED / name)


def without_server(site: Path) -> Iterator[str]:
    """What would fail when the pages in a folder are opened from disk: each page's path with an address in it."""
    for file in sorted(site.rglob("*.html")):
        if file.name in EMAILS:
            continue
        tree = lxml_html.fromstring(file.read_bytes())
        for address in _addresses(tree):
            if not _leads_to_a_file(address, file, site):
                yield f"{file.relative_to(site).as_posix()}: {address}"


def _addresses(tree: lxml_html.HtmlElement) -> Iterator[str]:
    for element in tree.iter(etree.Element):
        is_for_programs = element.tag == "link" and (element.get("rel") == "canonical" or element.get("hreflang"))
        for name in _ADDRESSES:
            value = None if is_for_programs else element.get(name)
            if value is not None and name == "srcset":
                yield from (candidate.split()[0] for candidate in value.split(","))
            elif value is not None:
                yield value
        if element.tag == "meta" and element.get("http-equiv") == "refresh":
            yield element.get("content", "").partition("url=")[2]


def _leads_to_a_file(address: str, page: Path, site: Path) -> bool:
    parts = urlsplit(address)
    if parts.scheme in ("mailto", "tel", "data", "webcal") or address.startswith(("#", "?")):
        return True
    if parts.scheme or parts.netloc:
        return parts.netloc != "www.lacnetwork.org"
    target = (page.parent / unquote(parts.path)).resolve()
    return not address.startswith("/") and target.is_file() and target.is_relative_to(site.resolve())
