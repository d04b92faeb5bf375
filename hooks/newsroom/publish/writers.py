"""Who wrote a story, in words."""

from newsroom.content.types.story import Story
from newsroom.translations import Translations


def writers_in_words(front: Story, t: Translations) -> str | None:
    """Return the writers of a story: a single one with role and organisation, several with these in brackets.

    None if it names nobody.
    """
    if not front.writers:
        return None
    if len(front.writers) > 1:
        return t.list(tuple(writer.with_all for writer in front.writers))
    (writer,) = front.writers
    return ", ".join(filter(None, (writer.name, writer.role, writer.organisation)))
