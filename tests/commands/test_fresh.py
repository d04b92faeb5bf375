"""A fresh start for another network: what is deleted, kept and written, and when it is refused."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from newsroom.cli import CliContext, main
from newsroom.open_build import open_build
from newsroom.problems import SETTINGS_FILE
from newsroom.publish.build_options import BuildOptions
from outside import repository
from tests.support import ROOT, SETTINGS, TODAY, small_newsroom, write_files
from tests.support.configuration import blocks
from tests.support.git import commit, git
from tests.support.items import page

KEPT = {
    "docs/contribute.md": page("[A story](contribute/story.md)", title="Contribute"),
    "docs/contribute/consent.md": page("## Withdraw a story\n\nWrite to us.", title="Consent"),
    "docs/contribute/newsletter.md": page(title="A newsletter"),
    "docs/contribute/event.md": page(title="An event"),
    "docs/contribute/report.md": page(title="A report"),
    "docs/contribute/story.md": page(title="A story"),
    "docs/synonyms.yml": "lonely: alone\n",
    "docs/words-to-avoid.yml": "utilise: use\n",
}
REST = {
    "docs/CNAME": "www.elm.example\n",
    "docs/contribute/story.cy.md": page(title="Stori"),
    "docs/synonyms.cy.yml": "unig: unigrwydd\n",
    "docs/assets/elm.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "SECURITY.md": "Write to hello@elm.example.\n",
    ".github/ISSUE_TEMPLATE/wrong.yml": "value: Write to hello@elm.example, not to https://elm.example/.\n",
    "LICENSE": "Copyright (c) The Elm Street Network\n",
    ".github/picture.png": "Our site.",
    "README.md": "# Elm\n\n![It](.github/picture.png)\n\n---\ntitle: A\nareas: [elmham]\nprinciples: [giving]\n---\n\n"
    "The areas, the ten principles.\n",
}
NAME = 'The "Oak" Network: ŵs'
OAK = ("--name", NAME, "--url", "https://oak.example/news/", "--contact", "hi@oak.example")


@pytest.fixture
def elm(tmp_path: Path) -> Path:
    """A network's repository, of which everything is committed."""
    write_files(tmp_path, {**small_newsroom(), **KEPT, **REST, SETTINGS_FILE: yaml.safe_dump({"extra": SETTINGS})})
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return tmp_path


def fresh(root: Path, *options: str, answers: str | None = None) -> Result:
    """The outcome of the command. Somebody answers its questions, if there are answers."""
    context = CliContext(
        lambda: TODAY,
        repository.settings,
        readable_settings=lambda _root: SETTINGS,
        uncommitted=repository.uncommitted,
        can_ask=answers is not None,
    )
    return CliRunner().invoke(main, ["fresh", "--root", str(root), *options], input=answers, obj=context)


def files(root: Path) -> set[str]:
    """The paths of all files of a repository."""
    found = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return {path for path in found if not path.startswith(".git/")}


def test_content_is_replaced_by_examples_without_errors(elm: Path) -> None:
    assert (fresh(elm, *OAK, "--yes").exit_code, repository.uncommitted(elm) != ()) == (0, True)
    examples = {"stories/example-story.md", "newsletters/2026-11.md", "publications/example-report.md"}
    examples.add("docs/events/example-event.md")
    pages = {f"docs/{name}.md" for name in ("index", "about", "subscribe", "privacy")}
    others = {"SECURITY.md", ".github/ISSUE_TEMPLATE/wrong.yml", "LICENSE", "README.md", SETTINGS_FILE}
    assert files(elm) == {*KEPT, *examples, *pages, *others}
    assert [folder for folder in elm.glob("[!.]*/**") if folder.is_dir() and not any(folder.iterdir())] == []
    values = repository.settings(elm)
    build = open_build(elm, values, BuildOptions(today=TODAY))
    assert build.problems == ()
    settings = build.context.settings
    assert (settings.site_name, settings.contact) == (NAME, "hi@oak.example")
    assert settings.tag_authority == f"oak.example,{TODAY}"
    texts = {path: (elm / path).read_text(encoding="utf-8") for path in others}
    assert f"{json.dumps(NAME, ensure_ascii=False)}\n" in texts[SETTINGS_FILE]
    assert texts["SECURITY.md"] == "Write to hi@oak.example.\n"
    assert "https://oak.example/news/" in texts[".github/ISSUE_TEMPLATE/wrong.yml"]
    assert texts["LICENSE"] == REST["LICENSE"]
    assert texts["README.md"] == "# Elm\n\n---\ntitle: A\n---\n\nThe areas, the principles.\n"


def test_settings_that_are_not_about_the_network_stay(elm: Path) -> None:
    fresh(elm, *OAK, "--yes")
    new, own = (blocks((root / SETTINGS_FILE).read_text(encoding="utf-8")) for root in (elm, ROOT))
    for changed in ("site_name", "site_url", "extra"):
        del new[changed], own[changed]
    assert {key: text.split("#")[0] for key, text in new.items()} == {
        key: text.split("#")[0] for key, text in own.items()
    }


def test_it_asks_for_the_network_and_before_it_deletes(elm: Path) -> None:
    before = files(elm)
    refused = fresh(elm, answers="Oak\n\nhi@oak.example\nn\n")
    assert (refused.exit_code, files(elm)) == (1, before)
    assert "Delete 13 files of content, and write 12 files for Oak? [y/N]" in refused.output
    assert fresh(elm, answers="Oak\n\nhi@oak.example\ny\n").exit_code == 0
    settings = repository.settings(elm)
    assert isinstance(settings, dict)
    assert (settings["site_name"], settings["site_url"]) == ("Oak", "https://network.example/")


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ((), "Nobody can answer here; --yes does it without asking"),
        (
            ("--url", "oak.example", "--yes"),
            "Invalid value for --url: oak.example: write the public address with a slash",
        ),
        (("--name", "", "--yes"), "Invalid value for --name: : write the network's name"),
        (("--contact", "us", "--yes"), "Invalid value for --contact: us: write the email address people write to"),
    ],
)
def test_unanswered_questions_and_wrong_addresses_are_refused(elm: Path, options: tuple[str, ...], why: str) -> None:
    before = files(elm)
    outcome = fresh(elm, *options)
    assert (outcome.exit_code, files(elm)) == (2, before)
    assert why in " ".join(outcome.output.split())


def test_changes_that_git_does_not_have_are_refused(elm: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in "abcdefg":
        (elm / f"stories/{name} é.md").write_text("New.", encoding="utf-8")
    before = files(elm)
    outcome = fresh(elm, "--yes")
    assert (outcome.exit_code, files(elm)) == (1, before)
    assert "not committed: stories/a é.md, stories/b é.md, " in outcome.output
    assert "and 2 more; commit or delete them first" in outcome.output
    no_git = fresh(tmp_path_factory.mktemp("no-git"), "--yes")
    assert "so what is deleted could not be brought back; clone the repository with git" in no_git.output
