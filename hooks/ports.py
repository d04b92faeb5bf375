"""Checks that the preview can be served at an address, before anything is built."""

import errno
import socket
from pathlib import Path

import click

_HOST = "127.0.0.1"
_HIGHEST_PORT = 65_535
_PORTS_TRIED = 100
"""How many ports are tried to find one to suggest."""


def require_port(host: str, port: int, *, site: Path) -> None:
    """Raise click.ClickException, with what to do, if a starting preview cannot be served at an address.

    ``site`` is the folder from which the preview is served. It is empty until the first build has ended; after that
    this preview itself uses the address.
    """
    if site.is_dir() and any(site.iterdir()):
        return
    error = _bind_error(host, port)
    if error is None:
        return
    if error.errno == errno.EADDRINUSE:
        what = f"Port {port} is already in use, perhaps by another preview. Close it, or run"
    else:
        what = f"The preview cannot be served at {host}:{port} ({error.strerror}). Run"
    raise click.ClickException(f"{what}: make serve PORT={_next_port(port)}")


def _bind_error(host: str, port: int) -> OSError | None:
    if not 0 <= port <= _HIGHEST_PORT:
        return OSError(errno.EINVAL, f"ports go up to {_HIGHEST_PORT}")
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            return None
    except OSError as error:
        return error


def _next_port(port: int) -> int:
    """The next free port for `make serve`, from 8001 on; simply the next one if no port of many is free."""
    first = port + 1 if 8000 <= port <= _HIGHEST_PORT - _PORTS_TRIED else 8001
    return next((number for number in range(first, first + _PORTS_TRIED) if _bind_error(_HOST, number) is None), first)
