"""The policies: no inline styles and scripts but those whose hashes are computed from the files."""

import pytest

from newsroom.mail_tools.signup_form import SignupForm
from newsroom.publish.hosting.content_policy import (
    EMAIL_POLICY,
    REDIRECT_POLICY,
    email_as_page,
    file_policy,
    page_policy,
    sender_policy,
)

SHEET = "<!doctype html><html><head>\n<style>@media (prefers-color-scheme: dark) { a { color: red } }</style></head>"


def directives(policy: str) -> dict[str, list[str]]:
    """The sources of each directive."""
    parts = (part.split() for part in policy.split("; "))
    return {name: sources for name, *sources in parts}


def test_page_policy_has_hashes_instead_of_inline_code() -> None:
    found = directives(page_policy(["alert(1)"]))
    hashed = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    assert found["script-src"] == ["'self'", hashed, "'wasm-unsafe-eval'"]
    assert found["style-src"] == ["'self'"]
    assert found["default-src"] == found["base-uri"] == found["frame-src"] == ["'none'"]
    assert found["form-action"] == ["'self'"]
    assert "worker-src" not in found


def test_no_policy_but_that_of_emails_allows_unknown_inline_code() -> None:
    assert "unsafe-inline" not in page_policy() + sender_policy([SHEET]) + REDIRECT_POLICY


def test_sender_policy_lists_the_styles_of_its_emails() -> None:
    email = f"{SHEET}<p style='color: red'><b style='color: red'>x</b></p>"
    sources = directives(sender_policy([email, email]))["style-src"]
    assert sources[:2] == ["'self'", "'unsafe-hashes'"]
    assert len(sources) == 2 + 3 + 1, "a style sheet as it is, in dark and in light colours, and one value"
    assert directives(sender_policy([]))["style-src"] == ["'self'"]


def test_email_opened_as_a_page_has_a_policy_of_its_own() -> None:
    page = email_as_page(SHEET)
    assert page.index(EMAIL_POLICY) < page.index("<style>")
    assert directives(EMAIL_POLICY)["default-src"] == ["'none'"]


@pytest.mark.parametrize(
    ("action", "source"),
    [
        ("https://a.list-manage.com/subscribe/post?u=1&id=2", "https://a.list-manage.com/subscribe/post"),
        ("https://tool.example:8443/join;a,b", "https://tool.example:8443/join%3Ba%2Cb"),
    ],
)
def test_forms_may_be_sent_to_the_mail_tool_alone(action: str, source: str) -> None:
    form = SignupForm(action=action, email_field="EMAIL")
    for policy in (page_policy([], form), file_policy([], form)):
        assert directives(policy)["form-action"] == ["'self'", source]
    assert directives(sender_policy([]))["form-action"] == ["'self'"]
    assert directives(EMAIL_POLICY)["form-action"] == ["'none'"]
