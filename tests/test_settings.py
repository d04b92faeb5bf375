"""One network's settings: each error names the setting and how to fix it."""

from pathlib import Path

import pytest

from newsroom.mail_tools import GENERIC, MAIL_TOOLS, MailTool
from newsroom.problems import ContentError, Problem
from newsroom.setting_values import text_in
from newsroom.settings import Settings
from newsroom.site_settings import recover_site_settings, site_settings
from outside import repository
from tests.support import SETTINGS, open_newsroom, small_newsroom
from tests.support.golden import Golden
from tests.support.items import area
from tests.support.wordings import Reported


def problems(values: object) -> tuple[Problem, ...]:
    """The errors in settings."""
    with pytest.raises(ContentError) as caught:
        site_settings(values)
    return caught.value.problems


BAD: list[tuple[str, object]] = [
    ("site_name", ""),
    ("site_name", None),
    ("site_name", 7),
    ("site_name", ["A"]),
    ("site_url", "https://elm.example"),
    ("site_url", "elm.example/"),
    ("site_url", "ftp://elm.example/"),
    ("site_url", "https://elm.example/?page=1/"),
    ("site_url", "https://elm.example/ /"),
    ("site_url", "https:///"),
    ("site_url", "https://[elm/"),
    ("site_url", "https://elm.example:99999/"),
    ("site_url", "https://elm.example:a/"),
    ("tag_authority", "elm.example"),
    ("tag_authority", "elm.example,26"),
    ("tag_authority", "Elm Street,2026"),
    ("tag_authority", 2026),
    ("contact", "hello"),
    ("contact", "hello@elm"),
    ("contact", "a b@elm.example"),
    ("sender", ""),
    ("sender", {"name": "Ada"}),
    ("signup_url", "http://elm.example/"),
    ("signup_url", "/sign-up/"),
    ("signup_url", "https://"),
    ("languages", []),
    ("languages", "en"),
    ("languages", ["EN"]),
    ("languages", ["eng"]),
    ("languages", ["en", "de"]),
    ("languages", ["en", "cy", "en"]),
    ("motto", ""),
    ("motto", ["Elms."]),
    ("motto", "Two\nlines."),
    ("motto", {"en": "Elms."}),
    ("motto", {"en": "Elms.", "cy": ""}),
    ("motto", {"en": "Elms.", "cy": "Llwyf.", "cu": "Llwyf."}),
    ("site_names", {"cu": "Stryd y Llwyfen"}),
    ("nations", {"England": {"cu": "Lloegr"}}),
    ("nations", {"England": "Lloegr"}),
    ("nations", {"": {}}),
    ("social", [{"name": "Mastodon", "url": "https://social.example/@elm"}]),
    ("social", [{"name": "Mastodon", "address": "social.example/@elm"}]),
    ("signup_form", {"action": "https://tool.example/join", "email": "EMAIL", "email_field": "EMAIL"}),
    ("signup_form", {"action": "https://tool.example/join"}),
    ("masthead", {"english": "Elms."}),
    ("texts", ["Regions"]),
    ("texts", {"areas.title": ""}),
    ("texts", {"areas.title": {"en": "Regions"}}),
    ("menu", []),
    ("menu", "stories/"),
    ("menu", ["stories/", "/about/"]),
    ("menu", ["about"]),
    ("menu", ["https://elm.example/"]),
    ("menu", [{"about/": "Us", "areas/": "Places"}]),
    ("menu", [{"about/": {"en": "Us"}}]),
    ("menu", [7]),
    ("mail_tools", "generic"),
    ("mail_tools", [1]),
    ("mail_tools", ["outlook"]),
    ("mail_tools", ["generic", "generic"]),
    ("public_contacts", "hello@elm.example"),
    ("websub_hub", "hub.example"),
    ("websub_hub", "ftp://hub.example/"),
    ("websub_hub", "https://hub.example/ x"),
    ("websub_hub", ["https://hub.example/"]),
    ("repository_url", "code.example/elm"),
    ("edit_uri", 7),
]


@pytest.mark.parametrize(("name", "value"), BAD, ids=lambda value: str(value))
def test_invalid_setting_is_one_error_with_its_name(name: str, value: object, reported: Reported) -> None:
    (problem,) = problems({**SETTINGS, name: value})
    assert reported([problem])[0].startswith("mkdocs.yml setting-")
    assert f"`extra: newsroom: {name}`" in problem.what
    assert str(problem).isprintable()


