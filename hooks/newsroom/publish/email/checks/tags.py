"""Checks of merge tags: the mail tool's own tags once each, and no others."""

import re
from collections.abc import Iterator

from newsroom.mail_tools import EmailForm, Tag, tag_start
from newsroom.problems import Problem
from newsroom.publish.email.checks.checked_email import CheckedEmail, elements


def check_own_tags(email: CheckedEmail) -> Iterator[Problem]:
    """Check that the links that a mail tool fills in, and the sender, are each there exactly once."""
    tool, html, text = email.tool, _TagCounts(email, email.html), _TagCounts(email, email.text)
    links = (("unsubscribe", tool.unsubscribe), ("view-online", tool.view_online), ("preferences", tool.preferences))
    for name, tag in links:
        wanted = 0 if tag is None and (name == "preferences" or (name == "unsubscribe" and tool.adds_footer)) else 1
        in_html = html.count(tag) if tag else _own_links(email, name)
        in_text = text.count_text(tag) if tag and tag.text else wanted
        for part, count in (("HTML", in_html), ("plain text", in_text)):
            if count != wanted:
                yield email.template_problem(
                    "email-tag-count", f"the {part} has its {name} link {count} times", "keep it once in the template"
                )
    is_named = len([e for e in elements(email.tree, "p") if "address" in (e.get("class") or "").split()]) == 1
    if not is_named or (tool.address and (html.count(tool.address), text.count_text(tool.address)) != (1, 1)):
        yield email.template_problem(
            "email-tag-count", "the sender must be there exactly once", "keep the sender's line once in the footer"
        )


def check_greetings(email: CheckedEmail) -> Iterator[Problem]:
    """Check that the tag for each greeting is as often in the plain text as in the HTML."""
    for fallback in email.body.fallbacks if email.tool.first_name else ():
        tag = email.tool.first_name_tag(fallback)
        if (count := email.html.count(tag)) != email.text.count(tag) or not count:
            yield email.template_problem(
                "email-tag-count", f"the greeting {tag} is not in both parts", "print the sections in both templates"
            )


def check_foreign_tags(email: CheckedEmail) -> Iterator[Problem]:
    """Check for tags of other mail tools, and for other text that this one would read as a tag."""
    html, text = _without_own_tags(email.html, email), _without_own_tags(email.text, email)
    for other in email.known_tools:
        for form in sorted({form for tag in other.tags for form in tag.html_forms} - email.tool.tag_forms):
            if form in html:
                what = f"the HTML contains a tag of {other.label}: {form}"
                yield email.template_problem("email-tag-foreign", what, "delete it")
    start = tag_start(email.tool)
    for part in (html, text):
        if start and (found := re.search(start, part)):
            what = f"{part[found.start() : found.start() + 20]!r} would be read as a tag"
            yield email.template_problem("email-tag-foreign", what, "delete it")


def check_subject_tags(email: CheckedEmail) -> Iterator[Problem]:
    """Check that the tool would read nothing in the subject and the preheader as a tag. They cannot be escaped."""
    front, start = email.body.edition.front, tag_start(email.tool)
    for name, words in (("subject", front.subject), ("preheader", front.preheader)):
        if start and (found := re.search(start, words)):
            what = f"{email.tool.label} would read '{words[found.start() :][:20]}' in the {name} as a tag of its own"
            line = email.lines.get((name,))
            yield email.problem("email-subject-tag", None, what, f"write the {name} without it", line)


def address_claim(email: CheckedEmail) -> str:
    """What the check of the tags has found about the postal address, in words for the sender."""
    tool = email.tool
    links = "The link to view it online is there once, as the mail tool needs it"
    if not tool.adds_footer:
        links = "The links to unsubscribe and to view it online are there once each, as the mail tool needs them"
    if tool.address or tool.adds_footer:
        what = "postal address" + (" and the link to unsubscribe" if tool.adds_footer else "")
        return f"{links}. The sender is named; {tool.label} adds the {what}."
    if email.postal_address:
        return f"{links}. The sender is named, with the postal address."
    return f"{links}. The sender is named, without a postal address: the settings have no `postal_address`."


class _TagCounts:
    """Counts tags in a text. A tag that contains another one is not counted as that."""

    def __init__(self, email: CheckedEmail, text: str) -> None:
        self._text = text
        self._forms = email.tool.tag_forms

    def count(self, tag: Tag) -> int:
        """How often the forms for HTML are there."""
        return sum(map(self._count, dict.fromkeys(tag.html_forms)))

    def count_text(self, tag: Tag) -> int:
        """How often the form for plain text is there."""
        return self._count(tag.text)

    def _count(self, form: str) -> int:
        longer = [other for other in self._forms if form in other and other != form]
        return self._text.count(form) - sum(self._text.count(other) for other in longer)


def _own_links(email: CheckedEmail, name: str) -> int:
    """How many links of a kind the HTML has whose address is ours."""
    if EmailForm.HTML not in email.tool.parts:
        return 1
    return len([link for link in elements(email.tree, "a") if link.get("class") == name])


def _without_own_tags(text: str, email: CheckedEmail) -> str:
    names = (email.tool.first_name_tag(fallback) for fallback in email.body.fallbacks if email.tool.first_name)
    for form in sorted({*email.tool.tag_forms, *names}, key=len, reverse=True):
        text = text.replace(form, "")
    return text
