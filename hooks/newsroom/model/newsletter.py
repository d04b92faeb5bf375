"""Editions of the newsletter."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from newsroom.model.parts import Author, Dated, list_of_people
from newsroom.model.values import Line


class Newsletter(Dated):
    """An edition of the newsletter. Its second-level headings are its sections.

    Its file is ``newsletters/YYYY-MM.md``, ``YYYY-MM-DD.md`` or ``YYYY-MM-words.md``.
    """

    senders: Annotated[tuple[Author, ...], BeforeValidator(list_of_people)] = Field(
        alias="from", min_length=1, description="Who the edition's note is from."
    )
    subject: Line = Field(max_length=150, description="The email's subject line.")
    preheader: Line = Field(max_length=250, description="The line that inboxes show after the subject.")
    email: bool = Field(True, description="false publishes the edition without an email.")
