"""The checkers from npm find faults, and accept what is correct."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.browser import serve
from tests.support.node import CLIENTS, ClientIssue, axe_violations, caniemail_issues, vnu_messages

CLEAN = """\
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Elm Street</title></head>
<body><main><h1>Elm Street</h1><p>A garden grew.</p></main></body>
</html>
"""
SEALED = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:">'
PICTURE = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">'
NO_ALT = "image-alt: Images must have alternative text: "


def with_body(body: str) -> str:
    """The valid page with something added."""
    return CLEAN.replace("</main>", f"{body}</main>")


@pytest.fixture(scope="module")
def issues() -> Mapping[str, frozenset[ClientIssue]]:
    """What mail programs do not support in some pages."""
    styles = {"fixed": "position:fixed", "newest": "text-shadow:none", "shadow": "box-shadow:none"}
    pages = {name: f'<div style="{style}">Words</div>' for name, style in styles.items()}
    return caniemail_issues({**pages, "clean": "<p>Words</p>"})


def test_caniemail_lists_unsupported_features(issues: Mapping[str, frozenset[ClientIssue]]) -> None:
    assert issues["clean"] == frozenset()
    unsupported = {issue.client for issue in issues["fixed"] if issue.support == "unsupported"}
    assert "outlook.windows" in unsupported
    assert {issue.feature for issue in issues["fixed"]} == {"position"}
    assert {issue.client for issue in issues["fixed"]} == set(CLIENTS)


def test_caniemail_uses_newest_version(issues: Mapping[str, frozenset[ClientIssue]]) -> None:
    assert ClientIssue("text-shadow", "outlook.macos", "unsupported") in issues["newest"]


def test_partial_support_has_notes(issues: Mapping[str, frozenset[ClientIssue]]) -> None:
    notes = ("Partial. Only supported with non Google accounts.",)
    assert ClientIssue("box-shadow", "gmail.ios", "partial", notes) in issues["shadow"]


def test_empty_input_has_no_faults() -> None:
    assert vnu_messages({}) == {}
    assert caniemail_issues({}) == {}


@pytest.mark.parametrize("head", ["", SEALED], ids=["open", "sealed"])
def test_picture_without_alt_is_a_violation(page: Page, head: str) -> None:
    page.set_content(CLEAN.replace("</head>", f"{head}</head>"))
    assert axe_violations(page) == []
    page.set_content(with_body(PICTURE).replace("</head>", f"{head}</head>"))
    assert axe_violations(page) == [f"{NO_ALT}img"]


@pytest.mark.parametrize("sandbox", ["", "sandbox", 'sandbox="allow-scripts"'])
def test_fault_inside_frame_is_found(page: Page, tmp_path: Path, sandbox: str) -> None:
    (tmp_path / "inner.html").write_text(with_body(PICTURE), encoding="utf-8")
    frame = f'<iframe title="Inner" {sandbox} src="inner.html"></iframe>'
    (tmp_path / "outer.html").write_text(CLEAN.replace("</main>", f"</main>{frame}"), encoding="utf-8")
    page.goto((tmp_path / "outer.html").as_uri())
    from_file = axe_violations(page)
    with serve(tmp_path) as address:
        page.goto(f"{address}outer.html")
        served = axe_violations(page)
    for violations in (from_file, served):
        assert f"{NO_ALT}iframe > img" in violations
