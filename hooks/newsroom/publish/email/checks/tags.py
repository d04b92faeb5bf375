"""Checks of what the mail tool fills in: its own tags, each once, and no other's."""

import re
from collections.abc import Iterator

from newsroom.problems import Problem
from newsroom.publish.email.checks.subject import Subject, elements
from newsroom.publish.email.tools import MAIL_TOOLS, Tag


def own_tags(subject: Subject) -> Iterator[Problem]:
    """View online, unsubscribe and the sender's address: each exactly once, in the mail tool's own tag."""
    for name, tag in (("unsubscribe", subject.tool.unsubscribe), ("view-online", subject.tool.view_online)):
        for part, count in (("HTML", _in_html(subject, name, tag)), ("plain text", _in_text(subject, tag))):
            if count != 1:
                yield subject.fault(
                    "email-tag-count", f"the {part} has its {name} link {count} times", "keep it once in the template"
                )
    address = subject.tool.address
    if address and (subject.html.count(address.html), subject.text.count(address.text)) != (1, 1):
        yield subject.fault(
            "email-tag-count", "the sender's address must be there exactly once", "keep it once in the footer"
        )
    if len([e for e in elements(subject.tree, "p") if "address" in (e.get("class") or "").split()]) != 1:
        yield subject.fault(
            "email-tag-count", "the sender's address must be there exactly once", "keep it once in the footer"
        )


def no_foreign_tags(subject: Subject) -> Iterator[Problem]:
    """None of another mail tool's tags, and nothing else that this one would read as a tag."""
    for other in MAIL_TOOLS.values():
        for tag in (other.unsubscribe, other.view_online, other.address):
            forms = (tag.href, tag.html, f"<{tag.element}>" if tag.element else "") if tag else ()
            for form in filter(None, forms):
                if other is not subject.tool and form in subject.html:
                    yield subject.fault(
                        "email-tag-foreign", f"the HTML contains a tag of {other.label}: {form}", "delete it"
                    )
    if subject.tool.tag_start:
        for part in (_without_own(subject.html, subject), _without_own(subject.text, subject)):
            if found := re.search(subject.tool.tag_start, part):
                yield subject.fault(
                    "email-tag-foreign",
                    f"{part[found.start() : found.start() + 20]!r} would be read as a tag",
                    "delete it",
                )


def subject_without_tags(subject: Subject) -> Iterator[Problem]:
    """Subject and preheader, which are pasted as they are, hold nothing that the tool would read as a tag."""
    front = subject.body.edition.front
    for name, words in (("subject", front.subject), ("preheader", front.preheader)):
        if subject.tool.tag_start and (found := re.search(subject.tool.tag_start, words)):
            what = f"{subject.tool.label} would read '{words[found.start() :][:20]}' in the {name} as a tag of its own"
            yield subject.problem("email-subject-tag", None, what, f"write the {name} without it")


def _in_html(subject: Subject, name: str, tag: Tag | None) -> int:
    if tag and tag.element:
        return subject.html.count(f"<{tag.element}>")
    if tag:
        return subject.html.count(tag.href)
    return len([link for link in elements(subject.tree, "a") if link.get("class") == name])


def _in_text(subject: Subject, tag: Tag | None) -> int:
    return subject.text.count(tag.text) if tag else 1


def _without_own(text: str, subject: Subject) -> str:
    for tag in (subject.tool.unsubscribe, subject.tool.view_online, subject.tool.address):
        for form in (tag.href, tag.html, tag.text) if tag else ():
            text = text.replace(form, "") if form else text
    return text
