"""What is read of a WordPress export."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Term:
    """A category, a tag, or a term of another taxonomy, like a language: domain "category", slug "news", its name."""

    domain: str
    slug: str
    name: str


@dataclass(frozen=True)
class Item:
    """A post, a page, an attachment, or an item of another type. One that is hidden has no text, names or terms.

    Attributes:
        number: Its id in WordPress.
        type: "post", "page", "attachment", or a type of a plugin.
        hidden: Why not everyone could read it: "draft", "private", "password" and so on; "" if everyone could.
        title: The title, as HTML.
        content: The text in the form in which WordPress keeps it.
        excerpt: The summary that its author wrote.
        day: The day on which it was published, in the local time of the site.
        guid: What feed readers know it by.
        link: Its address.
        slug: Its name in the address.
        parent: The id of the item that it belongs to; 0 for none.
        author: The login of its author.
        attachment_address: Where the file of an attachment is.
        terms: Its categories, tags and other terms.
        withheld_files: The uploads that an item names which was not public: "2019/05/tree.jpg", or "#12" for an
            attachment. They are not for readers.
        meta: The values of the plugins' and WordPress's own fields that an import needs, by their names.
        other_fields: The names of other fields that have words or days, like those of an event.
    """

    number: int
    type: str
    hidden: str = ""
    title: str = ""
    content: str = ""
    excerpt: str = ""
    day: date | None = None
    guid: str = ""
    link: str = ""
    slug: str = ""
    parent: int = 0
    order: int = 0
    author: str = ""
    attachment_address: str = ""
    terms: tuple[Term, ...] = ()
    withheld_files: tuple[str, ...] = field(default=(), repr=False)
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    other_fields: tuple[str, ...] = ()

    def first_meta(self, name: str) -> str:
        """The value of a field; "" if it has none."""
        return next((value for value in self.meta.get(name, ()) if value), "")

    def slugs(self, domain: str) -> tuple[str, ...]:
        """The slugs of its terms of one taxonomy."""
        return tuple(term.slug for term in self.terms if term.domain == domain)


@dataclass(frozen=True)
class ExportedSite:
    """What an export says of its site.

    Attributes:
        address: The address of the site, without a slash at its end.
        authors: The names that authors show, by their logins.
    """

    address: str = ""
    authors: Mapping[str, str] = field(default_factory=dict)
