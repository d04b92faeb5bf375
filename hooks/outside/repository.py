"""A repository that the core does not access itself: its settings, its history, and the workflow that runs for it."""

import io
import json
import os
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
import yaml_env_tag

from newsroom.commands.lost import UnknownRevision
from newsroom.content.types import CONTENT_FOLDERS
from newsroom.problems import SETTINGS_FILE, ContentError, Problem
from newsroom.read.files import read_text
from newsroom.report import GitHubRun
from newsroom.site_settings import recover_site_settings

_MAX_COMMITS = 50
"""How many changes of mkdocs.yml are searched for valid settings."""


def settings(root: Path) -> object:
    """The value of ``extra: newsroom:`` in mkdocs.yml. Raises ContentError if the file cannot be read."""
    extra = _mkdocs_yml(root).get("extra")
    return extra.get("newsroom") if isinstance(extra, dict) else None


def readable_settings(root: Path) -> tuple[object, tuple[Problem, ...]]:
    """The settings in mkdocs.yml, or those of the last commit in which they were valid, with the errors in the file."""
    try:
        return recover_committed_settings(root, settings(root))
    except ContentError as error:
        return _committed_settings(root), error.problems


def recover_committed_settings(root: Path, values: object) -> tuple[object, tuple[Problem, ...]]:
    """These settings, or those of the last commit in which they were valid, with the errors in these."""
    _, faults = recover_site_settings(values, root)
    return (_committed_settings(root) or values if faults else values), faults


def _committed_settings(root: Path) -> object:
    """The settings of the last commit in which they were valid; None if git knows none."""
    with suppress(UnknownRevision):
        commits = _git(root, "log", "--format=%H", f"--max-count={_MAX_COMMITS}", "--", SETTINGS_FILE, name="HEAD")
        for commit in commits.decode().split():
            with suppress(UnknownRevision, ContentError), content_at(root, commit, names=(SETTINGS_FILE,)) as folder:
                values = settings(folder)
                if not recover_site_settings(values)[1]:
                    return values
    return None


def _mkdocs_yml(root: Path) -> dict[str, object]:
    class Loader(yaml.SafeLoader):
        """SafeLoader with ``!ENV``; other tags, which only the engine needs, become None."""

    yaml_env_tag.add_env_tag(Loader)
    Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
    if not (root / SETTINGS_FILE).exists():
        what = f"there is no {SETTINGS_FILE} in {root.resolve()}"
        fix = "go to the repository's folder, or name it with --root"
        raise ContentError([Problem("settings-missing", SETTINGS_FILE, None, what, fix)])
    text = read_text(root, SETTINGS_FILE)
    if isinstance(text, Problem):
        raise ContentError([text])
    try:
        values = yaml.load(text, Loader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        what, fix = f"this line cannot be read: {error.problem}", "check its quotation marks, colons and spaces"
        raise ContentError([Problem("settings-yaml-invalid", SETTINGS_FILE, line, what, fix)]) from error
    return values if isinstance(values, dict) else {}


@contextmanager
def content_at(root: Path, revision: str, names: Sequence[str] = (*CONTENT_FOLDERS, SETTINGS_FILE)) -> Iterator[Path]:
    """A temporary folder with the content folders and mkdocs.yml of a repository at a revision, or with other names.

    Symbolic links are left out. Raises UnknownRevision if git does not know the revision or is not installed.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", name=revision)
    sha = commit.decode().strip()
    listed = _git(root, "ls-tree", "-z", "--name-only", sha, "--", *names, name=revision).decode().split("\0")
    paths = [path for path in listed if path]
    with TemporaryDirectory() as folder:
        if paths:
            archive = _git(root, "archive", "--format=tar", sha, "--", *paths, name=revision)
            with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
                files = [member for member in tar if member.isreg() or member.isdir()]
                tar.extractall(folder, files, filter="data")
        yield Path(folder)


def uncommitted(root: Path) -> tuple[str, ...]:
    """The files of a repository that are new or changed since the last commit. Raises UnknownRevision without git."""
    listed = _git(root, "status", "--porcelain", "-z", "--no-renames", name="HEAD").decode(errors="replace")
    return tuple(entry[3:] for entry in listed.split("\0") if entry)


def _git(root: Path, *arguments: str, name: str) -> bytes:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True).stdout
    except OSError as error:
        raise UnknownRevision("this needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        raise UnknownRevision(f"git does not know '{name}' here") from error


def github_run() -> GitHubRun:
    """The step of a GitHub workflow in which this runs, from environment variables; empty outside a workflow.

    See https://docs.github.com/en/actions/reference/workflows-and-actions/variables. In a pull request the checked
    commit is a temporary merge, so links lead to the proposed commit instead, which may be in a fork.
    """
    environment = os.environ
    repository, commit = environment.get("GITHUB_REPOSITORY"), environment.get("GITHUB_SHA")
    proposed = _proposed_commit(environment.get("GITHUB_EVENT_PATH"))
    if proposed:
        repository, commit = proposed
    server = environment.get("GITHUB_SERVER_URL")
    summary = environment.get("GITHUB_STEP_SUMMARY")
    is_known = server and repository and commit
    return GitHubRun(f"{server}/{repository}/blob/{commit}" if is_known else "", Path(summary) if summary else None)


def _proposed_commit(event: str | None) -> tuple[str, str] | None:
    """The repository and commit that a pull request proposes, from the event file; None for other events."""
    try:
        head = json.loads(Path(event or "").read_text(encoding="utf-8"))["pull_request"]["head"]
        return str(head["repo"]["full_name"]), str(head["sha"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
