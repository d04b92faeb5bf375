"""If the preview cannot be served at an address, one sentence says what to do, before anything is built."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import click
import pytest

from ports import require_port
from tests.support import small_newsroom
from tests.support.engine import engine_environment, make_repository

HOST = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port in use, whose next port is also in use."""
    with ExitStack() as stack:
        for _ in range(50):
            first = stack.enter_context(socket.create_server((HOST, 0)))
            port: int = first.getsockname()[1]
            try:
                stack.enter_context(socket.create_server((HOST, port + 1)))
            except (OSError, OverflowError):
                continue
            if 8000 < port < 65_000:
                break
        yield port


def refusal(host: str, port: int, site: Path) -> str | None:
    """Why a preview may not be served at an address; None if it may."""
    try:
        require_port(host, port, site=site)
    except click.ClickException as error:
        return error.message
    return None


def error_message(host: str, port: int, site: Path) -> str:
    message = refusal(host, port, site)
    assert message is not None
    return message


def test_port_in_use_suggests_next_free_port(tmp_path: Path, taken: int) -> None:
    sentence = f"Port {taken} is already in use, perhaps by another preview. Close it, or run: make serve PORT="
    message = error_message(HOST, taken, tmp_path)
    assert message.startswith(sentence)
    suggested = int(message.removeprefix(sentence))
    assert suggested > taken + 1
    assert refusal(HOST, suggested, tmp_path) is None


def test_released_port_can_be_used(tmp_path: Path) -> None:
    with socket.create_server((HOST, 0)) as server:
        port = server.getsockname()[1]
    assert [refusal(HOST, port, site) for site in (tmp_path, tmp_path / "not-there-yet")] == [None, None]


def test_served_preview_can_rebuild(tmp_path: Path, taken: int) -> None:
    (tmp_path / "index.html").touch()
    assert refusal(HOST, taken, tmp_path) is None


@pytest.mark.parametrize(
    ("host", "port", "reason"),
    [
        (HOST, 70_000, "ports go up to 65535"),
        ("192.0.2.1", 8000, "annot assign requested address"),
        ("no host", 8000, "not known|resolution"),
    ],
)
def test_unusable_address_is_reported_with_reason(tmp_path: Path, host: str, port: int, reason: str) -> None:
    message = error_message(host, port, tmp_path)
    assert message.startswith(f"The preview cannot be served at {host}:{port} (")
    assert any(part in message for part in reason.split("|"))
    assert message.rpartition(". Run: make serve PORT=")[2].isdecimal()


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_serve_on_port_in_use_prints_message(tmp_path: Path, taken: int, engine: str) -> None:
    repository = make_repository(tmp_path, small_newsroom())
    done = subprocess.run(
        [sys.executable, "-m", engine, "serve", "-a", f"{HOST}:{taken}"],
        cwd=repository,
        env=engine_environment({"PYTHONPATH": str(repository / "hooks")}),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert f"Error: Port {taken} is already in use, perhaps by another preview." in done.stderr
    assert "Traceback" not in done.stderr
    assert not (repository / ".cache").exists()
