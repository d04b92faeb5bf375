"""The templates of pages, in an environment of their own, in which every name that they are not given is an error."""

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsroom.colours import read_colours
from newsroom.publish.views import Page, PageContext, PageFrame, PageViews, Sitemap
from newsroom.publish.views.publication import PublicationPage
from newsroom.translations import Translations


@dataclass(frozen=True)
class PageParts:
    """A page as the theme's frame needs it: its parts, as HTML. ``overrides/main.html`` is the one that prints them.

    ``head`` and ``structured_data`` are the beginning and the end of what the page says of itself, ``more_head`` what
    only some pages say. ``preview`` is the note above a page in a preview, else "".
    """

    head: str
    structured_data: str
    more_head: str
    preview: str
    header: str
    body: str
    footer: str


class PageTemplates:
    """The templates in a folder. All of them have ``colours``, those of the theme's file.

    Material's own templates are not among them: they rely on names that are not defined.
    """

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, auto_reload=False
        )
        self._environment.globals["colours"] = read_colours(folder)

    def render(self, template: str, value: Page | PageFrame | Sitemap, t: Translations) -> str:
        """What a template prints of its value, with words of a language."""
        return self._environment.get_template(template).render({"page": value, "_": t.__call__})

    def page_parts(self, views: PageViews, context: PageContext) -> PageParts:
        """A page, with what is around it."""
        frame, page, t = views.frame(context), views.page(context), context.t
        return PageParts(
            head=self.render("frame/head.html", frame, t),
            structured_data=self.render("frame/structured_data.html", frame, t),
            more_head=self.render("frame/citation.html", page, t) if isinstance(page, PublicationPage) else "",
            preview=self.render("frame/preview.html", frame, t) if frame.preview else "",
            header=self.render("frame/header.html", frame, t),
            body=self.render(context.page.template if context.page else page.template, page, t),
            footer=self.render("frame/footer.html", frame, t),
        )
