"""Redirects: a page at each address that another page had before."""

from html import escape
from urllib.parse import urljoin

from newsroom.publish.web import WebPage
from newsroom.settings import Settings
from newsroom.words import Words


def redirect_path(address: str) -> str:
    """Where the redirect's file stands on the site, for an address like ``/old/name/``."""
    return f"{address.lstrip('/')}index.html"


def redirect_page(page: WebPage, settings: Settings, words: Words) -> str:
    """An HTML page that sends readers, and search engines, to where a page is now."""
    url, title = escape(urljoin(settings.site_url, page.url)), escape(page.title)
    return f"""<!doctype html>
<html lang="{page.lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={url}">
<link rel="canonical" href="{url}">
</head>
<body>
<p>{escape(words("redirect.moved"))} <a href="{url}">{title}</a></p>
</body>
</html>
"""
