"""Every page against HTML's rules, as the Nu HTML checker knows them: the frozen ones, and those with everything."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.node import VnuMessage, vnu_messages
from tests.support.pages import page_texts

ACCEPTED: Mapping[str, str] = {
    r"Resource violates Content Security Policy \(meta tag\): (?:external )?\w+ “(?!//)[^:”]+” blocked by .*": (
        "The checker reads files, to which no 'self' belongs. Chromium loads them, which the browser tests see."
    ),
    r"Trailing slash on void elements .*": "Python-Markdown writes <hr /> and quotes every value before it.",
    r"Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive .*": (
        "The checker takes JSON-LD for a script; browsers pass data over before they ask the policy (HTML, section "
        "4.12.1.1). Which inline scripts there are, tests/frozen/test_policy.py sees."
    ),
}
"""Warnings and remarks that may stay, by their patterns, each with the reason why. Errors may not."""


CLEAN = (
    '<!DOCTYPE html>\n<html lang="en"><head><title>Elm</title></head>\n<body><h1>Elm</h1><p>Words.</p></body></html>'
)
FROM_SELF = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'"><script src="%s"></script></head>'
TRIED: Mapping[str, str] = {
    "clean": CLEAN,
    "open": CLEAN.replace("<p>", "<p>\n<b>"),
    "warned": CLEAN.replace(' lang="en"', ""),
    "own script": CLEAN.replace("</head>", FROM_SELF % "../own.js"),
    "foreign script": CLEAN.replace("</head>", FROM_SELF % "https://oak.example/count.js"),
}
"""Pages that show what the checker finds."""


@pytest.fixture(scope="module")
def judged(frozen_site: Path, everything_site: Path) -> Mapping[str, tuple[VnuMessage, ...]]:
    """What the checker, which takes seconds to start, says about every page."""
    frozen_pages = page_texts(frozen_site)
    assert len(frozen_pages) > 50
    pages = frozen_pages | {f"everything: {path}": text for path, text in page_texts(everything_site).items()}
    return vnu_messages({**pages, **TRIED})


def test_all_pages_are_valid_html(judged: Mapping[str, tuple[VnuMessage, ...]]) -> None:
    found: dict[tuple[str, str], list[str]] = {}
    for path, messages in judged.items():
        for message in messages:
            if path not in TRIED and not _is_accepted(message):
                found.setdefault((message.type, message.message), []).append(f"{path}, line {message.line}")
    assert [f"{type_}: {words} {len(where)} times: {where[:3]}" for (type_, words), where in found.items()] == []


def _is_accepted(message: VnuMessage) -> bool:
    return message.type in ("warning", "info") and any(re.fullmatch(pattern, message.message) for pattern in ACCEPTED)


def test_errors_warnings_and_foreign_requests_are_reported(judged: Mapping[str, tuple[VnuMessage, ...]]) -> None:
    assert judged["clean"] == ()
    assert ("error", "Unclosed element “b”.", 4) in [(m.type, m.message, m.line) for m in judged["open"]]
    assert [message.type for message in judged["warned"]] == ["warning"]
    assert [_is_accepted(message) for message in judged["own script"]] == [True]
    assert [_is_accepted(message) for message in judged["foreign script"]] == [False]
