"""Checks of merge tags: the mail tool's own tags once each, and no others."""

import re
from collections.abc import Iterator

from newsroom.problems import Problem
from newsroom.publish.email.checks.checked_email import CheckedEmail, elements
from newsroom.publish.email.tools import MAIL_TOOLS, Tag


def check_own_tags(email: CheckedEmail) -> Iterator[Problem]:
    """Check that the tags for view online, unsubscribe and the sender's address are each there exactly once."""
    for name, tag in (("unsubscribe", email.tool.unsubscribe), ("view-online", email.tool.view_online)):
        for part, count in (("HTML", _count_in_html(email, name, tag)), ("plain text", _count_in_text(email, tag))):
            if count != 1:
                yield email.template_problem(
                    "email-tag-count", f"the {part} has its {name} link {count} times", "keep it once in the template"
                )
    address = email.tool.address
    if address and (email.html.count(address.html), email.text.count(address.text)) != (1, 1):
        yield email.template_problem(
            "email-tag-count", "the sender's address must be there exactly once", "keep it once in the footer"
        )
    if len([e for e in elements(email.tree, "p") if "address" in (e.get("class") or "").split()]) != 1:
        yield email.template_problem(
            "email-tag-count", "the sender's address must be there exactly once", "keep it once in the footer"
        )


def check_foreign_tags(email: CheckedEmail) -> Iterator[Problem]:
    """Check for tags of other mail tools, and for other text that this one would read as a tag."""
    for other in MAIL_TOOLS.values():
        for tag in (other.unsubscribe, other.view_online, other.address):
            forms = (tag.href, tag.html, f"<{tag.element}>" if tag.element else "") if tag else ()
            for form in filter(None, forms):
                if other is not email.tool and form in email.html:
                    yield email.template_problem(
                        "email-tag-foreign", f"the HTML contains a tag of {other.label}: {form}", "delete it"
                    )
    if email.tool.tag_start:
        for part in (_without_own_tags(email.html, email), _without_own_tags(email.text, email)):
            if found := re.search(email.tool.tag_start, part):
                yield email.template_problem(
                    "email-tag-foreign",
                    f"{part[found.start() : found.start() + 20]!r} would be read as a tag",
                    "delete it",
                )


def check_subject_tags(email: CheckedEmail) -> Iterator[Problem]:
    """Check that the tool would read nothing in the subject and the preheader as a tag. They cannot be escaped."""
    front = email.body.edition.front
    for name, words in (("subject", front.subject), ("preheader", front.preheader)):
        if email.tool.tag_start and (found := re.search(email.tool.tag_start, words)):
            what = f"{email.tool.label} would read '{words[found.start() :][:20]}' in the {name} as a tag of its own"
            yield email.problem("email-subject-tag", None, what, f"write the {name} without it")


def _count_in_html(email: CheckedEmail, name: str, tag: Tag | None) -> int:
    if tag and tag.element:
        return email.html.count(f"<{tag.element}>")
    if tag:
        return email.html.count(tag.href)
    return len([link for link in elements(email.tree, "a") if link.get("class") == name])


def _count_in_text(email: CheckedEmail, tag: Tag | None) -> int:
    return email.text.count(tag.text) if tag else 1


def _without_own_tags(text: str, email: CheckedEmail) -> str:
    for tag in (email.tool.unsubscribe, email.tool.view_online, email.tool.address):
        for form in (tag.href, tag.html, tag.text) if tag else ():
            text = text.replace(form, "") if form else text
    return text
