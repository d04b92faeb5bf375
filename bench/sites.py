"""The sites that are compared, written to separate folders from the same stories."""

import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from bench.config import PLAIN_EXTENSIONS, write_config
from bench.stories import Story, Topics, write_article, write_edition, write_ours, write_post

_OUTPUT = "site"
_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "-q", "-d", _OUTPUT)
_DATES = {"as_creation": "date", "as_update": "date", "datetime_format": "%Y-%m-%d"}
_RSS = {"use_git": False, "match_path": "blog/posts/.*", "date_from_meta": _DATES, "length": 20}
_PELICAN_SETTINGS = """\
SITENAME, SITEURL, AUTHOR = "Stories", "https://example.org", "The Network"
PATH, TIMEZONE, DEFAULT_LANG, FEED_ALL_ATOM = "content", "Europe/London", "en", "feeds/all.atom.xml"
"""
_OUR_FOLDERS = ("hooks", "overrides", "docs", "newsletters", "publications", "stories")


@dataclass(frozen=True)
class Site:
    """A site that is ready to be built by running ``command`` in its folder.

    Attributes:
        name: The name in the report.
        folder: Its folder. The site is written to ``site`` in it.
        command: The program and its arguments.
        page_of: Gives the path of a story's page, relative to ``site``.
        file_of: Gives the path of a story's file, relative to ``folder``.
        made: The folders that a build makes in it.
        has_cache: Whether a second build uses what the first one made.
    """

    name: str
    folder: Path
    command: tuple[str, ...]
    page_of: Callable[[Story], str]
    file_of: Callable[[Story], str]
    made: tuple[str, ...] = (_OUTPUT,)
    has_cache: bool = False

    @property
    def config(self) -> Path:
        """Its mkdocs.yml."""
        return self.folder / "mkdocs.yml"

    @property
    def output(self) -> Path:
        """The folder that the build writes to."""
        return self.folder / _OUTPUT


class MissingStoryError(Exception):
    """A built site does not have all of its stories, so its time cannot be compared."""


def shipped_topics(root: Path) -> Topics:
    """The areas and principles of the repository in ``root``."""
    return Topics(areas=_slugs(root / "docs" / "areas"), principles=_slugs(root / "docs" / "principles"))


def write_our_site(root: Path, folder: Path, stories: Iterable[Story]) -> Site:
    """Copy the site in ``root`` and add the stories to the shipped ones, to which its pages link."""
    _copy_our_site(root, folder)
    for story in stories:
        write_ours(folder, story)
    return _our_site("ours", folder, "stories")


def write_our_editions(root: Path, folder: Path, editions: Iterable[Story]) -> Site:
    """Copy the site in ``root`` and add the editions to the shipped ones."""
    _copy_our_site(root, folder)
    for edition in editions:
        write_edition(folder, edition)
    return _our_site("ours, editions", folder, "newsletters")


def _copy_our_site(root: Path, folder: Path) -> None:
    """Copy the site without the accessibility statement, whose review date is long past on the day of the builds."""
    folder.mkdir()
    shutil.copy(root / "mkdocs.yml", folder)
    for name in _OUR_FOLDERS:
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for statement in (folder / "docs").glob("accessibility.*"):
        statement.unlink()


def _our_site(name: str, folder: Path, items: str) -> Site:
    return Site(
        name,
        folder,
        _MKDOCS,
        lambda item: f"{items}/{item.slug}/index.html",
        lambda item: f"{items}/{item.slug}.md",
        made=(_OUTPUT, ".cache"),
        has_cache=True,
    )


