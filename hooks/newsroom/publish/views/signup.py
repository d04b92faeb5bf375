"""How readers sign up for the newsletter: a form of the mail tool, or a link."""

from dataclasses import dataclass

from newsroom.publish.views.page_context import PageContext
from newsroom.publish.views.values import Link


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
