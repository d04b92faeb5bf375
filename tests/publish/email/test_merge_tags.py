"""Text of authors is never a merge tag, and our own merge tags are not changed."""

import pytest

from newsroom.mail_tools import MAIL_TOOLS, MailTool
from newsroom.publish.email.merge_tags import WORD_JOINER, TagPlaceholders, TagStarts

AUTHORS = {
    "mailchimp": ("*|FNAME|*", "*|IF:A|*"),
    "brevo": ("{{ contact.NAME }}", "{% if a %}", "{# a #}"),
    "campaign-monitor": ("[firstname]", "[FirstName,fallback=you]", "[unsubscribe]"),
    "mailerlite": ("{$name}",),
    "dotdigital": ("@FIRSTNAME@", "$UNSUB$", "{{ a }}"),
    "listmonk": ("{{ .Subscriber.Name }}",),
    "buttondown": ("{{ subscriber.email }}", "{% if a %}"),
    "notify": ("((name))",),
}


def placeholders(tool: MailTool) -> TagPlaceholders:
    """The placeholders for a tool's email without greetings."""
    return TagPlaceholders(tool, TagStarts(MAIL_TOOLS.values()))


WRITTEN = [(tool, tag) for tool, tags in AUTHORS.items() for tag in tags]


@pytest.mark.parametrize(("tool", "tag"), WRITTEN)
def test_merge_tag_of_an_author_gets_an_invisible_character(tool: str, tag: str) -> None:
    broken = f"Dear {tag[0]}{WORD_JOINER}{tag[1:]}"
    places = placeholders(MAIL_TOOLS[tool])
    assert places.fill_text(f"Dear {tag}") == broken
    assert places.fill_html(f"<p>Dear {tag}</p>") == f"<p>{broken}</p>"
    assert places.fill_html(f'<img alt="Dear {tag}">') == f'<img alt="{broken}">'


@pytest.mark.parametrize(("tool", "tag"), [("dotdigital", "@a@"), ("dotdigital", "$a$"), ("notify", "((a))")])
def test_merge_tag_in_an_address_is_percent_encoded(tool: str, tag: str) -> None:
    places, address = placeholders(MAIL_TOOLS[tool]), f"https://e.example/%{ord(tag[0]):02X}{tag[1:]}"
    assert places.fill_html(f'<a href="https://e.example/{tag}">x</a>') == f'<a href="{address}">x</a>'
    assert places.fill_html(f'<img src="https://e.example/{tag}">') == f'<img src="{address}">'
    for scheme in ("https://", "http://", "mailto:"):
        written = address.replace("https://", scheme)
        assert places.fill_text(f"[1] {scheme}e.example/{tag} {tag}") == f"[1] {written} {tag[0]}{WORD_JOINER}{tag[1:]}"


def test_prose_that_looks_like_an_attribute_is_escaped() -> None:
    html = '<p>Write href="{{ a }}" and <code>&lt;a href="{{ b }}"&gt;</code></p>'
    assert placeholders(MAIL_TOOLS["brevo"]).fill_html(html) == html.replace("{{", f"{{{WORD_JOINER}{{")


@pytest.mark.parametrize("text", ["[1] [sic: and more] [two words] ![a]", "a {b} $5 a@b.example c@d.example * | ( ( {"])
def test_text_that_is_not_a_merge_tag_is_not_changed(text: str) -> None:
    for tool in MAIL_TOOLS.values():
        assert placeholders(tool).fill_text(text) == text


def test_same_tag_has_the_same_placeholder() -> None:
    places = placeholders(MAIL_TOOLS["brevo"])
    one, two, again = (
        places.placeholder_for("{{ one }}"),
        places.placeholder_for("{{ two }}"),
        places.placeholder_for("{{ one }}"),
    )
    assert one == again != two
    assert places.fill_text(f"{one} {two} {{{{ three") == f"{{{{ one }}}} {{{{ two }}}} {{{WORD_JOINER}{{ three"
    assert places.fill_html(f'<a href="{two}">{one}</a>') == '<a href="{{ two }}">{{ one }}</a>'


@pytest.mark.parametrize("tag", ["*|UNSUB|*", "{{ mirror }}", "$UNSUB$", "{$url}", "[webversion]"])
def test_tags_of_other_tools_are_escaped(tag: str) -> None:
    for tool in MAIL_TOOLS.values():
        assert placeholders(tool).fill_html(f"<p>{tag}</p>") == f"<p>{tag[0]}{WORD_JOINER}{tag[1:]}</p>"


def test_tag_element_in_an_attribute_is_escaped() -> None:
    html = placeholders(MAIL_TOOLS["campaign-monitor"]).fill_html(
        '<img alt="<unsubscribe>x</unsubscribe>"><webversion>y'
    )
    assert html == '<img alt="&lt;unsubscribe>x&lt;/unsubscribe>"><webversion>y'