def write_blog_site(folder: Path, stories: Iterable[Story], *, has_cards: bool = False) -> Site:
    """Write a blog with the same stories and a feed, and a social card for each page if ``has_cards``."""
    posts = folder / "docs" / "blog" / "posts"
    posts.mkdir(parents=True)
    plugins: list[object] = [{"blog": {"post_readtime": True}}, {"rss": _RSS}, "search"]
    write_config(folder, _their_config([*plugins, {"social": {"cache_dir": "fonts"}}] if has_cards else plugins))
    (folder / "docs" / "index.md").write_text("# Home\n\nSee [the blog](blog/index.md).\n", encoding="utf-8")
    (folder / "docs" / "blog" / "index.md").write_text("# Blog\n", encoding="utf-8")
    for story in stories:
        write_post(posts, story)
    if has_cards:
        _write_card_font(folder / "fonts" / "fonts" / "Roboto")
    return Site(
        "blog+rss+cards" if has_cards else "blog+rss",
        folder,
        _MKDOCS,
        lambda story: f"blog/{story.day:%Y/%m/%d}/{story.slug}/index.html",
        lambda story: f"docs/blog/posts/{story.slug}.md",
        made=(_OUTPUT, "fonts/assets"),
    )


def write_material_site(folder: Path, stories: Iterable[Story]) -> Site:
    """Write a site of the same pages with Material's theme and its search: no lists, feeds or cards."""
    (folder / "docs" / "stories").mkdir(parents=True)
    write_config(folder, _their_config(["search"]))
    (folder / "docs" / "index.md").write_text("# Home\n\nWords.\n", encoding="utf-8")
    for story in stories:
        write_post(folder / "docs" / "stories", story)
    return Site(
        "material",
        folder,
        _MKDOCS,
        lambda story: f"stories/{story.slug}/index.html",
        lambda story: f"docs/stories/{story.slug}.md",
    )


def write_pelican_site(folder: Path, stories: Iterable[Story]) -> Site:
    """Write a site of the same stories for Pelican, with a page for each, lists by category and tag, and Atom feeds."""
    (folder / "content").mkdir(parents=True)
    (folder / "pelicanconf.py").write_text(_PELICAN_SETTINGS, encoding="utf-8")
    for story in stories:
        write_article(folder / "content", story)
    return Site(
        "pelican",
        folder,
        (sys.executable, "-m", "pelican", "content", "-o", _OUTPUT, "-s", "pelicanconf.py", "-q"),
        lambda story: f"{story.slug}.html",
        lambda story: f"content/{story.slug}.md",
    )


COMPARED_SITES: Mapping[str, Callable[[Path, Iterable[Story]], Site]] = MappingProxyType(
    {
        "blog+rss": write_blog_site,
        "blog+rss+cards": partial(write_blog_site, has_cards=True),
        "material": write_material_site,
        "pelican": write_pelican_site,
    }
)
"""The sites that ours is compared with: the name of each, and the function that writes it."""


def check_stories(site: Site, stories: Iterable[Story]) -> None:
    """Raises MissingStoryError unless the built site has each story's page, from title to last words."""
    for story in stories:
        page = site.output / site.page_of(story)
        html = page.read_text(encoding="utf-8") if page.exists() else ""
        if story.title not in html or story.closing not in html:
            raise MissingStoryError(f"{site.name}: {page} does not have the story '{story.title}'")


def _their_config(plugins: list[object]) -> dict[str, object]:
    return {
        "site_name": "Blog",
        "site_url": "https://example.org/",
        "site_description": "The same stories.",
        "strict": False,
        "theme": {"name": "material", "language": "en", "font": False},
        "plugins": plugins,
        "markdown_extensions": list(PLAIN_EXTENSIONS),
    }


def _write_card_font(folder: Path) -> None:
    """Write the font of cards to the plugin's cache, so that it downloads none."""
    folder.mkdir(parents=True)
    fonts = files("font_source_serif_pro").joinpath("files")
    for style in ("Regular", "Bold"):
        (folder / f"{style}.ttf").write_bytes(fonts.joinpath(f"SourceSerifPro-{style}.ttf").read_bytes())


def _slugs(folder: Path) -> tuple[str, ...]:
    return tuple(sorted({path.name.split(".")[0] for path in folder.glob("*.md")} - {"index"}))
