"""The preview of an email on the sender's page: the inboxes that it shows, with samples in the places of tags."""

from dataclasses import dataclass

from newsroom.mail_tools import SAMPLE_NAME, MailTool, Sample


@dataclass(frozen=True)
class ViewChoice:
    """A view of the email in the preview: its name in sender.js, its label, and its meaning."""

    name: str
    label: str
    meaning: str


@dataclass(frozen=True)
class Preview:
    """The views of an email, and the samples in the places of its tags, the longest tag first.

    ``sample_name`` is the sample of a first name; None if no greeting has one.
    """

    views: tuple[ViewChoice, ...]
    samples: tuple[Sample, ...]
    sample_name: str | None


_VIEWS = (
    ViewChoice("sent", "As sent", "As most people see it: in light colours."),
    ViewChoice("dark", "Dark", "On a device that is set to dark colours."),
    ViewChoice("no-pictures", "Without pictures", "As many inboxes show it first: the words must be enough."),
    ViewChoice("forced", "Forced dark", "All colours inverted, pictures too, as in some mail apps on Android."),
    ViewChoice(
        "no-styles", "Without styles", "As Gmail shows it when it removes the style sheet: nothing may be missing."
    ),
    ViewChoice("no-comments", "Without comments", "As listmonk sends it, without comments: nothing may be missing."),
)
_NO_NAME = ViewChoice("no-name", "Without a name", "As readers get it whose first name is not known.")


def preview_of(tool: MailTool, fallbacks: tuple[str, ...]) -> Preview:
    """Make the preview for a mail tool. ``fallbacks`` are those of the greetings in the edition."""
    samples = sorted(tool.samples(fallbacks), key=lambda sample: (-len(sample.tag), sample.tag))
    can_be_unknown = any(sample.unknown for sample in samples)
    has_name = any(sample.value == SAMPLE_NAME for sample in samples)
    views = (*_VIEWS, _NO_NAME) if can_be_unknown else _VIEWS
    return Preview(views, tuple(samples), SAMPLE_NAME if has_name else None)
