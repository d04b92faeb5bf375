"""What editors write at the head of a file: one model for each kind of page.

Every value reaches these models as the text that is written in the file, so that a title such as `Yes` or a number
in an ISBN is never turned into something else. Models are frozen; a key they do not name is an error.
Descriptions are written for editors: they end up in the JSON Schemas that editors' tools complete from.
"""

from typing import get_origin

from newsroom.model.newsletter import Newsletter
from newsroom.model.pages import Page, Statement
from newsroom.model.parts import Author, Dated, FrontMatter, Image, Part, Person
from newsroom.model.places import Area, Principle
from newsroom.model.publication import Publication
from newsroom.model.story import Consent, Scope, Story

__all__ = [
    "LIST_FIELDS",
    "Area",
    "Author",
    "Consent",
    "Dated",
    "FrontMatter",
    "Image",
    "Newsletter",
    "Page",
    "Part",
    "Person",
    "Principle",
    "Publication",
    "Scope",
    "Statement",
    "Story",
]

LIST_FIELDS = frozenset(
    field.alias or name
    for model in (Consent, Page, Newsletter, Publication, Story, Area, Principle)
    for name, field in model.model_fields.items()
    if get_origin(field.annotation) is tuple
)
"""The names of the fields that are lists, wherever they are in front matter."""
