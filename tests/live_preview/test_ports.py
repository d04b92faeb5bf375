"""The preview uses the next port if one is in use. Where nothing can be served, one sentence says what to do."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import click
import pytest

from live_preview.ports import free_port

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


def test_next_free_port_replaces_one_in_use(taken: int) -> None:
    found = free_port(HOST, taken)
    assert found > taken + 1
    assert free_port(HOST, found) == found


def test_released_port_can_be_used() -> None:
    with socket.create_server((HOST, 0)) as server:
        port = server.getsockname()[1]
    assert free_port(HOST, port) == port


@pytest.mark.parametrize(
    ("host", "port", "reason"),
    [
        (HOST, 65_536, "ports go up to 65535"),
        (HOST, -1, "ports go up to 65535"),
        ("192.0.2.1", 8000, "annot assign requested address"),
        ("no host", 8000, "not known|resolution"),
    ],
)
def test_unusable_address_is_reported_with_reason(host: str, port: int, reason: str) -> None:
    with pytest.raises(click.ClickException) as error:
        free_port(host, port)
    message = error.value.message
    assert message.startswith(f"The preview cannot be served at {host}:{port} (")
    assert any(part in message for part in reason.split("|"))
    assert message.rpartition(". Run: make serve PORT=")[2].isdecimal()
