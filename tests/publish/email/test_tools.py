"""The email for each mail tool, built in or defined by a network, has that tool's merge tags once, and no other's."""

from collections.abc import Mapping

import pytest

from newsroom.mail_tools import MAIL_TOOLS, MailTool
from newsroom.problems import ContentError
from newsroom.publish.email.merge_tags import WORD_JOINER, TagPlaceholders, TagStarts
from newsroom.site_settings import site_settings
from tests.support import SETTINGS
from tests.support.emails import EDITION_URL, Parts, faults, outcome_of
from tests.support.html import parse
from tests.support.items import newsletter
from tests.support.wordings import Reported

OURS: Mapping[str, object] = {
    "name": "our-tool",
    "label": "Our Tool",
    "marks": ["%% %%"],
    "unsubscribe": "%%LEAVE%%",
    "view_online": "%%ONLINE%%",
    "preferences": "%%CHOOSE%%",
    "address": "%%ADDRESS%%",
    "first_name": "%%NAME|{fallback}%%",
}
"""A mail tool that only this network has."""
LEAVE = "mailto:hello@elm.example?subject=Unsubscribe%20from%20the%20newsletter"
TAGS: dict[str, tuple[str, str, str, str]] = {
    "generic": (LEAVE, EDITION_URL, "", "dear friend"),
    "mailchimp": (
        "*|UNSUB|*",
        "*|ARCHIVE|*",
        "*|UPDATE_PROFILE|*",
        "*|IF:FNAME|**|FNAME|**|ELSE:|*dear friend*|END:IF|*",
    ),
    "brevo": (
        "{{ unsubscribe }}",
        "{{ mirror }}",
        "{{ update_profile }}",
        '{{ contact.FIRSTNAME | default : "dear friend" }}',
    ),
    "campaign-monitor": ("unsubscribe", "webversion", "preferences", "[firstname,fallback=dear friend]"),
    "mailerlite": ("{$unsubscribe}", "{$url}", "", "{$name|default('dear friend')}"),
    "dotdigital": ("http://$UNSUB$", "http://$CANTREAD$", "", "@FIRSTNAME@"),
    "listmonk": (
        "{{ UnsubscribeURL }}",
        "{{ MessageURL }}",
        "{{ UnsubscribeURL }}?manage=true",
        '{{ .Subscriber.FirstName | default "dear friend" }}',
    ),
    "buttondown": (
        "{{ unsubscribe_url }}",
        "{{ email.absolute_url }}",
        "",
        "{% if subscriber.metadata.first_name %}{{ subscriber.metadata.first_name }}{% else %}dear friend{% endif %}",
    ),
    "hubspot": (
        "{{ unsubscribe_link_all }}",
        "{{ view_as_page_url }}",
        "{{ unsubscribe_link }}",
        "{{ personalization_token('contact.firstname', 'dear friend') }}",
    ),
    "mailjet": ("[[UNSUB_LINK_EN]]", EDITION_URL, "", '[[data:firstname:"dear friend"]]'),
    "constant-contact": ("", EDITION_URL, "", '[[FIRSTNAME OR "dear friend"]]'),
    "emailoctopus": ("{{UnsubscribeURL}}", "{{WebVersionURL}}", "", '{{FirstName|default("dear friend")}}'),
    "zoho-campaigns": ("$[LI:UNSUBSCRIBE]$", "$[LI:VIEWINBROWSER]$", "$[LI:SUB_PREF]$", "$[FNAME|dear friend]$"),
    "kit": (
        "{{ unsubscribe_url }}",
        EDITION_URL,
        "{{ subscriber_preferences_url }}",
        '{{ subscriber.first_name | default: "dear friend" }}',
    ),
    "govdelivery": ("", EDITION_URL, "[[SUBSCRIBER_PREFERENCES_URL]]", "[[FIRST_NAME]]"),
    "our-tool": ("%%LEAVE%%", "%%ONLINE%%", "%%CHOOSE%%", "%%NAME|dear friend%%"),
}
"""Each tool's address to unsubscribe, to view the email online and to choose, and its tag for the first name.

They are from the tools' manuals, whose addresses are in ``tools.toml``. Empty where the tool has none.
"""
ELEMENTS = frozenset({"campaign-monitor"})
"""The tools whose links are elements in HTML, and the same in square brackets in the text."""
ADDRESSES = {
    "mailchimp": ("*|HTML:LIST_ADDRESS_HTML|*", "*|LIST:ADDRESS|*"),
    "hubspot": ("{{ site_settings.company_street_address_1 }}",) * 2,
    "emailoctopus": ("{{SenderInfo}}",) * 2,
    "kit": ("{{ address }}",) * 2,
    "our-tool": ("%%ADDRESS%%",) * 2,
}
"""The tools that fill in the sender's postal address, in HTML and in plain text."""
BODY = """\
Dear {First Name | dear friend}, and *again* {first_name|dear friend}.

## News for {first name|neighbours}

%%ONLINE%% is a tag of ours, and so is %%NAME%%. [For {first name|you}](https://other.example/).
"""


