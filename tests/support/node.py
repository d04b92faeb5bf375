"""Runs caniemail, the Nu HTML checker and axe on pages.

The judges come from npm, pinned in tests/node/; ``make test`` installs them, and Node.js and Java for them.
"""

import json
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Frame, Page

from tests.support import ROOT

CLIENTS = (
    *("gmail.desktop-webmail", "gmail.ios", "gmail.android"),
    *("outlook.windows", "outlook.outlook-com", "outlook.macos"),
    *("apple-mail.macos", "apple-mail.ios"),
    *("yahoo.desktop-webmail", "yahoo.ios", "yahoo.android"),
    "samsung-email.android",
)
"""The mail programs that an email must do well in, by caniemail's names."""
_NODE = ROOT / "tests/node"
_MODULES = _NODE / "node_modules"
COLOURS = ("color-contrast", "link-in-text-block")
"""axe's rules about colours: all that can differ between two palettes."""
_AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_FOR_A_SHORT_RUN = ("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Java compiles as fast as it can, not as well: a run is over before better code would pay."""
_TOLD = """({ violations }) =>
  violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.map(({ target }) => target) }))"""
_RUN = f"async ([context, options]) => ({_TOLD})(await axe.run(context ?? document, options))"
_FINISH = f"""async ([partial, options]) =>
  ({_TOLD})(await axe.finishRun(partial.map((found) => JSON.parse(found)), options))"""
_STILL = """async () => {
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
}"""
_TIMERS = "() => { window.setTimeout = (run, _after, ...given) => { Promise.resolve().then(() => run(...given)); }; }"
"""Lets axe go on in a frame that may run no scripts: what is put into it from outside runs, but no timer does."""


@dataclass(frozen=True)
class ClientIssue:
    """Something in a page that a mail program does not do, or does only in part, with what is known about it."""

    feature: str
    client: str
    support: Literal["unsupported", "partial"]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class VnuMessage:
    """A message of the Nu HTML checker. ``type`` is ``error``, ``warning`` or ``info``."""

    type: str
    message: str
    line: int | None


def caniemail_issues(pages: Mapping[str, str]) -> dict[str, frozenset[ClientIssue]]:
    """What the newest version of each of ``CLIENTS`` does not do of each page's HTML, by the pages' names.

    What caniemail cannot see counts as supported: rules inside ``@media``, functions such as ``calc()``, and what
    has not been tested in that program.
    """
    request = json.dumps({"clients": CLIENTS, "pages": dict(pages)})
    found = json.loads(_run(["node", str(_NODE / "caniemail.mjs")], request))
    return {
        name: frozenset(ClientIssue(**{**issue, "notes": tuple(issue["notes"])}) for issue in issues)
        for name, issues in found.items()
    }


def vnu_messages(pages: Mapping[str, str]) -> dict[str, tuple[VnuMessage, ...]]:
    """The messages of the Nu HTML checker for each page, in order, by the pages' names."""
    if not pages:
        return {}
    with tempfile.TemporaryDirectory(prefix="vnu-") as folder:
        files = [Path(folder, f"{number}.html") for number in range(len(pages))]
        for file, html in zip(files, pages.values(), strict=True):
            file.write_text(html, encoding="utf-8")
        options = ["--format", "json", "--stdout", "--exit-zero-always"]
        checker = ["java", *_FOR_A_SHORT_RUN, "-jar", str(_MODULES / "vnu-jar/build/dist/vnu.jar")]
        output = _run([*checker, *options, *map(str, files)])
    found: list[list[VnuMessage]] = [[] for _ in pages]
    for message in json.loads(output)["messages"]:
        found[int(Path(urlsplit(message["url"]).path).stem)].append(_vnu_message(message))
    return {name: tuple(messages) for name, messages in zip(pages, found, strict=True)}


def axe_violations(
    page: Page, *, only: Collection[str] = (), without: Collection[str] = (), within: str | None = None
) -> list[str]:
    """The violations that axe finds on an open page and in its frames, as ``rule: help: target``.

    ``only`` are the names of the rules to try, if not all, ``without`` those of rules that do not apply, and ``within``
    selects the part of the page to look at. What moves or changes its colours is waited for. The page's own policies
    do not matter: axe is put into each frame by hand, and no frame has to talk to another.
    """
    tried = {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": list(_AXE_TAGS)}
    rules = {name: {"enabled": False} for name in without}
    options: dict[str, object] = {"runOnly": tried, "rules": rules, "preload": False, "resultTypes": ["violations"]}
    page.evaluate(_STILL)
    violations = (_axe_in_frames if page.main_frame.child_frames else _axe)(page, within, options)
    return [
        f"{violation['id']}: {violation['help']}: {_target(target)}"
        for violation in violations
        for target in violation["targets"]
    ]


def _run(command: Sequence[str], stdin: str = "") -> str:
    """The output of a command. Fails with its error output if the command fails."""
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{' '.join(command[:3])} ended with {done.returncode}.\n{done.stderr}"
    return done.stdout


def _vnu_message(message: Mapping[str, Any]) -> VnuMessage:
    return VnuMessage(message.get("subType", message["type"]), message["message"], message.get("lastLine"))


def _axe(page: Page, context: str | None, options: object) -> list[dict[str, Any]]:
    """The violations that axe finds on a page, without frames."""
    _load_axe(page.main_frame)
    found: list[dict[str, Any]] = page.evaluate(_RUN, [context, options])
    return found


def _axe_in_frames(page: Page, context: str | None, options: object) -> list[dict[str, Any]]:
    """The violations that axe finds on a page and in its frames."""
    partial = list(_axe_partial(page.main_frame, context, options))
    found: list[dict[str, Any]] = page.evaluate(_FINISH, [partial, options])
    return found


def _axe_partial(frame: Frame, context: object, options: object, *, scripts: bool = True) -> Iterator[str]:
    """What axe sees in a frame and then in those inside it, in the order in which it wants them back.

    It is handed about as JSON: a browser takes twenty times as long to hand over the objects themselves.
    """
    if not scripts:
        frame.evaluate(_TIMERS)
    _load_axe(frame)
    run = "async ([context, options]) => JSON.stringify(await axe.runPartial(context ?? document, options))"
    inner = frame.evaluate("(context) => axe.utils.getFrameContexts(context ?? document)", context)
    yield frame.evaluate(run, [context, options])
    for found in inner:
        element = frame.evaluate_handle("(selector) => axe.utils.shadowSelect(selector)", found["frameSelector"])
        child = element.as_element()
        content = child.content_frame() if child else None
        assert child, f"there is no frame at {found['frameSelector']}"
        assert content, f"there is no frame at {found['frameSelector']}"
        sandbox = child.get_attribute("sandbox")
        runs = scripts and (sandbox is None or "allow-scripts" in sandbox.split())
        yield from _axe_partial(content, found["frameContext"], options, scripts=runs)


def _load_axe(frame: Frame) -> None:
    """Put axe into a frame, unless it is there from an earlier run: to load it costs a tenth of a second."""
    if not frame.evaluate("'axe' in window"):
        frame.evaluate(_axe_source())


@cache
def _axe_source() -> str:
    return (_MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8")


def _target(path: Sequence[str | Sequence[str]]) -> str:
    """Where an element is: its selector, after those of the frames and shadow roots around it."""
    return " > ".join(part if isinstance(part, str) else " > ".join(part) for part in path)
