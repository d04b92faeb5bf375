"""The templates in overrides/email/: filled in without letting anything through, their styles inlined."""

from pathlib import Path

from css_inline import CSSInliner  # noqa: TID251 (it is made to fetch nothing)
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from newsroom.colours import read_colours
from newsroom.publish.email.breaks import breakable
from newsroom.publish.email.clean import without_control_characters
from newsroom.publish.email.text import wrap


class EmailTemplates:
    """The templates in one folder, read once for a build. The colours are in the folder above it.

    ``style`` has the rules that :meth:`inline_styles` writes onto elements. ``dark_styles`` has the rules for inboxes
    in dark mode that support them, and ``outlook_dark_styles`` those for Outlook.com.
    """

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=select_autoescape(("html",)),
            undefined=StrictUndefined,
            finalize=_without_placeholders,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters["breakable"] = breakable
        self._environment.filters["in_comment"] = _escape_for_comment
        self._environment.filters["wrap"] = _wrap_text
        self._environment.globals["colours"] = read_colours(folder.parent)
        self.style = self.render("style.css")
        self._inliner = CSSInliner(load_remote_stylesheets=False)
        self.dark_styles = Markup(self.render("dark.css", outlook=False))  # noqa: S704 - a style sheet of ours
        self.outlook_dark_styles = Markup(self.render("dark.css", outlook=True))  # noqa: S704

    def render(self, template: str, **values: object) -> str:
        """What a template prints of its value: :mod:`views` says which each has, and what it is called."""
        return self._environment.get_template(template).render(values)

    def inline_styles(self, html: str) -> str:
        """A document with the style sheet's rules on the elements of its body; its head and its body tag stay as they
        are, and so do the rules that stand there for inboxes that can choose.
        """
        head, body, rest = html.partition("<body")
        attributes, _, rest = rest.partition(">")
        content, end, tail = rest.rpartition("</body>")
        return f"{head}{body}{attributes}>{self._inliner.inline_fragment(content, self.style)}{end}{tail}"


def _escape_for_comment(text: str) -> Markup:
    """Text for a conditional comment, where two hyphens in a row could end it (WHATWG HTML, 13.1.6)."""
    return Markup(str(escape(_without_placeholders(text))).replace("--", "&#45;&#45;"))  # noqa: S704


def _wrap_text(text: str, first: str = "", rest: str = "") -> str:
    return "\n".join(wrap(text, first=first, rest=rest))


def _without_placeholders(value: object) -> object:
    """Whatever a template shows, without characters that would stand for a tag; Markup is ours and may have them."""
    return without_control_characters(value) if isinstance(value, str) and not isinstance(value, Markup) else value
