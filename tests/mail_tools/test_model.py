"""What a definition of a mail tool must have, and what previews show in the places of its tags."""

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from newsroom.mail_tools import MAIL_TOOLS, MailTool, read_mail_tools
from newsroom.mail_tools.signup_form import SignupForm

OURS: Mapping[str, object] = {
    "name": "our-tool",
    "label": " Our Tool ",
    "marks": ["%% %%"],
    "unsubscribe": " %%LEAVE%% ",
    "view_online": {"href": "%%ONLINE%%", "text": "%%ONLINE_TEXT%%"},
    "preferences": {"element": "choose", "text": " %%CHOOSE%%\t"},
    "address": "%%ADDRESS%%",
    "first_name": " %%NAME|{fallback}%% ",
}


def test_samples_are_shown_in_the_places_of_tags() -> None:
    tool = MailTool.model_validate(OURS)
    assert (tool.label, tool.first_name_tag("o'er")) == ("Our Tool", "%%NAME|o’er%%")
    assert [(each.tag, each.value, each.unknown) for each in tool.samples(("you", "friend"))] == [
        ("%%LEAVE%%", "#", None),
        ("%%ONLINE%%", "#", None),
        ("%%ONLINE_TEXT%%", "View online", None),
        ("%%CHOOSE%%", "Preferences", None),
        ("%%ADDRESS%%", "Postal address", None),
        ("%%NAME|you%%", "Ada", "you"),
        ("%%NAME|friend%%", "Ada", "friend"),
    ]
    without = MailTool.model_validate({"name": "a", "label": "A", "first_name": "%%NAME%%", "marks": ["%% %%"]})
    assert [(each.tag, each.unknown) for each in without.samples(("you",))] == [("%%NAME%%", None)]
    assert [*MAIL_TOOLS["generic"].samples(("you",))] == []
    assert MAIL_TOOLS["generic"].first_name_tag("you") == "you"


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ("mailchip", "names 'mailchip', which is unknown; did you mean 'mailchimp'?"),
        (5, "is '[5]', which does not have the right form; write a list"),
        ({"name": 5}, "gives a mail tool the `name` '5', which does not have the right form; write a name"),
        ({"name": "kit"}, "defines the mail tool 'kit', which is built in; write 'kit' alone"),
        ({"labl": "x"}, "gives the mail tool 'our-tool' the field 'labl', which does not exist; did you mean 'label'?"),
        ({"zzz": "x"}, "the fields are name, label, marks, unsubscribe, view_online, preferences, address, first_name"),
        ({"label": ""}, "defines the mail tool 'our-tool' without `label`; write the tool's name for people"),
        ({"label": None}, "defines the mail tool 'our-tool' without `label`"),
        ({"label": "x" * 61}, "which does not have the right form; write the tool's name for people"),
        ({"name": "Our"}, "gives the mail tool 'Our' the `name` 'Our', which does not have the right form"),
        ({"unsubscribe": {"text": "%%X%%"}}, "which does not have the right form; write the tag for the address"),
        ({"unsubscribe": '%%"%%'}, "which does not have the right form; write the tag for the address"),
        *(({"address": text}, "write the tag for the sender's postal address") for text in ("a\nb", "x" * 301, "\0")),
        *(({"unsubscribe": text}, "write the tag for the address to unsubscribe") for text in ("<", "x" * 301, "a\rb")),
        ({"preferences": {"element": "a-b", "text": "x"}}, "the right form; write the tag for the address"),
        ({"preferences": {"element": "a", "more": "x"}}, "the right form; write the tag for the address"),
        ({"first_name": "%%<b>%%"}, "which does not have the right form; write the tag for the first name"),
        ({"first_name": "*|NAME|*"}, "the tag '*|NAME|*', whose signs are not among its `marks`; write a list of the"),
        ({"marks": []}, "gives the mail tool 'our-tool' the tag '%%ADDRESS%%', whose signs are not among its `marks`"),
        *(({"marks": [mark]}, "which does not have the right form; write a list of the signs before and after") for mark
          in ("%%", "%% ", " %%", "%% %% %%", "%a %%", "%% %1", "< >", "> >", "& &", '" "', "' '")),
    ],
)  # fmt: skip
def test_fault_in_a_definition_is_named_with_its_remedy(changed: object, fault: str) -> None:
    tools, faults = read_mail_tools([{**OURS, **changed} if isinstance(changed, dict) else changed, "generic"])
    assert [tool.name for tool in tools] == ["generic"]
    assert any(fault in f"{found.what}; {found.fix}" for found in faults), faults


def test_list_of_tools_is_read_once_each() -> None:
    ours = MailTool.model_validate(OURS)
    tools, faults = read_mail_tools(("kit", ours, OURS, "kit"))
    assert [tool.name for tool in tools] == ["kit", "our-tool"]
    assert [f"{found.what}; {found.fix}" for found in faults] == [
        "names 'our-tool' twice; keep one",
        "names 'kit' twice; keep one",
    ]
    assert read_mail_tools("kit")[1][0].what == "is 'kit', which does not have the right form"


@pytest.mark.parametrize(
    "values",
    [
        *({"action": f"https://{action}"} for action in (
            *("localhost/a", "lists.elm.example", "u@elm.example/", "elm.exam'ple/", "elm.example/a b"),
            *('elm.example/"', "elm .example/", "elm.ex@ample/"),
        )),
        *({"action": action} for action in ("http://elm.example/", "//elm.example/", "x https://elm.example/")),
        *({"email_field": name} for name in ("", "a b", 'a"')),
        *({"hidden": hidden} for hidden in ({"": "a"}, {"a b": "a"}, {"a": None}, ["a"])),
        *({"honeypot": name} for name in ("", "a b")),
        {"more": "x"},
    ],
)  # fmt: skip
def test_form_with_another_address_or_name_is_refused(values: Mapping[str, object]) -> None:
    valid = {"action": "https://elm.example/a?b=c", "email_field": "E", "hidden": {"a-b": 1}, "honeypot": "h"}
    assert SignupForm.model_validate(valid).hidden == {"a-b": "1"}
    with pytest.raises(ValidationError):
        SignupForm.model_validate({**valid, **values})


def test_source_of_a_form_in_a_policy_has_no_semicolon_and_no_query() -> None:
    action = "https://lists.elm.example/sub:scribe@x/(1)!$&*+=~%20;'é?u=1"
    form = SignupForm(action=action, email_field="EMAIL")
    assert form.policy_source == "https://lists.elm.example/sub:scribe@x/(1)!$&*+=~%20%3B%27%C3%A9"
    assert form.host == "lists.elm.example"
