"""Every page against HTML's rules, as the Nu HTML checker knows them: the frozen ones, and those with everything."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tests.support.node import VnuMessage, vnu_messages
from tests.support.pages import page_texts

ACCEPTED: Mapping[str, str] = MappingProxyType(
    {
        r"Resource violates Content Security Policy \(meta tag\): (?:external )?\w+ “(?!//)[^:”]+” blocked by .*": (
            "The checker reads files, to which no 'self' belongs. Chromium loads them, which the browser tests see."
        ),
        r"Trailing slash on void elements .*": "Python-Markdown writes <hr /> and quotes every value before it.",
        r"Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive .*": (
            "The checker takes JSON-LD for a script; browsers pass data over before they ask the policy (HTML, section "
            "4.12.1.1). Which inline scripts there are, tests/frozen/test_policy.py sees."
        ),
    }
)
"""Warnings and remarks that may stay, by their patterns, each with the reason why. Errors may not."""


def test_all_pages_are_valid_html(frozen_site: Path, everything_site: Path) -> None:
    frozen_pages = page_texts(frozen_site)
    assert len(frozen_pages) > 50
    pages = frozen_pages | {f"everything: {path}": text for path, text in page_texts(everything_site).items()}
    found: dict[tuple[str, str], list[str]] = {}
    for path, messages in vnu_messages(pages).items():
        for message in messages:
            if not _is_accepted(message):
                found.setdefault((message.type, message.message), []).append(f"{path}, line {message.line}")
    assert [f"{type_}: {words} {len(where)} times: {where[:3]}" for (type_, words), where in found.items()] == []


def _is_accepted(message: VnuMessage) -> bool:
    return message.type in ("warning", "info") and any(re.fullmatch(pattern, message.message) for pattern in ACCEPTED)


def test_html_with_foreign_requests_is_reported() -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'
    head = f'<!DOCTYPE html><html lang="en"><head><title>Elm</title>{policy}'
    own, foreign = ("../own.js", "https://oak.example/count.js")
    pages = {
        src: f'{head}<script src="{src}"></script></head><body><h1>Elm</h1></body></html>' for src in (own, foreign)
    }
    judged = {src: [_is_accepted(message) for message in found] for src, found in vnu_messages(pages).items()}
    assert judged == {own: [True], foreign: [False]}
