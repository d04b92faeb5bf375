"""The checks that every email must pass before it can be sent, each in one function."""

from newsroom.mail_tools import EmailForm
from newsroom.publish.email.checks import content, markup, size, tags
from newsroom.publish.email.checks.checked_email import Check, CheckedEmail, CheckResult

__all__ = ["CHECKS", "CheckResult", "CheckedEmail", "run_checks"]

_CHECKS_FOR_EVERY_TOOL = (
    Check("Nothing that somebody wrote is read as a tag by the mail tool.", tags.check_foreign_tags),
    Check("Subject and preheader hold nothing that the mail tool would read as a tag.", tags.check_subject_tags),
)
CHECKS = (
    Check("The HTML is well-formed.", markup.check_well_formed),
    Check("It says its character set, its title, its language and the direction it is written in.", markup.check_head),
    Check("Tables that only arrange things say so to screen readers.", markup.check_layout_tables),
    Check("It has one main heading, and no heading skips a level.", content.check_headings),
    Check("Every section has something in it.", content.check_sections_not_empty),
    Check("The preheader is the first thing inboxes read; it is hidden in the email itself.", markup.check_preheader),
    Check(
        "Outlook for Windows has a column of 600 px and buttons of its own, which lead where the others do.",
        markup.check_outlook,
    ),
    Check("Nothing is lost where a mail tool removes styles or comments.", markup.check_stripped_email),
    Check("It is set up for light and for dark inboxes, and every link has a colour.", markup.check_palettes),
    Check("It is small enough for Gmail to show it whole.", size.check_size),
    Check(
        "Its styles are short and plain enough for Gmail, and it has no script, form or web font.", markup.check_styles
    ),
    Check("Every link has words and a whole address.", content.check_email_links),
    Check("Every picture is a JPEG or PNG with a width, a height and words for it.", content.check_pictures),
    Check("The plain text has the same links as the HTML.", content.check_text_links),
    Check(tags.address_claim, tags.check_own_tags),
    Check("Every greeting is in both parts, as the mail tool fills it in.", tags.check_greetings),
    *_CHECKS_FOR_EVERY_TOOL,
)


def run_checks(email: CheckedEmail) -> tuple[CheckResult, ...]:
    """Run the checks on one email. Returns the results in order. Few checks apply to a tool without HTML."""
    checks = CHECKS if EmailForm.HTML in email.tool.parts else _CHECKS_FOR_EVERY_TOOL
    return tuple(check.run(email) for check in checks)
