"""Another network's newsroom is checked and built like this one, and nothing of it names this network."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from newsroom.colours import COLOURS_FILE
from newsroom.commands.fresh import Network, plan_fresh_start
from newsroom.content.types import CONTENT_FOLDERS
from newsroom.problems import SETTINGS_FILE
from outside import repository as git_repository
from tests.support import ROOT
from tests.support.configuration import with_network
from tests.support.engine import build, contents, engine_environment, make_repository
from tests.support.everywhere import texts_of
from tests.support.fork import FORK, FORK_NETWORK
from tests.support.forked import run_forked
from tests.support.items import page

ALSO_OURS = (
    *("local area", "coordinator", "coordination", "lacn", "lac network", "inclusive neighbourhoods", "ralph broad"),
    *("england and wales", "ten principles", "cydlynu", "rhwydwaith", "maggie", "derby", "thurrock"),
)
"""Words of this network that its settings do not have."""
THEIR_COLOURS = {"#0a5f62": "#5b2a86", "#0b4a4c": "#3d1a5c", "#fdf9f2": "#fffdf8"}
THEIR_SETTINGS = {
    "NEWSROOM_EDITOR, false": "THEIR_EDITOR, true",
    'REPOSITORY_URL, ""': 'THEIR_REPOSITORY, "https://github.com/oak/site"',
    "mail_tools: [generic]": 'mail_tools: [{name: valley-mail, label: V, marks: ["%% %%"], unsubscribe: "%%LEAVE%%"}]',
}
FIELD = "coordinators"
"""The name of a field in front matter, which is the same for every network. The guide and the editor have it."""
OF_A_PACKAGE = "edit/cms/"
"""The files of the browser editor, which are another project's."""


def our_words() -> frozenset[str]:
    """What names this network: the names and addresses in its settings, and the words above."""
    settings = git_repository.settings(ROOT)
    assert isinstance(settings, dict)
    names = {
        text
        for name in ("site_name", "site_names", "motto", "masthead", "sender")
        for text in _texts(settings.get(name))
    }
    hosts = {re.split("[@/]", settings[name].rstrip("/"))[-1] for name in ("site_url", "contact")}
    domains = {host.removeprefix("www.").split(".")[0] for host in hosts}
    return frozenset(word.casefold() for word in (*names, *hosts, *domains, *ALSO_OURS))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (part.strip() for part in value.split(", "))
    elif isinstance(value, Mapping):
        for text in value.values():
            yield from _texts(text)


def named_in(site: Path) -> list[tuple[str, str]]:
    """Each file of a site that has a word of this network, in its text or its name, with the word."""
    found = {path: f"{path} {text}" for path, text in texts_of(site).items() if not path.startswith(OF_A_PACKAGE)}
    found |= {path: found[path].replace(FIELD, "") for path in found if path.startswith(("contribute/", "edit/"))}
    known = our_words()
    return [
        *((path, word) for path, text in found.items() for word in known if word in text.casefold()),
        *((path, "the Network") for path, text in found.items() if "the Network" in text),
    ]


def their_repository(root: Path, files: Mapping[str, str], settings: str) -> Path:
    """A repository with this one's code, and other content, settings and colours."""
    repository = make_repository(root, {**files, SETTINGS_FILE: settings})
    colours = repository / "overrides" / COLOURS_FILE
    text = colours.read_text(encoding="utf-8")
    for ours, theirs in THEIR_COLOURS.items():
        assert ours in text
        text = text.replace(ours, theirs)
    colours.write_text(text, encoding="utf-8")
    (repository / "editor").symlink_to(ROOT / "editor")
    for folder in CONTENT_FOLDERS:
        (repository / folder).mkdir(exist_ok=True)
    return repository


def test_network_with_an_area_and_no_newsletters_has_no_word_of_ours(tmp_path: Path) -> None:
    own = (ROOT / SETTINGS_FILE).read_text(encoding="utf-8")
    repository = their_repository(tmp_path, FORK, with_network(own, FORK_NETWORK))
    checked = run_forked("command:main", ["check"], repository, engine_environment())
    assert checked == (0, "3 pages checked, no errors.\n")
    outcome = build(repository)
    assert outcome.code == 0, outcome.output
    site = contents(repository / "site")
    assert b"https://oak-valley.example/stories/the-bus-stop/" in site["feed.xml"]
    assert {path.split("/")[0] for path in site} & {"newsletters", "publications", "principles"} == set()
    assert b"#5b2a86" in site["assets/newsroom.css"]
    assert named_in(repository / "site") == []


def test_fresh_network_has_no_word_of_ours(tmp_path: Path) -> None:
    """Its examples have what the other network lacks: an edition with its email, and a publication."""
    start = plan_fresh_start(tmp_path, Network(), date(2026, 11, 20), None)
    files = {file.path: file.text for file in start.written}
    for name in ("", "/consent", "/story", "/newsletter", "/report", "/event"):
        files[f"docs/contribute{name}.md"] = page("## Withdraw a story\n\nWrite to us.", title=f"The guide {name}")
    settings = files[SETTINGS_FILE]
    for old, new in THEIR_SETTINGS.items():
        assert old in settings
        settings = settings.replace(old, new)
    repository = their_repository(tmp_path, files, settings)
    outcome = build(repository)
    assert (outcome.code, "No warnings." in outcome.output) == (0, True), outcome.output
    site = contents(repository / "site")
    email = site["newsletters/2026-11/email/valley-mail.html"].decode()
    assert ("%%LEAVE%%" in email, "#5b2a86" in email, "Example Network" in email) == (True, True, True)
    assert b"hello@network.example" in site["edit/index.html"]
    assert named_in(repository / "site") == []


def test_this_network_is_found_in_its_own_site(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<p>{git_repository.settings(ROOT)}, the Network</p>", encoding="utf-8")
    assert len(named_in(tmp_path)) >= 8
