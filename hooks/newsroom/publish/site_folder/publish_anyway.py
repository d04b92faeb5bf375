"""When a build is published in spite of errors. A build without changes imports this module, so it imports little."""

from enum import StrEnum


class PublishAnyway(StrEnum):
    """When a build that takes down a withdrawn item is published in spite of errors.

    ``AUTO``: if the last good site does not say yet that the item was taken down, or if there is none.
    """

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"
