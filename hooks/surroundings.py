"""What the core is handed from outside: the day, and the settings in mkdocs.yml with the environment's overrides."""

import os
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml
import yaml_env_tag

from newsroom.problems import ContentError, Problem
from newsroom.read.files import read_text
from newsroom.settings import SETTINGS_FILE

_HOME = ZoneInfo("Europe/London")


def today() -> date:
    """The day on which a build is made: ``SOURCE_DATE_EPOCH``'s where it is set, else the clock's in Britain.

    Raises ContentError where that variable is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        what = f"the environment's SOURCE_DATE_EPOCH is '{epoch}'"
        raise ContentError([Problem(SETTINGS_FILE, None, what, "set it to seconds since 1970, or unset it")]) from error
    return now.astimezone(_HOME).date()


def settings(root: Path) -> object:
    """What stands in mkdocs.yml under ``extra: newsroom:``. Raises ContentError where it cannot be read."""

    class Loader(yaml.SafeLoader):
        """SafeLoader with ``!ENV``; other tags, which only the engine needs, become None."""

    yaml_env_tag.add_env_tag(Loader)
    Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
    if not (root / SETTINGS_FILE).exists():
        what = f"there is no {SETTINGS_FILE} in {root.resolve()}"
        fix = "go to the repository's folder, or name it with --root"
        raise ContentError([Problem(SETTINGS_FILE, None, what, fix)])
    text = read_text(root, SETTINGS_FILE)
    if isinstance(text, Problem):
        raise ContentError([text])
    try:
        values = yaml.load(text, Loader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ContentError([Problem(SETTINGS_FILE, line, "this line is not YAML", f"{error.problem}")]) from error
    extra = values.get("extra") if isinstance(values, dict) else None
    return extra.get("newsroom") if isinstance(extra, dict) else None
