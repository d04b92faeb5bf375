"""The front matter that several content types share. The model of each type is in its file in ``types/``.

Every value reaches these models as the text that is written in the file, so that a title such as `Yes` or a number
in an ISBN is never turned into something else. Models are frozen; a key they do not name is an error.
Descriptions are written for editors: they end up in the JSON Schemas that editors' tools complete from.
"""

from newsroom.content.model.consent import Consent, Scope, find_consent
from newsroom.content.model.parts import Author, Dated, FrontMatter, Image, Part, Person

__all__ = ["Author", "Consent", "Dated", "FrontMatter", "Image", "Part", "Person", "Scope", "find_consent"]
