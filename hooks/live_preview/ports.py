"""Finds the port of the preview, before anything is built."""

import errno
import socket

import click

_HOST = "127.0.0.1"
_HIGHEST_PORT = 65_535
_PORTS_TRIED = 100
"""How many ports are tried after one that is in use."""


def free_port(host: str, port: int) -> int:
    """Return a port on which the preview can be served: ``port``, or the next one that is not in use.

    Raises click.ClickException, with what to do, if nothing can be served at the address.
    """
    error = _bind_error(host, port)
    if error is None:
        return port
    following = _next_port(host, port)
    if error.errno == errno.EADDRINUSE and following:
        return following
    reason = f"The preview cannot be served at {host}:{port} ({error.strerror})."
    raise click.ClickException(f"{reason} Run: make serve PORT={_next_port(_HOST, 8000) or 8001}")


def _bind_error(host: str, port: int) -> OSError | None:
    if not 0 <= port <= _HIGHEST_PORT:
        return OSError(errno.EINVAL, f"ports go up to {_HIGHEST_PORT}")
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            return None
    except OSError as error:
        return error


def _next_port(host: str, port: int) -> int | None:
    """The next port that is not in use; None if none of many is."""
    numbers = range(port + 1, port + 1 + _PORTS_TRIED)
    return next((number for number in numbers if _bind_error(host, number) is None), None)
