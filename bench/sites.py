"""The two sites that are compared, written to separate folders from the same stories."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.config import PLAIN_EXTENSIONS, write_config
from bench.stories import Story, Topics, write_ours, write_post

_OUR_FOLDERS = ("hooks", "overrides", "docs", "newsletters", "publications", "stories")


@dataclass(frozen=True)
class Site:
    """A site that is ready to be built. ``page_of`` gives the path of a story's page, relative to ``output``.

    ``has_pagefind``: Pagefind builds the index of its search.
    """

    name: str
    folder: Path
    has_pagefind: bool
    page_of: Callable[[Story], str]

    @property
    def config(self) -> Path:
        """Its mkdocs.yml."""
        return self.folder / "mkdocs.yml"

    @property
    def output(self) -> Path:
        """The folder that the build writes to."""
        return self.folder / "output"


class MissingStoryError(Exception):
    """A built site does not have all of its stories, so its time cannot be compared."""


def shipped_topics(root: Path) -> Topics:
    """The areas and principles of the repository in ``root``."""
    return Topics(areas=_slugs(root / "docs" / "areas"), principles=_slugs(root / "docs" / "principles"))


def write_our_site(root: Path, folder: Path, stories: Iterable[Story]) -> Site:
    """Copy the site in ``root`` and add the stories to the shipped ones, to which its pages link.

    The accessibility statement is left out, because its review date is long past on the day of the builds.
    """
    folder.mkdir()
    shutil.copy(root / "mkdocs.yml", folder)
    for name in _OUR_FOLDERS:
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for statement in (folder / "docs").glob("accessibility.*"):
        statement.unlink()
    for story in stories:
        write_ours(folder, story)
    return Site("ours", folder, True, lambda story: f"stories/{story.slug}/index.html")


def write_blog_site(folder: Path, stories: Iterable[Story]) -> Site:
    """Write a blog with the same stories."""
    posts = folder / "docs" / "blog" / "posts"
    posts.mkdir(parents=True)
    write_config(folder, _their_config())
    (folder / "docs" / "index.md").write_text("# Home\n\nSee [the blog](blog/index.md).\n", encoding="utf-8")
    (folder / "docs" / "blog" / "index.md").write_text("# Blog\n", encoding="utf-8")
    for story in stories:
        write_post(folder, story)
    return Site("blog+rss", folder, False, lambda story: f"blog/{story.day:%Y/%m/%d}/{story.slug}/index.html")


def check_stories(site: Site, stories: Iterable[Story]) -> None:
    """Raises MissingStoryError unless the built site has each story's page, from title to last words."""
    for story in stories:
        page = site.output / site.page_of(story)
        html = page.read_text(encoding="utf-8") if page.exists() else ""
        if story.title not in html or story.closing not in html:
            raise MissingStoryError(f"{site.name}: {page} does not have the story '{story.title}'")


def _their_config() -> dict[str, object]:
    dates = {"as_creation": "date", "as_update": "date", "datetime_format": "%Y-%m-%d"}
    rss = {"use_git": False, "match_path": "blog/posts/.*", "date_from_meta": dates, "length": 20}
    return {
        "site_name": "Blog",
        "site_url": "https://example.org/",
        "site_description": "The same stories.",
        "strict": False,
        "theme": {"name": "material", "language": "en", "font": False},
        "plugins": [{"blog": {"post_readtime": True}}, {"rss": rss}, "search"],
        "markdown_extensions": list(PLAIN_EXTENSIONS),
    }


def _slugs(folder: Path) -> tuple[str, ...]:
    return tuple(sorted({path.name.split(".")[0] for path in folder.glob("*.md")} - {"index"}))
