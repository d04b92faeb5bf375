"""The GitHub workflows: only errors in content block publishing, and steps have minimal permissions."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from tests.support import ROOT, write_files
from tests.support.git import commit, git

FILES = sorted((ROOT / ".github/workflows").glob("*.yml"))
WORKFLOWS: dict[str, Any] = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in FILES}
STEPS = [
    pytest.param(job, step, id=f"{name}-{key}-{number}")
    for name, workflow in WORKFLOWS.items()
    for key, job in workflow["jobs"].items()
    for number, step in enumerate(job["steps"])
]
ON: Any = True
"""The key ``on``, as YAML 1.1 reads it."""


def commands(*steps: dict[str, Any]) -> str:
    """The commands of all steps."""
    return "\n".join(step.get("run", "") for step in steps)


def test_failing_test_does_not_block_publishing_content() -> None:
    jobs = WORKFLOWS["publish"]["jobs"]
    steps = [step for name in ("build", "deploy") for step in jobs[name]["steps"]]
    assert not re.search(r"\.ci/|make (test|lint|types)|pytest|ruff|mypy", commands(*steps))
    assert jobs["deploy"]["needs"] == "build"
    gates = [step["run"] for step in steps if "run" in step and not step.get("continue-on-error")]
    assert gates == ["make site"]
    assert (jobs["complete"]["needs"], "deploy" in jobs["complete"]["needs"]) == (["build", "deploy"], True)


@pytest.mark.parametrize(
    ("pages", "asked", "expected"),
    [
        ({}, [], "never"),
        ({"x/index.html": '<div data-notice="withdrawn">'}, ["x/"], "never"),
        ({"x/index.html": "Her words."}, ["x/"], "always"),
        ({"y/index.html": '<div data-notice="withdrawn">'}, ["x/", "y/"], "always"),
        ({"x/index.html": "Her words.", "y/index.html": '<div data-notice="withdrawn">'}, ["x/", "y/"], "always"),
    ],
    ids=["nothing withdrawn", "taken down", "online", "without the notice", "one of two online"],
)
def test_withdrawal_is_pending_while_the_website_shows_the_item(
    tmp_path: Path, pages: dict[str, str], asked: list[str], expected: str
) -> None:
    write_files(tmp_path, pages)
    with serving(tmp_path) as address:
        assert pending_withdrawals(*(f"{address}{path}" for path in asked)) == expected


def test_withdrawal_is_pending_if_the_website_does_not_answer() -> None:
    assert pending_withdrawals("http://127.0.0.1:1/") == "always"


def pending_withdrawals(*addresses: str) -> str:
    """What the script says about withdrawn items at some addresses."""
    script, asked = str(ROOT / "scripts/withdrawals"), "".join(f"{address}\n" for address in addresses)
    said = subprocess.run([script], input=asked, check=True, capture_output=True, text=True).stdout
    return said.strip().removeprefix("NEWSROOM_WITHDRAWALS=")


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Print nothing."""


@pytest.mark.parametrize("name", ["publish", "withdraw"])
def test_workflows_that_withdraw_can_read_earlier_settings(name: str) -> None:
    (job,) = (job for key, job in WORKFLOWS[name]["jobs"].items() if key in ("build", "withdraw"))
    assert job["steps"][0]["with"]["fetch-depth"] > 1


def test_repeated_old_run_publishes_the_newest_commit() -> None:
    assert WORKFLOWS["publish"]["jobs"]["build"]["steps"][0]["with"]["ref"] == "${{ github.ref }}"


def test_expired_consent_does_not_block_publishing() -> None:
    jobs, pull_request = WORKFLOWS["publish"]["jobs"], json.dumps(WORKFLOWS["pull-request"])
    assert WORKFLOWS["publish"]["env"]["NEWSROOM_ON_EXPIRED"] == "hide"
    assert "--on-expired hide" in commands(*jobs["build"]["steps"])
    assert "EXPIRED" not in pull_request
    assert "--on-expired" not in pull_request


def test_code_is_tested_on_main_and_pull_requests() -> None:
    for name, job in ("code", "tests"), ("pull-request", "code"):
        assert ".ci/run" in commands(*WORKFLOWS[name]["jobs"][job]["steps"])


def test_disabled_schedule_keeps_publishing_enabled() -> None:
    scheduled = [name for name, workflow in WORKFLOWS.items() if "schedule" in workflow[ON]]
    assert scheduled == ["daily"]
    assert "gh workflow run publish.yml" in commands(*WORKFLOWS["daily"]["jobs"]["publish"]["steps"])
    assert "workflow_dispatch" in WORKFLOWS["publish"][ON]


