"""The Content Security Policies (https://www.w3.org/TR/CSP3/) of everything that browsers open.

Whatever a page contains, browsers load nothing from other hosts and run no script and no style that is written into it,
except those whose hashes are here. The hashes are computed from the files. Each policy is in its page, because not all
hosts send headers; ``_headers`` (:mod:`security_headers`) has the page's policy too.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from pathlib import Path

from lxml.html import document_fromstring

from newsroom.mail_tools.signup_form import SignupForm

_INLINE_SCRIPTS = "frame/palette.html"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SELF = "'self'"
_DARK_COLOURS = "(prefers-color-scheme: dark)"
REDIRECT_POLICY = "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""A page at an old address loads nothing but the site's icon."""
EMAIL_POLICY = (
    "default-src 'none'; img-src 'self' https: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
"""An email's HTML opened as a page. Mail programs need its styles on the elements themselves."""
EDITOR_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",  # Sveltia CMS writes its styles into the page
        "font-src 'self'",
        "img-src 'self' blob: data: https://avatars.githubusercontent.com",
        "media-src 'self' blob:",
        "frame-src 'self' blob:",
        "worker-src 'self'",
        "manifest-src blob:",
        "connect-src 'self' blob: data: https://api.github.com",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""The browser editor's page alone. It asks GitHub for files and for the picture of the person who signed in."""


def inline_scripts(theme: Path) -> tuple[str, ...]:
    """Return the scripts that are written into every page, from the folder of the site's templates."""
    file = theme / _INLINE_SCRIPTS
    return tuple(_SCRIPT.findall(file.read_text(encoding="utf-8"))) if file.is_file() else ()


def page_policy(scripts: Iterable[str] = (), form: SignupForm | None = None) -> str:
    """Return the policy of a page with the inline ``scripts``, which may send ``form``."""
    return _policy(script=_script_sources(scripts), style=[_SELF], forms=_form_targets(form))


def file_policy(scripts: Iterable[str], form: SignupForm | None) -> str:
    """Return the policy of any file, as the only part of the others' policies that suits all: which scripts run, and
    where forms are sent."""
    sources = " ".join(_script_sources(scripts))
    return f"script-src {sources}; object-src 'none'; base-uri 'none'; form-action {_form_targets(form)}"


def sender_policy(emails: Iterable[str]) -> str:
    """Return the policy of a sender's page, whose frames show ``emails`` (HTML) and have the same policy.

    The frames show an email in light and in dark colours, as ``inColours`` in sender.js writes them. 'unsafe-hashes'
    allows the listed values of ``style`` attributes, and no others.
    """
    styles = sorted({_hash(style) for email in emails for style in _styles(email)})
    return _policy(script=[_SELF], style=[_SELF, *(["'unsafe-hashes'", *styles] if styles else [])], frame=_SELF)


def policy_element(policy: str) -> str:
    """Return the HTML element that gives a page its policy."""
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">'


def email_as_page(html: str) -> str:
    """Return an email's HTML with the policy that it has when a browser opens it as a page."""
    return html.replace("<head>\n", f"<head>\n{policy_element(EMAIL_POLICY)}\n", 1)


def _policy(*, script: Iterable[str], style: Iterable[str], frame: str = "'none'", forms: str = _SELF) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(script)}",
            f"style-src {' '.join(style)}",
            "img-src 'self' data:",  # the theme's style sheet contains its icons
            "media-src 'self'",
            "connect-src 'self'",
            f"frame-src {frame}",
            "base-uri 'none'",
            f"form-action {forms}",
        )
    )


def _script_sources(scripts: Iterable[str]) -> list[str]:
    """Return which scripts run. 'wasm-unsafe-eval' is for Pagefind's WebAssembly, and does not allow eval()."""
    return [_SELF, *map(_hash, scripts), "'wasm-unsafe-eval'"]


def _form_targets(form: SignupForm | None) -> str:
    """Return where forms may be sent: the search of the site, and the mail tool."""
    return f"{_SELF} {form.policy_source}" if form else _SELF


def _styles(html: str) -> Iterable[str]:
    """Yield every style of an email: style sheets in each of their forms, and values of attributes."""
    root = document_fromstring(html)
    for element in root.iter("style"):
        text = element.text or ""
        yield from (text, text.replace(_DARK_COLOURS, "all"), text.replace(_DARK_COLOURS, "not all"))
    yield from filter(None, (element.get("style") for element in root.iter()))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
