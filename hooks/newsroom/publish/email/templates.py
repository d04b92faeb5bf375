"""Renders the templates in overrides/email/ and inlines their styles."""

from pathlib import Path

from css_inline import CSSInliner  # noqa: TID251 (it is configured to load nothing)
from jinja2 import select_autoescape
from markupsafe import Markup, escape

from newsroom.cache import Cache
from newsroom.publish.email.breaks import breakable
from newsroom.publish.email.clean import without_control_characters
from newsroom.publish.email.text import wrap
from newsroom.publish.theme.environment import CompiledTemplates, template_environment


class EmailTemplates:
    """The templates in one folder, read once for a build. The colours are in the folder above it.

    ``style`` has the rules that :meth:`inline_styles` writes onto elements. ``dark_styles`` has the rules for inboxes
    in dark mode that support them, and ``outlook_dark_styles`` those for Outlook.com. ``cache`` keeps the templates
    compiled.
    """

    def __init__(self, folder: Path, cache: Cache | None = None) -> None:
        compiled = CompiledTemplates(cache, "emails")
        self._environment = template_environment(folder.parent, folder.name, compiled=compiled).overlay(
            autoescape=select_autoescape(("html",)), finalize=_without_placeholders, keep_trailing_newline=True
        )
        self._environment.filters["breakable"] = breakable
        self._environment.filters["in_comment"] = _escape_for_comment
        self._environment.filters["wrap"] = _wrap_text
        self.style = self.render("style.css")
        self._inliner = CSSInliner(load_remote_stylesheets=False)
        self.dark_styles = Markup(self.render("dark.css", outlook=False))  # noqa: S704 - a style sheet of ours
        self.outlook_dark_styles = Markup(self.render("dark.css", outlook=True))  # noqa: S704

    def render(self, template: str, **values: object) -> str:
        """Render a template. :mod:`views` documents the names and types of the values."""
        return self._environment.get_template(template).render(values)

    def inline_styles(self, html: str) -> str:
        """Inline the style sheet into the elements of a document's body.

        The head with its styles and the body tag are not changed.
        """
        head, body, rest = html.partition("<body")
        attributes, _, rest = rest.partition(">")
        content, end, tail = rest.rpartition("</body>")
        return f"{head}{body}{attributes}>{self._inliner.inline_fragment(content, self.style)}{end}{tail}"


def _escape_for_comment(text: str) -> Markup:
    """Escape two hyphens in a row, which could end a conditional comment (WHATWG HTML, 13.1.6)."""
    return Markup(str(escape(_without_placeholders(text))).replace("--", "&#45;&#45;"))  # noqa: S704


def _wrap_text(text: str, first: str = "", rest: str = "") -> str:
    return "\n".join(wrap(text, first=first, rest=rest))


def _without_placeholders(value: object) -> object:
    """Remove placeholders from text that a template prints. Only our own Markup may have them."""
    return without_control_characters(value) if isinstance(value, str) and not isinstance(value, Markup) else value