def tool_of(name: str) -> MailTool:
    """A mail tool."""
    return MAIL_TOOLS.get(name) or MailTool.model_validate(OURS)


@pytest.fixture(scope="module")
def emails(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Parts]:
    """The email of an edition with greetings for every tool that takes HTML."""
    names = [OURS if name == "our-tool" else name for name in TAGS]
    outcome = outcome_of(tmp_path_factory.mktemp("newsroom"), newsletter(BODY), tools=names)
    assert not outcome.email_problems
    return {name: outcome.parts(name) for name in TAGS}


@pytest.mark.parametrize("name", TAGS)
def test_every_tag_is_once_in_both_parts_and_none_of_another_tool(emails: dict[str, Parts], name: str) -> None:
    email, links = emails[name], [link.get("href", "") for link in parse(emails[name].html).iter("a")]
    assert faults(email, tool_of(name), ["dear friend"]) == []
    lines = [line.rpartition(": ")[2] for line in email.text.split("\n")]
    for tag in filter(None, TAGS[name][:3]):
        if name in ELEMENTS:
            assert email.html.count(f"<{tag}>") == email.html.count(f"</{tag}>") == 1
            assert lines.count(f"[{tag}]") == (tag != "preferences")  # its manual has no form for plain text
        else:
            assert links.count(tag) == lines.count(tag) == 1 + (tag == EDITION_URL)  # the footer links to the page, too
    assert email.html.count(TAGS[name][3]) == email.text.count(TAGS[name][3]) == 2


@pytest.mark.parametrize("name", TAGS)
def test_greeting_in_a_heading_or_a_link_is_its_fallback(emails: dict[str, Parts], name: str) -> None:
    assert emails[name].html.count("News for neighbours") == emails[name].html.count(">For you<") == 1
    assert "NEWS FOR NEIGHBOURS" in emails[name].text


@pytest.mark.parametrize("name", TAGS)
def test_sender_or_address_tag_is_once_in_each_part(emails: dict[str, Parts], name: str) -> None:
    ours = "The Elm Street Network, 1 Elm Street"
    in_html, in_text = ADDRESSES.get(name, (ours, ours))
    assert (emails[name].html.count(in_html), emails[name].text.count(in_text)) == (1, 1)


@pytest.mark.parametrize("name", TAGS)
def test_tags_of_a_defined_tool_are_escaped_for_every_tool(emails: dict[str, Parts], name: str) -> None:
    broken = f"%{WORD_JOINER}%ONLINE%"
    assert broken in emails[name].html
    assert broken in emails[name].text
    assert (f"%{WORD_JOINER}%NAME%" in emails[name].html) == (name == "our-tool")


