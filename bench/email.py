"""The time to make an edition's email, and its size: ours compared with MJML's."""

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.edition import Edition, longest_edition
from bench.mjml import edition_as_mjml, section_titles
from bench.tables import budget, machine, table
from newsroom.mail_tools import MAIL_TOOLS
from newsroom.publish.build_context import EMAIL_TEMPLATES
from newsroom.publish.email.adapt import Adapter
from newsroom.publish.email.body import email_body
from newsroom.publish.email.compose import EditionEmail
from newsroom.publish.email.merge_tags import TagStarts
from newsroom.publish.email.templates import EmailTemplates
from newsroom.translations import Translations

_TOOL = "generic"
_WARM_UP, _TURNS = 1, 20
_MAX_TIME, _MAX_BYTES = 0.05, 0.6
_NODE = Path(__file__).resolve().parent / "node"
_PACKAGES = ("css-inline", "jinja2", "lxml", "nh3")


class BadEmailError(Exception):
    """An email was not made, or is incomplete, so its time cannot be compared."""


@dataclass(frozen=True)
class TimedEmail:
    """The HTML of an email, and how many seconds each turn took."""

    seconds: tuple[float, ...]
    html: str

    @property
    def median_seconds(self) -> float:
        """The median of its seconds."""
        return median(self.seconds)

    @property
    def size(self) -> int:
        """The bytes of its HTML."""
        return len(self.html.encode())


@dataclass(frozen=True)
class Measured:
    """The emails of one edition.

    ``ours`` is measured from the finished body, as ``mjml`` is: it fills in the templates and inlines their styles.
    ``whole`` is measured from the page's HTML, which is cleaned and adapted first.
    """

    edition: str
    ours: TimedEmail
    whole: TimedEmail
    mjml: TimedEmail


def measure(root: Path) -> Measured:
    """Measure our email and MJML's for the longest edition of the repository in ``root``.

    Raises BadEmailError if one of them fails or leaves a section out.
    """
    edition = longest_edition(root)
    make, make_from_page = _email_makers(root, edition)
    ours, whole, mjml = _time_email(make), _time_email(make_from_page), _time_mjml(_mjml_source(root, edition))
    for name, made in {"ours": ours, "ours, from the page": whole, "mjml": mjml}.items():
        missing = [title for title in section_titles(edition) if title not in made.html]
        if missing:
            raise BadEmailError(f"{name}: the email of {edition.document.path} does not contain '{missing[0]}'")
    return Measured(edition.document.path, ours, whole, mjml)


def report(measured: Measured) -> str:
    """The table, the budgets and the machine."""
    ours, mjml = measured.ours, measured.mjml
    rows = [
        (measured.edition, "ours ms", "mjml ms", "times faster", "ours bytes", "mjml bytes", "ratio"),
        _row("render and inline", ours, mjml),
        _row("from the page's HTML", measured.whole, mjml),
    ]
    return "\n".join([*table(rows), "", *_budgets(ours, mjml), "", *machine(_PACKAGES), *_node_machine()])


def _row(name: str, ours: TimedEmail, mjml: TimedEmail) -> tuple[str, ...]:
    return (
        *(
            name,
            f"{ours.median_seconds * 1000:.2f}",
            f"{mjml.median_seconds * 1000:.2f}",
            f"{mjml.median_seconds / ours.median_seconds:.1f}",
        ),
        *(f"{ours.size:,}", f"{mjml.size:,}", f"{ours.size / mjml.size:.2f}"),
    )


def _email_makers(root: Path, edition: Edition) -> tuple[Callable[[], str], Callable[[], str]]:
    """Two functions that make our email's HTML for one mail tool: from its body, and from the page's HTML."""
    document, t = edition.document, Translations(edition.document.lang)
    templates = EmailTemplates(root / EMAIL_TEMPLATES)

    starts = TagStarts(edition.settings.known_mail_tools)

    def prepare() -> EditionEmail:
        body = email_body(document, edition.rendered, edition.url, Adapter(edition.url, t, {}))
        return EditionEmail(body, t, edition.settings, templates, starts)

    prepared = prepare()
    return lambda: prepared.html(MAIL_TOOLS[_TOOL]), lambda: prepare().html(MAIL_TOOLS[_TOOL])


def _mjml_source(root: Path, edition: Edition) -> str:
    folder = root / EMAIL_TEMPLATES
    templates = EmailTemplates(folder)
    dark = f"@media (prefers-color-scheme: dark) {{\n{templates.dark_styles}}}\n{templates.outlook_dark_styles}"
    return edition_as_mjml(edition, templates.style, dark)


def _time_email(make: Callable[[], str]) -> TimedEmail:
    for _ in range(_WARM_UP):
        html = make()
    seconds = []
    for _ in range(_TURNS):
        started = time.perf_counter()
        html = make()
        seconds.append(time.perf_counter() - started)
    return TimedEmail(tuple(seconds), html)


def _time_mjml(source: str) -> TimedEmail:
    request = json.dumps({"mjml": source, "warmUp": _WARM_UP, "turns": _TURNS})
    done = subprocess.run(
        ["node", str(_NODE / "mjml.mjs")], input=request, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise BadEmailError(f"mjml: it ended with {done.returncode}.\n{done.stderr}")
    made = json.loads(done.stdout)
    return TimedEmail(tuple(made["seconds"]), made["html"])


def _budgets(ours: TimedEmail, mjml: TimedEmail) -> Iterator[str]:
    yield budget("time ours/mjml", ours.median_seconds / mjml.median_seconds, _MAX_TIME, 3)
    yield budget("bytes ours/mjml", ours.size / mjml.size, _MAX_BYTES, 2)


def _node_machine() -> Iterator[str]:
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    package = json.loads((_NODE / "node_modules/mjml/package.json").read_text(encoding="utf-8"))
    yield f"Node.js {node.removeprefix('v')}, mjml {package['version']}"
