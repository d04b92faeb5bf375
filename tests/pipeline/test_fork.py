"""Another network's newsroom of three files is checked and built like this one."""

import subprocess
import sys
from pathlib import Path

from newsroom.content.types import CONTENT_FOLDERS
from newsroom.problems import SETTINGS_FILE
from tests.support.configuration import with_network
from tests.support.engine import build, contents, engine_environment, make_repository
from tests.support.fork import FORK, FORK_NETWORK


def test_three_files_make_a_site(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, FORK)
    settings = repository / SETTINGS_FILE
    settings.write_text(with_network(settings.read_text(encoding="utf-8"), FORK_NETWORK), encoding="utf-8")
    for folder in CONTENT_FOLDERS:
        (repository / folder).mkdir(exist_ok=True)
    command = [str(Path(sys.executable).with_name("newsroom")), "check"]
    done = subprocess.run(
        command, cwd=repository, env=engine_environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "3 pages checked, no errors.\n")
    outcome = build(repository)
    assert outcome.code == 0, outcome.output
    site = contents(repository / "site")
    assert b"https://oak-valley.example/stories/the-bus-stop/" in site["feed.xml"]
    assert [path for path, data in site.items() if b"lacnetwork" in data] == []