def test_every_built_in_tool_has_a_row_and_a_source() -> None:
    assert {*TAGS, "notify"} == {*MAIL_TOOLS, "our-tool"}
    assert [name for name, tool in MAIL_TOOLS.items() if tool.tags and not tool.sources] == []


def test_tool_without_a_fallback_of_its_own_says_what_to_do() -> None:
    named = {tool.name for tool in MAIL_TOOLS.values() if tool.first_name and not tool.has_fallback}
    assert named == {"dotdigital", "govdelivery", "notify"} <= {name for name, tool in MAIL_TOOLS.items() if tool.note}


@pytest.mark.parametrize("name", TAGS)
def test_samples_have_every_tag_of_the_email(emails: dict[str, Parts], name: str) -> None:
    samples = {sample.tag: sample.value for sample in tool_of(name).samples(("dear friend",))}
    filled = emails[name].html + emails[name].text
    for form in sorted(samples, key=len, reverse=True):
        filled = filled.replace(form, samples[form])
    own = {tag for tag in TAGS[name] if tag and name not in ELEMENTS and tag not in (EDITION_URL, LEAVE, "dear friend")}
    assert {tag for tag in own if tag in filled} == set()
    assert ("Dear Ada, and" in filled) == bool(tool_of(name).first_name)


BAD = [
    ({"label": None}, "setting-missing", "`label`"),
    ({"name": "Our Tool"}, "setting-invalid", "lower-case"),
    ({"name": "mailchimp"}, "setting-invalid", "built in"),
    ({"unsubscribe": "##LEAVE##"}, "setting-invalid", "`marks`"),
    ({"first_name": "[NAME]"}, "setting-invalid", "`marks`"),
    ({"marks": []}, "setting-invalid", "`marks`"),
    ({"marks": ["%%"]}, "setting-invalid", "`marks`"),
    ({"marks": ["a b"]}, "setting-invalid", "`marks`"),
    ({"marks": ["< >"]}, "setting-invalid", "`marks`"),
    ({"unsubscribe": '%%"LEAVE%%'}, "setting-invalid", "`unsubscribe`"),
    ({"address": {"text": "%%ADDRESS%%"}}, "setting-invalid", "`address`"),
    ({"view_online": {"href": "%%A%%", "link": "%%B%%"}}, "setting-invalid", "`view_online`"),
    ({"unsubscrib": "%%LEAVE%%"}, "setting-unknown", "did you mean 'unsubscribe'"),
]


@pytest.mark.parametrize(("change", "code", "words"), BAD, ids=lambda value: str(value)[:40])
def test_fault_in_a_definition_is_an_error_that_says_how_to_fix_it(
    change: dict[str, object], code: str, words: str, reported: Reported
) -> None:
    with pytest.raises(ContentError) as caught:
        site_settings({**SETTINGS, "mail_tools": ["generic", {**OURS, **change}]})
    assert {line.split(" ")[1] for line in reported(caught.value.problems)} == {code}
    assert words in caught.value.problems[0].sentence


@pytest.mark.parametrize(
    ("mark", "read", "plain"),
    [
        ("## ##", ("##NAME##", "a ## b"), ("#a", "# # a")),
        ("[ ]", ("[name]", "[name,fallback=you]"), ("[1]", "![alt]", "[two words]", "[Elm & co]")),
        ("@ @", ("@NAME@",), ("a@b.example", "@ b @", "@elm and @oak")),
    ],
)
def test_marks_decide_what_is_read_as_a_tag(mark: str, read: tuple[str, ...], plain: tuple[str, ...]) -> None:
    tool = MailTool(name="a", label="A", marks=(mark,))
    places = TagPlaceholders(tool, TagStarts([tool]))
    assert [places.fill_text(text) == text for text in (*read, *plain)] == [False] * len(read) + [True] * len(plain)


def test_same_tool_named_and_defined_twice_is_an_error() -> None:
    with pytest.raises(ContentError):
        site_settings({**SETTINGS, "mail_tools": [OURS, {**OURS, "label": "Other"}]})
