"""Whether MkDocs builds the site to serve it, and whether it asks for a live server."""

from urllib.parse import urlsplit

import click


def is_served(site_url: str | None, values: object, address: str) -> bool:
    """Whether `serve` has replaced the site's own address, which the settings have, with the one at which it listens.

    ``values`` are the settings as they are in mkdocs.yml.
    """
    own_url = values.get("site_url") if isinstance(values, dict) else None
    return site_url != own_url and urlsplit(site_url or "").netloc == address


def is_live() -> bool:
    """Whether `serve` asks for a live server, which ``--no-livereload`` prevents."""
    context = click.get_current_context(silent=True)
    options = context.params if context else {}
    return bool(options.get("livereload")) or options.get("no_livereload") is False  # MkDocs' option, or properdocs'