def test_only_the_check_for_maintainers_runs_with_rights_and_code_of_main() -> None:
    trusted = [name for name, workflow in WORKFLOWS.items() if "pull_request_target" in workflow[ON]]
    assert trusted == ["maintainer"]
    assert "edited" in WORKFLOWS["maintainer"][ON]["pull_request_target"]["types"], "its base can be changed"
    (job,) = WORKFLOWS["maintainer"]["jobs"].values()
    assert set(job["permissions"].values()) == {"read"}
    assert job["steps"][0]["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert commands(*job["steps"]).strip() == "scripts/review-needed"
    assert [file.name for file in FILES if "secrets." in file.read_text(encoding="utf-8")] == ["withdraw.yml"]


GH = """#!/bin/sh
case "$3" in
    *files) cat "$FILES" ;;
    *reviews) echo "$APPROVED" ;;
esac
"""


@pytest.mark.parametrize(
    ("files", "approved", "passes"),
    [
        (["stories/a.md", "docs/areas/b.svg", "newsletters/c.md", "publications/d.pdf"], "", True),
        (["stories/a.md", "hooks/x.py"], "", False),
        (["hooks/x.py"], "ada", True),
        *(([path], "", False) for path in ("overrides/a.html", ".github/workflows/a.yml", "requirements.txt")),
        *(([path], "", False) for path in ("mkdocs.yml", "Makefile", "tests/node/package-lock.json", "docs.py")),
        ([f"stories/{number}.md" for number in range(3000)], "", False),
    ],
)
def test_change_of_more_than_content_needs_a_maintainer(
    tmp_path: Path, files: list[str], approved: str, *, passes: bool
) -> None:
    listed = "".join(f"{json.dumps(path)}\n" for path in files)
    write_files(tmp_path, {"gh": GH, "files": listed})
    (tmp_path / "gh").chmod(0o755)
    names = {"GH_REPO": "elm/site", "NUMBER": "1", "HEAD": "abc", "AUTHOR": "eve", "APPROVED": approved}
    variables = {**os.environ, **names, "FILES": str(tmp_path / "files"), "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run([ROOT / "scripts/review-needed"], env=variables, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) is passes, done.stdout + done.stderr
    assert passes or "::error title=A maintainer must look at this" in done.stdout


def test_pull_request_jobs_always_run() -> None:
    assert WORKFLOWS["pull-request"][ON] == {"pull_request": None}
    assert [job for job in WORKFLOWS["pull-request"]["jobs"].values() if "if" in job or "needs" in job] == []


@pytest.mark.parametrize("workflow", WORKFLOWS.values(), ids=WORKFLOWS)
def test_workflows_have_minimal_permissions(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] in ({}, {"contents": "read"})
    assert "concurrency" in workflow
    by_hand_alone = [{"contents", "actions"}] if {*workflow[ON]} == {"workflow_dispatch"} else []
    allowed = {"pages", "id-token"}, {"actions"}, *by_hand_alone
    for job in workflow["jobs"].values():
        written = {name for name, level in job.get("permissions", {}).items() if level == "write"}
        assert not written or written in allowed
        assert job["timeout-minutes"] <= 30


def test_withdrawal_by_hand_prints_nothing_of_the_item() -> None:
    """The logs of a public repository are public."""
    steps = WORKFLOWS["withdraw"]["jobs"]["withdraw"]["steps"]
    (line,) = (line for line in commands(*steps).split("\n") if "newsroom withdraw -" in line and "echo" not in line)
    assert line == '.venv/bin/newsroom withdraw -- "$ITEM" > /dev/null'
    assert "gh workflow run publish.yml" in commands(*steps)


def test_withdrawal_by_hand_is_committed_without_all_content_folders(tmp_path: Path) -> None:
    """A fork may have left some out (FORKING.md)."""
    make_withdrawn(tmp_path)
    commit_withdrawal(tmp_path)
    left = subprocess.run(["git", "status", "--short"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert left.stdout == ""


def test_withdrawal_from_protected_branch_uses_the_key(tmp_path: Path) -> None:
    make_withdrawn(tmp_path)
    outcome = commit_withdrawal(tmp_path, key="The key")
    assert (tmp_path / ".git/key").read_text() == "The key\n"
    assert (tmp_path / ".git/key").stat().st_mode & 0o077 == 0
    assert (tmp_path / ".git/started").read_text() == 'api meta --jq .ssh_keys[] | "github.com " + .\n'
    arguments = (tmp_path / ".git/connected").read_text()
    assert f"-i {tmp_path}/.git/key" in arguments
    assert f"UserKnownHostsFile={tmp_path}/.git/hosts git@github.com git-receive-pack" in arguments
    assert (outcome.returncode, outcome.stdout[:8]) == (1, "::error "), "the push failed"


def test_repeated_withdrawal_publishes_again(tmp_path: Path) -> None:
    """The run before may have failed between its commit and the start of the other workflow."""
    make_withdrawn(tmp_path)
    commit(tmp_path)
    assert commit_withdrawal(tmp_path).returncode == 0
    assert (tmp_path / ".git/started").read_text() == "workflow run publish.yml --ref main\n"
    assert "withdrawn before" in (tmp_path / ".git/summary").read_text()


def make_withdrawn(root: Path) -> None:
    """Make a repository in which an item is withdrawn, but not committed."""
    git(root, "init", "--quiet")
    write_files(root, {"stories/a.md": "Her words.", "stories/a.jpg": "Her picture."})
    commit(root)
    write_files(root, {"stories/a.md": "withdrawn"})
    (root / "stories/a.jpg").unlink()


def commit_withdrawal(root: Path, key: str = "") -> subprocess.CompletedProcess[str]:
    """Run the step that commits a withdrawal. Programs in place of ``gh`` and ``ssh`` note their arguments in .git/."""
    for name, note, status in (("gh", "started", 0), ("ssh", "connected", 1)):
        program = root / ".git" / name
        program.write_text(f'#!/bin/sh\necho "$@" > "{root}/.git/{note}"\nexit {status}\n')
        program.chmod(0o755)
    names = {"GITHUB_REF_NAME": "main", "GITHUB_REPOSITORY": "elm/newsroom", "GH_TOKEN": "", "KEY": key}
    places = {"GITHUB_STEP_SUMMARY": str(root / ".git/summary"), "RUNNER_TEMP": str(root / ".git")}
    path = {"PATH": f"{root / '.git'}{os.pathsep}{os.environ['PATH']}", "GIT_CONFIG_COUNT": "1"}
    # no test opens an address of another computer
    offline = {"GIT_CONFIG_KEY_0": "url.file:///nowhere/.insteadOf", "GIT_CONFIG_VALUE_0": "https://"}
    script = WORKFLOWS["withdraw"]["jobs"]["withdraw"]["steps"][-1]["run"]
    environment = os.environ | names | places | path | offline
    command = ["bash", "-e", "-c", script]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_only_the_default_branch_is_published_and_withdrawn_from() -> None:
    conditions = [WORKFLOWS[name]["jobs"][job]["if"] for name, job in (("publish", "build"), ("withdraw", "withdraw"))]
    assert conditions == ["github.ref_name == github.event.repository.default_branch"] * 2
    assert WORKFLOWS["withdraw"]["jobs"]["withdraw"]["environment"], "which gives its key to no other branch"
    assert set(WORKFLOWS["withdraw"][ON]) == {"workflow_dispatch"}


@pytest.mark.parametrize(("job", "step"), STEPS)
def test_steps_are_pinned_and_run_no_proposed_input(job: dict[str, Any], step: dict[str, Any]) -> None:
    assert "${{" not in step.get("run", "")
    if "uses" in step:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
    if step.get("uses", "").startswith("actions/checkout"):
        assert step["with"]["persist-credentials"] is False
    assert job["runs-on"] == "ubuntu-latest"


def test_dev_container_starts_shown_preview() -> None:
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    assert container["postAttachCommand"] == {"preview": "make serve"}
    (port,) = container["forwardPorts"]
    assert f"127.0.0.1:{port}/" in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [*container["portsAttributes"]] == [f"{port}"]
    assert (
        container["image"]
        .rpartition(":")[2]
        .endswith(WORKFLOWS["publish"]["jobs"]["build"]["steps"][1]["with"]["python-version"])
    )


def test_both_workflows_define_code_alike() -> None:
    script = (ROOT / "scripts/code-changed").read_text(encoding="utf-8")
    assert re.findall(r"':\(glob\)(.+?)'", script) == WORKFLOWS["code"][ON]["push"]["paths"]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one commit, the tag "base"."""
    root = tmp_path_factory.mktemp("repository")
    write_files(root, {"stories/a.md": "Words.", "docs/index.md": "Words.", "hooks/x.py": "x = 1"})
    git(root, "init", "--quiet")
    commit(root)
    git(root, "tag", "base")
    return root


@pytest.mark.parametrize(
    ("paths", "is_code"),
    [
        (["stories/a.md", "newsletters/2026-01.md", "docs/areas/pictures/a.svg", "publications/a.pdf"], False),
        (["README.md", "CONTRIBUTING.md", "docs/hooks/page.md", "stories/tests.md"], False),
        (["hooks/newsroom/x.py"], True),
        (["stories/a.md", "overrides/main.html"], True),
        (["pyproject.toml"], True),
        (["tests/node/package-lock.json"], True),
        (["requirements-test.txt"], True),
        ([".github/workflows/publish.yml"], True),
        (["Makefile"], True),
        (["mkdocs.yml"], True),
        ([".ci/run"], True),
    ],
)
def test_content_changes_differ_from_code_changes(repository: Path, paths: list[str], is_code: bool) -> None:
    git(repository, "checkout", "--quiet", "--detach", "base")
    write_files(repository, dict.fromkeys(paths, "changed"))
    commit(repository)
    assert code_changed(repository) == f"{is_code}\n".lower()


def test_moving_code_to_content_is_a_code_change(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "--detach", "base")
    git(repository, "mv", "hooks/x.py", "stories/x.py")
    commit(repository)
    assert code_changed(repository) == "true\n"


def test_missing_commit_fails(repository: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        code_changed(repository, "nowhere")


def code_changed(repository: Path, base: str = "base") -> str:
    """The script's answer about the last commit."""
    command = [str(ROOT / "scripts/code-changed"), base, "HEAD"]
    return subprocess.run(command, cwd=repository, check=True, capture_output=True, text=True).stdout
