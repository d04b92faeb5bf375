"""The checks that every email passes before it may be sent: what the best newsletters have, each as one function."""

from newsroom.publish.email.checks import content, markup, size, tags
from newsroom.publish.email.checks.subject import Check, Result, Subject
from newsroom.publish.email.tools import Part

__all__ = ["CHECKS", "Check", "Result", "Subject", "run_checks"]

_OF_EVERY_TOOL = (
    Check("Nothing that somebody wrote is read as a tag by the mail tool.", tags.no_foreign_tags),
    Check("Subject and preheader hold nothing that the mail tool would read as a tag.", tags.subject_without_tags),
)
CHECKS = (
    Check("The HTML is well-formed.", markup.well_formed),
    Check("It says its character set, its title, its language and the direction it is written in.", markup.head),
    Check("Tables that only arrange things say so to screen readers.", markup.tables),
    Check("It has one main heading, and no heading skips a level.", content.headings),
    Check("Every section has something in it.", content.something_in_each_section),
    Check("The preheader is the first thing inboxes read; it is hidden in the email itself.", markup.preheader),
    Check(
        "Outlook for Windows has a column of 600 px and buttons of its own, which lead where the others do.",
        markup.outlook,
    ),
    Check("Nothing is lost where a mail tool removes styles or comments.", markup.whole_when_stripped),
    Check("It is set up for light and for dark inboxes, and every link has a colour.", markup.palettes),
    Check("It is small enough for Gmail to show it whole.", size.size),
    Check("Its styles are short and plain enough for Gmail, and it has no script, form or web font.", markup.styles),
    Check("Every link has a whole address and says where it leads.", content.links),
    Check("Every picture is a JPEG or PNG with a width, a height and words for it.", content.pictures),
    Check("The plain text has the same links as the HTML.", content.same_links_in_text),
    Check(
        "Unsubscribe, view online and the sender’s address are there once, as the mail tool needs them.", tags.own_tags
    ),
    *_OF_EVERY_TOOL,
)


def run_checks(subject: Subject) -> tuple[Result, ...]:
    """What each check found in one email, in the checks' order. Of a tool that takes no HTML few can be asked."""
    checks = CHECKS if Part.HTML in subject.tool.parts else _OF_EVERY_TOOL
    return tuple(Result(check.claim, tuple(check.find(subject))) for check in checks)
