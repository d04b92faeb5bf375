"""The page about feeds, with buttons that copy their addresses, and how readers sign up for the newsletter."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.model import FrontMatter
from newsroom.publish.feeds import EVERYTHING, LISTS, FeedRow
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.card import waiting_label
from newsroom.publish.views.page import TextView, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import Day, Link


@dataclass(frozen=True)
class ShownForm:
    """The mail tool's form.

    ``hidden`` are the names and values of fields that readers do not see, ``honeypot`` is the name of one that only
    robots fill in. ``promise`` says who gets the address; ``privacy`` leads to the page that says more.
    """

    action: str
    email_field: str
    hidden: tuple[tuple[str, str], ...]
    honeypot: str | None
    promise: str
    privacy: Link | None


@dataclass(frozen=True)
class Signup:
    """A link to sign up, for ``parts/signup.html``, which shows the form instead if there is one. Both may be None."""

    url: str | None
    form: ShownForm | None


def signup(context: PageContext) -> Signup:
    """Return how readers of a page sign up."""
    settings, t = context.settings, context.t
    form = settings.signup_form
    if form is None:
        return Signup(settings.signup_url, None)
    return Signup(
        url=settings.signup_url,
        form=ShownForm(
            action=form.action,
            email_field=form.email_field,
            hidden=tuple(form.hidden.items()),
            honeypot=form.honeypot,
            promise=t("signup.promise", host=form.host),
            privacy=context.page_link("privacy/", t("footer.privacy")),
        ),
    )


@dataclass(frozen=True)
class FeedAddress:
    """A feed in one format: the format, its media type, the address from the page, and the public address to copy."""

    form: str
    type: str
    href: str
    address: str


@dataclass(frozen=True)
class LatestItem:
    """The newest item of a feed; ``mark`` says in a preview that it is not public yet."""

    link: Link
    day: Day
    mark: str | None


@dataclass(frozen=True)
class FeedEntry:
    """A feed: its name, the address of its page, its addresses, and its newest item."""

    name: str
    href: str
    addresses: tuple[FeedAddress, ...]
    latest: LatestItem | None


@dataclass(frozen=True)
class FeedGroup:
    """Feeds that belong together. ``is_folded``: the group is closed until a reader opens it."""

    id: str
    title: str
    is_folded: bool
    feeds: tuple[FeedEntry, ...]


@dataclass(frozen=True)
class SubscribePage(TextView):
    """What ``subscribe.html`` prints. ``opml`` is the address of a list of all feeds, for feed readers."""

    template: ClassVar = "subscribe.html"

    signup: Signup
    opml: str
    groups: tuple[FeedGroup, ...]


def subscribe_page(page: WebPage, context: PageContext) -> SubscribePage:
    """Return the value of the page about feeds."""
    document = document_for(page, FrontMatter)
    feeds = context.shared.feeds
    return SubscribePage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.heading,
        picture=context.figure(document, document.front.image),
        signup=signup(context),
        opml=context.href(feeds.opml(context.lang)),
        groups=tuple(
            FeedGroup(
                id=group,
                title=name,
                is_folded=group not in (EVERYTHING, LISTS),
                feeds=tuple(_feed(row, context) for row in rows),
            )
            for group, name, rows in feeds.groups(context.lang)
        ),
    )


def _feed(row: FeedRow, context: PageContext) -> FeedEntry:
    base = context.settings.site_url
    links = (FeedAddress(link.form, link.type, context.href(link.url), f"{base}{link.url}") for link in row.links)
    return FeedEntry(row.name, context.href(row.url), tuple(links), _latest(row, context))


def _latest(row: FeedRow, context: PageContext) -> LatestItem | None:
    item = row.latest
    if item is None:
        return None
    link = context.document_link(item, item.front.title)
    return LatestItem(link, context.day(item), waiting_label(item, context))
