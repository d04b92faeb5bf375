"""Signing up for the newsletter: the mail tool's form if there is one, else a link; and the pages of the network."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml.html import HtmlElement, document_fromstring, fragment_fromstring

from tests.support import SETTINGS, open_newsroom, problems_in, small_newsroom
from tests.support.items import page
from tests.support.rendering import body, page_parts, published, words
from tests.support.wordings import Reported

FORM: Mapping[str, object] = {
    "action": "https://tool.example/join?list=2&x=1",
    "email_field": "EMAIL",
    "hidden": {"list": "news & more"},
    "honeypot": "b_1",
}
WITH_FORM = {**SETTINGS, "signup_form": FORM}
FILES = {**small_newsroom(), "docs/subscribe.md": page(title="Subscribe"), "docs/privacy.md": page(title="Privacy")}
PAGES = ("docs/index.md", "docs/subscribe.md", "newsletters/2024-03.md")


def signup(root: Path, path: str, settings: Mapping[str, object]) -> HtmlElement:
    return body(open_newsroom(root, FILES, settings=settings), path)


@pytest.mark.parametrize("path", PAGES)
def test_form_has_a_label_hidden_fields_and_says_who_gets_the_address(tmp_path: Path, path: str) -> None:
    found = signup(tmp_path, path, WITH_FORM)
    (form,) = found.xpath(".//form")
    assert (form.get("method"), form.get("action")) == ("post", FORM["action"])
    assert dict(form.fields) == {"list": "news & more", "b_1": None, "EMAIL": None}
    (field,) = form.xpath(".//input[@type='email']")
    assert (field.get("autocomplete"), field.get("required") is not None) == ("email", True)
    assert words(form.xpath(f".//label[@for='{field.get('id')}']")[0]) == "Your email address"
    promise = found.get_element_by_id(field.get("aria-describedby"))
    assert "tool.example," in words(promise)
    assert [link.get("href") for link in promise.iter("a")] == ["/privacy/"]
    (trap,) = form.xpath(".//*[@aria-hidden='true']/input")
    assert (trap.get("tabindex"), trap.get("autocomplete")) == ("-1", "off")


@pytest.mark.parametrize("path", PAGES)
def test_without_a_form_there_is_a_link(tmp_path: Path, path: str) -> None:
    found = signup(tmp_path, path, SETTINGS)
    assert not found.xpath(".//form")
    assert found.xpath(f".//a[@href='{SETTINGS['signup_url']}']")


@pytest.mark.parametrize("path", PAGES)
def test_network_without_a_newsletter_offers_none(tmp_path: Path, path: str) -> None:
    settings = {name: value for name, value in SETTINGS.items() if name != "signup_url"}
    build = open_newsroom(tmp_path, FILES, settings=settings)
    assert "Sign up" not in words(body(build, path))


def test_email_of_network_without_a_sign_up_has_no_link_to_one(tmp_path: Path) -> None:
    settings = {name: value for name, value in SETTINGS.items() if name != "signup_url"}
    files = published(tmp_path, FILES, settings=settings)
    for ending in ("html", "txt"):
        assert b"ign up" not in files[f"newsletters/2024-03/email/generic.{ending}"]


def test_page_and_headers_allow_the_form(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path / "pages", FILES, settings=WITH_FORM)
    head = document_fromstring(page_parts(build, "docs/subscribe.md").head)
    (policy,) = (str(each.get("content")) for each in head.iter("meta") if each.get("http-equiv"))
    assert policy.endswith("form-action 'self' https://tool.example/join")
    headers = published(tmp_path / "site", FILES, settings=WITH_FORM)["_headers"].decode().split("\n")
    policies = [line for line in headers if "script-src" in line]
    assert policies
    assert all("form-action 'self' https://tool.example/join;" in line for line in policies)


@pytest.mark.parametrize(
    "form",
    [
        "https://tool.example/join",
        {"action": "http://tool.example/join", "email_field": "EMAIL"},
        {"action": "https://tool.example/a b", "email_field": "EMAIL"},
        {"action": "https://tool.example/join"},
        {"action": "https://tool.example/join", "email_field": "EMAIL", "fields": {}},
    ],
)
def test_invalid_form_is_an_error(tmp_path: Path, reported: Reported, form: object) -> None:
    assert reported(problems_in(tmp_path, FILES, settings={**SETTINGS, "signup_form": form})) == [
        "mkdocs.yml setting-invalid"
    ]


def test_footer_leads_to_contact_page_and_social_media(tmp_path: Path) -> None:
    settings = {**SETTINGS, "social": [{"name": "Elm on Mastodon", "address": "https://social.example/@elm"}]}
    build = open_newsroom(tmp_path, {**FILES, "docs/contact.md": page(title="Contact")}, settings=settings)
    footer = fragment_fromstring(page_parts(build, "docs/about.md").footer)
    links = {words(link): link.get("href") for link in footer.iter("a")}
    assert links.items() >= {
        ("All ways to reach us", "../contact/"),
        ("Elm on Mastodon", "https://social.example/@elm"),
    }
