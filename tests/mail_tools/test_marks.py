"""Which texts and addresses are merge tags of a mail tool."""

import re

import pytest

from newsroom.mail_tools import MAIL_TOOLS, MailTool, TagAddresses, tag_pattern, tag_start

BRACKETS = {
    "unsubscribe": {"text": "[unsubscribe]", "href": "[leave]"},
    "first_name": "[firstname,fallback={fallback}]",
}


def tool(*marks: str, **fields: object) -> MailTool:
    return MailTool.model_validate({"name": "ours", "label": "Ours", "marks": marks, **fields})


@pytest.mark.parametrize(
    ("marks", "text", "starts"),
    [
        (("{{ }}",), "{{ a }} {a} {{{b}}}", [0, 12, 13]),
        (("*| |*",), "*|A|* *b* *|", [0, 10]),
        (("@ @",), "@NAME@ a@b.example @a,b@ !@C@ @1@ @a b@", [0]),
        (("[ ]",), "[name] [name,fallback=a b] [1] [two words] ![alt] [a,[b] [a2] [a,]", [0, 7, 53, 57, 62]),
        (("% %", "$ $"), "%A% $B$", [0, 4]),
    ],
)
def test_start_of_a_tag_is_found(marks: tuple[str, ...], text: str, starts: list[int]) -> None:
    found = tag_start(tool(*marks))
    assert found
    assert [match.start() for match in re.finditer(found, text)] == starts


@pytest.mark.parametrize(
    ("marks", "text", "tags"),
    [
        (("{{ }}",), "{{ a }} {a} {{}} {{b\n}} {{}}}", ["{{ a }}"]),
        (("{{ }}",), f"{{{{{'a' * 200}}}}} {{{{{'b' * 201}}}}}", [f"{{{{{'a' * 200}}}}}"]),
        (("@ @",), "@NAME@ @ab@ @a1_@ @1bc@ @a b@", ["@NAME@", "@a1_@"]),
        (("[ ]",), "[unsubscribe] [LEAVE] [sic] [firstname,fallback=a b] [nick,fallback=c] [Elm, 2020] [fallback]",
         ["[unsubscribe]", "[LEAVE]", "[firstname,fallback=a b]", "[nick,fallback=c]", "[fallback]"]),
        (("[ ]", "% %"), "[leave,a] [leave,a\nb] %ABC%", ["[leave,a]", "%ABC%"]),
    ],
)  # fmt: skip
def test_whole_tag_is_found(marks: tuple[str, ...], text: str, tags: list[str]) -> None:
    found = tag_pattern(tool(*marks, **BRACKETS))
    assert found
    assert [match[0] for match in found.finditer(text)] == tags


def test_tool_without_marks_has_no_tags() -> None:
    assert (tag_start(tool()), tag_pattern(tool())) == (None, None)
    assert TagAddresses([tool()]).find("*|UNSUB|*") is None


@pytest.mark.parametrize(
    ("address", "tag", "label"),
    [
        *((before + "*|UNSUB|*", "*|UNSUB|*", "Mailchimp") for before in ("", "http://", "HTTPS://", " ")),
        ("%7B%7B%20mirror%20%7D%7D", "{{ mirror }}", "Brevo"),
        *((text, text, "") for text in (
            *("%%view%%", "%UNSUBSCRIBE%", "%%=view%%", "% view %", "{unsubscribe}", "{ a1 }", "{{{x y}}}", "%view%%"),
        )),
        *((text, None, None) for text in (
            *("http://elm.example", "elm", "%20a", "{a b}", "{1}", "(a)", "{{}}", "x*|UNSUB|*", "", "*|UNSUB|* x"),
        )),
    ],
)  # fmt: skip
def test_address_that_is_a_tag_is_found_with_its_tool(address: str, tag: str | None, label: str | None) -> None:
    addresses = TagAddresses(MAIL_TOOLS[name] for name in ("mailchimp", "brevo"))
    assert addresses.find(address) == (None if tag is None else (tag, label))
    assert (addresses.find_inside(address) is None) == (tag is None and "*|" not in address)


@pytest.mark.parametrize("tag", ["*|ID|*", "{{ id }}", "{% id %}", "%%id%%"])
def test_tag_inside_an_address_is_found(tag: str) -> None:
    assert TagAddresses([]).find_inside(f"https://elm.example/?id={tag}&a=b") == (tag, "")


@pytest.mark.parametrize("text", ["*|a b|*", "*||*", "{{}}", "{{a\n}}", "{%%}", "%%a b%%", "%20a", "{a}"])
def test_other_signs_inside_an_address_are_no_tag(text: str) -> None:
    assert TagAddresses([]).find_inside(f"https://elm.example/?id={text}") is None
