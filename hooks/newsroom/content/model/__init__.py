"""The front matter that several content types share. The model of each type is in its file in ``types/``.

Models get every value as the text in the file, so a title like `Yes` or a number in an ISBN is not converted. Models
are frozen, and unknown keys are errors. Descriptions are written for editors: editors' tools show them from the JSON
Schemas.
"""

from newsroom.content.model.base import FrontMatterModel
from newsroom.content.model.consent import Consent
from newsroom.content.model.parts import Dated, FrontMatter, Image, Person
from newsroom.content.model.timed import Timed

__all__ = ["Consent", "Dated", "FrontMatter", "FrontMatterModel", "Image", "Person", "Timed"]
