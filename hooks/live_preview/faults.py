"""What the preview shows in place of pages if they cannot be made."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateSyntaxError

from newsroom.problems import ContentError


@contextmanager
def describe_fault(show: Callable[[str], object]) -> Iterator[None]:
    """Give ``show`` the description of an exception, and go on.

    It handles every Exception, not one kind: a template that somebody is editing can raise any, and the preview must
    still be there for the next change. A build of the site does not use this, and prints the traceback.
    """
    try:
        yield
    except ContentError as error:
        show(str(error))
    except Exception as error:  # noqa: BLE001 - see above
        show(f"{_template_line(error)}{type(error).__name__}: {error}")


def _template_line(error: Exception) -> str:
    """The place in a template where an exception was raised, as "story.html, line 3: "; "" if it was elsewhere."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name}, line {error.lineno}: "
    frames = reversed(traceback.extract_tb(error.__traceback__))
    places = ((Path(frame.filename), frame.lineno) for frame in frames)
    return next((f"{path.name}, line {line}: " for path, line in places if path.suffix == ".html"), "")