MORE: tuple[tuple[str, object], ...] = (
    *(("site_url", f"https://elm.example:{port}/") for port in ("1", "9999", "59999", "64999", "65000", "")),
    *(("site_url", f"https://{host}/") for host in ("a@b", "a:b", "a#b", "a]b", "é.example", "a/b?c", "a//b")),
    *(("tag_authority", text) for text in ("elm.example,2026-1", "elm.example,2026-11-2", "ELM,2026", "e-1.x,2026")),
    *(("contact", text) for text in ("a@b.c", "a@b@c.d", "a@ b.c")),
    *(("postal_address", text) for text in ("1 Elm Street", "1 Elm Street\nElmham", "")),
    *(("repository_url", text) for text in ("", "http://code.example/elm", "ftp://code.example")),
    *(("pdf", value) for value in (["easy"], "easy", None)),
    *(("editor", value) for value in (True, "yes please", None)),
    *(("email_checks", value) for value in ("all", "some")),
    *(("languages", value) for value in (["cy", "cy"], ["de"], ["cy", "de"], None)),
    *(("site_names", value) for value in ({"welsh": "X"}, {"cy": ""}, {"cy": "X"})),
    *(
        ("social", [value])
        for value in ({"name": "", "address": "https://a.example/"}, {"name": "A", "address": "http://a"})
    ),
    *(
        ("texts", value)
        for value in ({"areas.title": {"cu": "X", "en": "Y", "cy": "Z"}}, {"list.position": "{number}"})
    ),
    *(("menu", value) for value in (["a/", "A/"], [{"a/": ""}], [{"a/": {"en": "A", "cy": "B"}}, "b/c/"], [["a/"]])),
    ("nations", {"England": {"cy": 7}}),
    ("nations", ["England", 7]),
    ("places", {"London": {"cu": "Llundain"}}),
    ("masthead", {"en": "A", "cy": "B"}),
    ("unknown", None),
    ("sendr", "x"),
)
RICH: dict[str, object] = {
    **SETTINGS,
    "site_names": {"cy": "Rhwydwaith Stryd y Llwyfen"},
    "masthead": {"en": "News", "cy": "Newyddion"},
    "texts": {"areas.title": {"en": "Regions", "cy": "Rhanbarthau"}, "stories.title": "Tales"},
    "places": {"London": {"cy": "Llundain"}},
    "menu": ["stories/", {"about/": "Us"}],
    "repository_url": "https://code.example/elm/",
    "mail_tools": ["kit", {"name": "ours", "label": "Ours"}],
}


def test_messages_and_substitutes_match_golden_file(golden: Golden) -> None:
    lines = []
    for name, value in (*BAD, *MORE):
        settings, found = recover_site_settings({**SETTINGS, name: value})
        lines += [f"# {name}: {value!r}", *(str(problem) for problem in found)]
        lines.append(
            f"= {getattr(settings, name, None)!r}" if name != "mail_tools" else f"= {_names(settings.mail_tools)}"
        )
    without = {name: value for name, value in recover_site_settings(None)[0] if name != "mail_tools"}
    lines.append(f"# no settings: {without}")
    rich = site_settings(RICH)
    lines.append(f"# all settings: {_names(rich.known_mail_tools)}, {rich.edit_url('a.md')}, {rich.named_values}")
    for lang in ("en", "cy", "de"):
        lines.append(f"{lang}: {rich.name_in(lang)}, {rich.texts_in(lang)}, {rich.names_in(lang)}")
    golden.check("settings.txt", "\n".join([*lines, *map(str, rich.all_texts)]).encode())


def _names(tools: tuple[MailTool, ...]) -> list[str]:
    return [tool.name for tool in tools]


@pytest.mark.parametrize("name", ["site_name", "site_url", "tag_authority", "contact", "sender"])
def test_missing_required_setting_is_an_error(name: str, reported: Reported) -> None:
    (problem,) = problems({key: value for key, value in SETTINGS.items() if key != name})
    assert reported([problem]) == ["mkdocs.yml setting-missing"]


@pytest.mark.parametrize("values", [None, [], "text", {}])
def test_empty_settings_report_all_required_names(values: object) -> None:
    assert len(problems(values)) == 5


@pytest.mark.parametrize(
    ("name", "value", "meant"),
    [
        *(
            (name, None, field.default)
            for name, field in Settings.model_fields.items()
            if name in ("social", "pdf", "motto")
        ),
        ("mail_tools", None, (GENERIC,)),
        ("nations", None, {}),
        ("nations", ["England", "Wales"], {"England": {}, "Wales": {}}),
        ("nations", {"England": None, "Wales": {"cy": "Cymru"}}, {"England": {}, "Wales": {"cy": "Cymru"}}),
        ("signup_form", {"action": "https://a.example/b", "email_field": "E", "hidden": {"l": 12}}, None),
    ],
)
def test_settings_may_be_written_in_other_ways(name: str, value: object, meant: object) -> None:
    found = getattr(site_settings({**SETTINGS, name: value}), name)
    assert found == meant or found.hidden == {"l": "12"}


def test_all_invalid_settings_are_reported_at_once() -> None:
    found = problems({**SETTINGS, "contact": "x", "site_url": "x", "extra": "x"})
    assert [problem.what.split("`")[1].split(": ")[-1] for problem in found] == ["contact", "extra", "site_url"]


