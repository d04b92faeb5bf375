"""The file of headers: every page's policy, by rules that match pages and nothing else."""

import re

import pytest

from newsroom.publish.hosting.content_policy import EMAIL_POLICY
from tests.support import SETTINGS, small_newsroom
from tests.support.items import newsletter, page, stories
from tests.support.rendering import published


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The headers by pattern."""
    cymraeg = {"newsletters/2024-03.cy.md": newsletter("## Helo\n\nBore da."), "docs/am.cy.md": page()}
    files = {**small_newsroom(), **cymraeg, **stories(40)}
    settings = {**SETTINGS, "site_url": "https://elm.example/site/"}
    text = published(tmp_path_factory.mktemp("site"), files, settings=settings)["_headers"].decode()
    blocks = (block.split("\n") for block in text.strip().split("\n\n"))
    return {pattern: dict(line.strip().split(": ", 1) for line in lines) for pattern, *lines in blocks}


def policies(rules: dict[str, dict[str, str]], path: str) -> list[str]:
    """The policies that a host sends with a file."""
    patterns = {pattern: re.sub(":[a-z]", "[^/]+", pattern).replace("*", ".*") for pattern in rules}
    return [rules[pattern]["Content-Security-Policy"] for pattern, form in patterns.items() if re.fullmatch(form, path)]


def test_all_files_have_the_security_headers(rules: dict[str, dict[str, str]]) -> None:
    headers = rules["/site/*"]
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert "script-src 'self' 'sha256-" in headers["Content-Security-Policy"], "a file that is opened runs no script"
    assert headers["Strict-Transport-Security"].startswith("max-age=")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert len(rules) <= 100, "Cloudflare Pages reads no more rules"
    assert max(len(f"{name}: {value}") for each in rules.values() for name, value in each.items()) < 2000


@pytest.mark.parametrize(
    "path", ["", "404.html", "stories/the-garden/", "news/page/2/", "newsletters/", "newsletters/2024-03/", "cy/am/"]
)
def test_page_has_a_policy_without_inline_code(rules: dict[str, dict[str, str]], path: str) -> None:
    found = policies(rules, f"/site/{path}")
    assert len(found) == 2
    assert "style-src 'self';" in found[1]
    assert "unsafe-inline" not in "".join(found)


@pytest.mark.parametrize("path", ["publications/report.pdf", "stories/tree.svg", "newsletters/2024-03/email/"])
def test_other_files_have_no_page_policy(rules: dict[str, dict[str, str]], path: str) -> None:
    assert len(policies(rules, f"/site/{path}")) == 1


@pytest.mark.parametrize("folder", ["", "cy/"])
def test_email_has_its_own_policy(rules: dict[str, dict[str, str]], folder: str) -> None:
    found = policies(rules, f"/site/{folder}newsletters/2024-03/email/generic.html")
    assert [policy for policy in found if policy.startswith(EMAIL_POLICY)] == found[1:]
