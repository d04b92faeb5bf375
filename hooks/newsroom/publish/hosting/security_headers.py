"""``_headers``: the security headers of every file, for hosts that read them from this file.

Netlify (https://docs.netlify.com/manage/routing/headers/), Cloudflare Pages
(https://developers.cloudflare.com/pages/configuration/headers/) and others do. GitHub Pages does not: there the policy
in each page applies alone, which cannot say who may show the page in a frame.
"""

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from string import ascii_lowercase
from urllib.parse import urlsplit

from newsroom.content.library import Channel
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.publish.build_context import TEMPLATE_FOLDER
from newsroom.publish.hosting.content_policy import (
    EDITOR_POLICY,
    EMAIL_POLICY,
    file_policy,
    inline_scripts,
    page_policy,
)
from newsroom.publish.output import Output
from newsroom.publish.pages.page import EDITOR_URL, WebPage

HEADERS_FILE = "_headers"
_FRAMES = "frame-ancestors 'self'"
_UNUSED_FEATURES = (
    *("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
    *("magnetometer", "microphone", "midi", "payment", "serial", "usb"),
)
_POLICY = "Content-Security-Policy"
_FOR_ALL: Mapping[str, str] = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED_FEATURES),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
_PAGES_ALONE = ("", "404.html")


class SecurityHeaders(Output):
    """Writes the file.

    All rules that match an address apply, and a browser enforces each of the policies that it gets. So the rule for all
    files has only what suits emails too; the policy of pages is in a rule for each part of the site.
    """

    paths = (HEADERS_FILE,)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the file."""
        scripts = inline_scripts(self._context.root / TEMPLATE_FOLDER)
        form = self._context.settings.signup_form
        pages, emails = page_policy(scripts, form), EMAIL_POLICY
        policies = {
            **dict.fromkeys(sorted({*_PAGES_ALONE, *map(self._page_pattern, self._context.site.pages)}), pages),
            **dict.fromkeys((f"{folder}:a/email/:b" for folder in sorted(self._edition_folders)), emails),
            **({EDITOR_URL: EDITOR_POLICY} if self._context.settings.editor else {}),
        }
        root = urlsplit(self._context.settings.site_url).path
        rules = [_rule(f"{root}*", {_POLICY: f"{file_policy(scripts, form)}; {_FRAMES}", **_FOR_ALL})]
        for pattern, policy in policies.items():
            rules.append(_rule(f"{root}{pattern}", {_POLICY: f"{policy}; {_FRAMES}"}))
        yield HEADERS_FILE, "\n".join(rules).encode()

    @cached_property
    def _edition_folders(self) -> frozenset[str]:
        editions = self._context.library.documents_of_type(NEWSLETTER, Channel.EMAIL)
        return frozenset(f"{posixpath.dirname(edition.url.rstrip('/'))}/" for edition in editions)

    def _page_pattern(self, page: WebPage) -> str:
        """Return the pattern for pages like this one, such as "stories/:a/". Other files in the folder do not match."""
        languages = self._context.settings.languages
        names = page.url.split("/")[:-1]
        depth = 2 if page.url.partition("/")[0] in languages else 1
        folder, inside = "".join(f"{name}/" for name in names[:depth]), names[depth:]
        if folder in self._edition_folders and len(inside) > 1:
            return page.url  # a pattern would match the sender's pages, whose policy is in the page
        return folder + "".join(f":{letter}/" for letter, _ in zip(ascii_lowercase, inside, strict=False))


def _rule(pattern: str, headers: Mapping[str, str]) -> str:
    return "".join((f"{pattern}\n", *(f"  {name}: {value}\n" for name, value in headers.items())))
