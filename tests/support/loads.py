"""What a page would load, judged by html5lib's tree and rules of its own, apart from the code under test."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import html5lib

_PAGE = "https://elm.example/stories/the-garden/"
_OWN = "elm.example"
_SHOWN = {"src", "poster", "data", "background", "lowsrc", "dynsrc", "action", "formaction", "manifest", "srcdoc"}


def foreign_loads(html: str) -> list[str]:
    """Everything in a page's HTML that asks another host than elm.example, or that runs; "" addresses left aside."""
    found: list[str] = []
    for scripting in (False, True):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        root = parser.parse(f"<!doctype html><body><main>{html}</main><footer title=''>\"'> --></footer>", scripting)
        for element in root.iter():
            if isinstance(element.tag, str):
                found += _loads(element.tag.split("}")[-1].lower(), dict(element.items()), element.text or "")
    return found


def _loads(tag: str, attributes: dict[str, str], text: str) -> Iterator[str]:
    if tag in ("script", "base", "object", "embed") or (tag == "meta" and "http-equiv" in attributes):
        yield f"<{tag}>"
    if tag == "style" and _in_css(text):
        yield f"<style>{text}"
    for full_name, value in attributes.items():
        name = full_name.split("}")[-1].lower()
        is_link = name == "href" and tag in ("a", "area")
        away = [value] if name in _SHOWN or (name == "href" and not is_link) else []
        away += [part.split()[0] for part in re.split(r",\s", value) if part.split()] if name == "srcset" else []
        if any(_is_away(address) for address in away) or (name == "style" and _in_css(value)):
            yield f"<{tag} {name}={value!r}>"
        if name.startswith("on") or name == "ping" or (is_link and _clean(value).lower().startswith("javascript:")):
            yield f"<{tag} {name}={value!r}>"


def _clean(address: str) -> str:
    return re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(33)))).replace("\\", "/")


def _is_away(address: str) -> bool:
    whole = urlsplit(urljoin(_PAGE, _clean(address)))
    return whole.scheme in ("http", "https", "ftp") and whole.hostname != _OWN


def _in_css(css: str) -> bool:
    return bool(re.search(r"(?:url\(|@import)\s*[\"']?\s*(?:https?:)?//", css, re.IGNORECASE))