@pytest.mark.parametrize(
    ("change", "fix"),
    [
        ({"mail_tool": ["generic"]}, "did you mean 'mail_tools'?"),
        ({"mail_tools": ["mailchip"]}, "did you mean 'mailchimp'?"),
        ({"mail_tools": ["outlook"]}, "use one of brevo, buttondown,"),
        ({"languages": ["en", "de"]}, "use one of cy, en"),
        ({"languages": ["en", "de"]}, "hooks/newsroom/locale/de.po"),
        ({"motto": {"en": "Elms."}}, "`cy: …`"),
        ({"site_url": "https://elm.example"}, "https://elm.example/"),
        ({"signup_url": "http://elm.example/"}, "https://"),
        ({"tag_authority": "elm.example"}, "elm.example,2026"),
        ({"quite": "other"}, "site_name"),
        ({"texts": {"area.title": "Regions"}}, "did you mean 'areas.title'?"),
        ({"texts": {"xyz": "Regions"}}, "hooks/newsroom/locale/en.po has the names"),
        ({"texts": {"alert.note": "Look"}}, "change it in hooks/newsroom/locale/en.po"),
        ({"texts": {"area.items": "From here"}}, "have {name} in braces in it"),
        ({"texts": {"areas.title": "Regions of {name}"}}, "have nothing in braces in it"),
        ({"texts": {"area.items": "From {name"}}, "have {name} in braces in it"),
    ],
)
def test_error_says_what_to_write_instead(change: dict[str, object], fix: str, reported: Reported) -> None:
    (problem,) = problems({**SETTINGS, **change})
    assert reported([problem])
    assert fix in problem.fix


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("site_url", "http://localhost:8000/"),
        ("site_url", "https://elm.example/sub/folder/"),
        ("tag_authority", "elm.example,2026-11-22"),
        ("signup_url", "mailto:hello@elm.example?subject=Please"),
        ("sender", "Rhwydwaith y Llwyf, 1 Stryd y Llwyf"),
        ("languages", ["cy"]),
        ("languages", ["cy", "en"]),
    ],
)
def test_valid_settings_are_kept(name: str, value: object) -> None:
    kept = getattr(site_settings({**SETTINGS, name: value}), name)
    assert (list(kept) if isinstance(kept, tuple) else kept) == value


def test_languages_and_mail_tools_are_optional() -> None:
    settings = site_settings({key: value for key, value in SETTINGS.items() if key not in ("languages", "mail_tools")})
    assert (settings.languages, settings.mail_tools) == (("en",), (MAIL_TOOLS["generic"],))


@pytest.mark.parametrize(
    ("motto", "shown"),
    [
        (None, (None, None)),
        ("Elms.", ("Elms.", "Elms.")),
        ({"en": "Elms.", "cy": "Llwyfenni."}, ("Elms.", "Llwyfenni.")),
    ],
)
def test_text_is_for_all_languages_or_for_each(motto: object, shown: tuple[str | None, str | None]) -> None:
    settings = site_settings({**SETTINGS, "motto": motto})
    assert (text_in(settings.motto, "en"), text_in(settings.motto, "cy")) == shown


WRONG_LINES = """\
site_name: &name ""
extra:
  other: [menu]
  newsroom:
    site_name: *name
    site_url: https://elm.example/
    contact: hello@elm.example
    sender: Elm
    signup_url: !ENV [SIGN_UP, "https://elm.example/"]
    languages: [en]
    menu:
      - stories/
      - about/: About us
      - /areas/
    motto:
      en: Elms.
      cy: Llwyfenni.
    mail_tool: generic
"""


def test_errors_name_their_lines(tmp_path: Path, reported: Reported) -> None:
    (tmp_path / "mkdocs.yml").write_text(WRONG_LINES, encoding="utf-8")
    _, problems = repository.recover_committed_settings(tmp_path, repository.settings(tmp_path))
    assert reported(problems) == [
        "mkdocs.yml setting-missing",
        "mkdocs.yml:5 setting-missing",
        "mkdocs.yml:14 setting-invalid",
        "mkdocs.yml:18 setting-unknown",
    ]


def test_texts_replace_those_of_the_catalogues(tmp_path: Path) -> None:
    texts = {"areas.title": {"en": "Regions", "cy": "Rhanbarthau"}, "area.items": "At {name}"}
    files = small_newsroom() | {"docs/areas/elmham.cy.md": area(name="Tref y Llwyf")}
    translations = open_newsroom(tmp_path, files, settings={**SETTINGS, "texts": texts}).context.translations
    assert [translations[lang]("areas.title") for lang in ("en", "cy")] == ["Regions", "Rhanbarthau"]
    assert translations["cy"]("area.items", name="Elmham") == "At Elmham"
    assert translations["en"]("stories.title") == "Stories"
