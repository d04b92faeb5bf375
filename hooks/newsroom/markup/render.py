"""Rendering a text: Python-Markdown with the extensions that mkdocs.yml names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.extensions import Extension

from newsroom.markup.links import LinkTreeprocessor, Location
from newsroom.problems import ContentError, Problem
from newsroom.settings import SETTINGS_FILE

_ALWAYS = ("toc", "tables", "fenced_code")
"""What MkDocs adds to the extensions of every site, before the site's own (its default for ``markdown_extensions``)."""
_NOT_LOADED = (AttributeError, ImportError, KeyError, TypeError, ValueError)
"""What Python-Markdown raises where an extension is not installed or does not know one of its settings."""


@dataclass(frozen=True)
class Dialect:
    """Which Markdown a site is written in: the names of extensions, in order, and what is set for some of them."""

    extensions: tuple[str, ...] = ()
    configs: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def converter(self) -> Markdown:
        """A converter for one text: what it learns from a text (abbreviations, footnotes) is not for the next.

        Raises ContentError where an extension cannot be loaded with its settings.
        """
        names = list(dict.fromkeys((*_ALWAYS, *self.extensions)))
        configs = {name: dict(config) for name, config in self.configs.items()}
        try:
            return Markdown(extensions=names, extension_configs=configs)
        except _NOT_LOADED as error:
            what = f"`markdown_extensions` cannot be used ({error})"
            fix = "correct the name of the extension or its settings, or install it"
            raise ContentError([Problem(SETTINGS_FILE, None, what, fix)]) from error


def parse_dialect(listed: object) -> Dialect:
    """The dialect from the value of ``markdown_extensions`` in mkdocs.yml.

    That is a list of names and of groups that each have one name and its settings, or one group of all. Entries of
    any other form are left out: the engine reports them.
    """
    entries = [{name: config} for name, config in listed.items()] if isinstance(listed, Mapping) else listed
    configs: dict[str, Mapping[str, object]] = {}
    for entry in entries if isinstance(entries, list) else []:
        for name, config in (entry if isinstance(entry, Mapping) else {entry: None}).items():
            configs[str(name)] = config if isinstance(config, Mapping) else {}
    return Dialect(tuple(configs), configs)


def render(body: str, dialect: Dialect, location: Location, *extensions: Extension) -> str:
    """The HTML of a Markdown text, as its page has it: links and pictures have addresses relative to the page.

    Args:
        body: The Markdown, without front matter.
        dialect: The extensions it is written for.
        location: Where the text is, and what it may link to.
        extensions: Extensions for this text, beside those of the dialect.

    Raises ContentError where the dialect's extensions cannot be loaded.
    """
    converter = dialect.converter()
    converter.registerExtensions(extensions, {})
    converter.treeprocessors.register(LinkTreeprocessor(converter, location), "links", 0)  # after all others, as MkDocs
    return converter.convert(body)
