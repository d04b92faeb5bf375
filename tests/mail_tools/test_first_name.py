"""Which greetings are read as one, which are only meant as one, and what is left of each without a mail tool."""

import pytest

from newsroom.mail_tools.first_name import CUT_FORM, mistyped_greetings, with_fallbacks, with_first_names

LONGEST = "a" * 40


@pytest.mark.parametrize(
    ("text", "left"),
    [
        *((f"{{{name}|friend}}", "friend") for name in (
            *("first name", "First-Name", "first_name", "firstname", "first - name", " first name ", "FIRST\tNAME"),
            *("enw cyntaf", "Enw-Cyntaf", "enw_cyntaf", "enwcyntaf", "enw  cyntaf"),
        )),
        *((f"{{first name|{words}}}", " ".join(words.split())) for words in (
            *("dear  friend", " o'Brien ", "d’Arc", "dear-friend", "Mrs. E", "ffrind annwyl", "ŵyl2 _", LONGEST),
        )),
        *((text, text) for text in (
            *("{{first name|friend}}", "{first name|friend}}", "{first name}", "{first name|}", "{name|friend}"),
            *("{first name|1st}", "{first name|_x}", "{first name|a,b}", f"{{first name|{LONGEST}a}}", "first name|x"),
        )),
    ],
)  # fmt: skip
def test_greeting_without_a_mail_tool_is_its_fallback(text: str, left: str) -> None:
    assert with_fallbacks(f"Dear {text}!") == f"Dear {left}!"
    element = f'<span class="first-name">{left}</span>' if left != text else text
    assert with_first_names(f"<b>Dear {text}!</b>") == f"<b>Dear {element}!</b>"


@pytest.mark.parametrize(
    "html",
    [
        *(
            "<code>{}</code>",
            '<CODE class="a">\n{}</CODE>',
            "<pre>\n{}</pre>",
            '<a title="{}">b</a>',
            "<a title='>' {}>",
        ),
        *('<a title="a > {}">', "</a {}>"),
    ],
)
def test_code_and_attributes_keep_what_looks_like_a_greeting(html: str) -> None:
    kept = html.format("{first name|x}") if "'>'" not in html else "<a title='{first name|x}' b>"
    assert with_first_names(f"{{first name|y}} {kept}") == f'<span class="first-name">y</span> {kept}'


@pytest.mark.parametrize(
    ("html", "is_cut"),
    [("{first name</td>", True), ("{ Enw Cyntaf </th>", True), ("{first name</tr>", False), ("first name</td>", False)],
)
def test_greeting_that_ends_with_the_cell_of_a_table_is_found(html: str, is_cut: bool) -> None:
    assert bool(CUT_FORM.search(html)) is is_cut


@pytest.mark.parametrize(
    "text",
    [
        *("{fist name|friend}", "{{first name|friend}}", "[first name|friend]", "(first name|friend)", "{first name}"),
        *("{first name/friend}", "{first name: friend}", "{first name; friend}", "{first name, friend}"),
        *("{{ first_name }}", "[[first name|x]]", "((first name|x))", "{first name|1st}", "{FRSTNM|x}"),
        *("{first name|}", "{ enw-cyntaf }"),
        *(f"{{{name}|friend}}" for name in (
            *("name", "Enw", "fname", "last name", "surname", "full_name", "cyfenw", "ainm", "céadainm", "prénom"),
            *("prenom", "vorname", "voornaam", "nombre", "imię", "imie"),
        )),
        f"{{first name|{'x, ' * 19}}}",
    ],
)  # fmt: skip
def test_mistyped_greeting_is_found_with_its_place(text: str) -> None:
    assert [*mistyped_greetings(f"{{first name|friend}}, {text}!")] == [(21, text)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[name|friend]",
            "{name}",
            "[first name]",
            "[first name, x]",
            "(first name: x)",
            "{first name||x}",
            "{name: x}",
        ),
        *("{first name//x}", "{first|x}", "{1first name|x}", "{first\nname|x}", "{first name|a\nb}", "first name|x"),
        *("{fstnm|x}", f"{{first name|{'x, ' * 20}x}}", f"{{first name {'a' * 20}|x}}"),
    ],
)
def test_other_words_in_brackets_are_no_greeting(text: str) -> None:
    assert [*mistyped_greetings(text)] == []
