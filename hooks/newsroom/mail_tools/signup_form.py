"""The form with which readers sign up for the newsletter in the mail tool that sends it."""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

_Name = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\s\x22]+$")]


class SignupForm(BaseModel):
    """A form of a mail tool, from the HTML that the tool offers for other sites.

    Attributes:
        action: Where the form is sent.
        email_field: The name of the field for the email address.
        hidden: The fields that readers do not see, with their values.
        honeypot: The name of a field that only robots fill in.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    action: Annotated[str, StringConstraints(pattern=r"^https://[^\s/@\x22']+\.[^\s/@\x22']+/[^\s\x22]*$")]
    email_field: _Name
    hidden: Mapping[_Name, Annotated[str, Field(coerce_numbers_to_str=True)]] = Field(default_factory=dict)
    honeypot: _Name | None = None

    @property
    def host(self) -> str:
        """The host that gets the address."""
        return urlsplit(self.action).netloc

    @property
    def policy_source(self) -> str:
        """The address without its query, as a source in a Content Security Policy, which would end at a semicolon.

        A policy ignores the path where the tool redirects (https://www.w3.org/TR/CSP3/#match-paths).
        """
        parts = urlsplit(self.action)
        return f"https://{parts.netloc}{quote(parts.path, safe='/%:@!$&()*+=~')}"
