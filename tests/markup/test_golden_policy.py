"""Which elements, attributes and values each kind of output has (tests/golden/markup/policy.txt)."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

from newsroom.markup.policy import EMAIL, FEED, WEB, dropped_attributes, is_on_another_host, is_removed
from newsroom.markup.watch_address import watch_address
from tests.support.golden import Golden

LISTS = {"web": WEB, "feed": FEED, "email": EMAIL}
ATTRIBUTES = (
    *(("align", value) for value in ("left", "RIGHT", "center", "justify", "middle", "")),
    *(("style", value) for value in ("text-align: left", "TEXT-ALIGN:Right;;", "text-align: top", "color: left")),
    *(("style", value) for value in ("text-align: end; text-align: start; color: red", "display : none ! important")),
    *(("style", value) for value in ("visibility:collapse", "opacity: 0", "opacity: 0.5", "display", "x:none")),
    *(
        ("class", value)
        for value in ("button", "md-x", "a md-x b", "xmd-", "first-name admonition video", "headerlink")
    ),
    *(("rel", value) for value in ("opener", "noopener me", "me OPENER nofollow", "")),
    *(("target", value) for value in ("_blank", "_BLANK", "_top", "blank")),
    *(("id", value) for value in ("NW-x", "nw-x", "x", "xNW-")),
    *(
        ("src", value)
        for value in ("a.png", "newsroom-target:1", " NEWSROOM-target:1", "javascript:x", "//o.example/a")
    ),
    *(
        ("href", value)
        for value in ("a.md", "newsroom-target:1", "ftp://o.example/", "sms:1", "tel:1", "x:y", "HTTP:a")
    ),
    *(("srcset", value) for value in ("a 1x, b 2x", "a 1x,javascript:x 2x", "https://o.example/a")),
    *(("poster", value) for value in ("a.png", "newsroom-target:1")),
    *(("type", value) for value in ("checkbox", "CHECKBOX", "radio")),
    *((name, "x") for name in ("dir", "lang", "title", "hidden", "popover", "role", "aria-label", "onclick", "cite")),
    *((name, "x") for name in ("download", "datetime", "name", "value", "width", "loading", "autoplay", "xmlns:o")),
    *(
        (name, "1")
        for name in ("colspan", "headers", "scope", "span", "open", "checked", "start", "data-embed", "kind")
    ),
)
TAGS = ("a", "p", "td", "h2", "div", "center", "img", "input", "video", "audio", "source", "track", "span", "ol", "li")
REMOVED = (
    *("iframe", "object", "embed", "script", "style", "form", "button", "svg", "canvas", "title", "option", "body"),
    *("html", "nobr", "dialog", "x-y"),
)
ADDRESSES = (
    *("https://elm.example/a", "HTTPS://ELM.example/a", "http://elm.example?a", "//elm.example#a", "//o.example/a"),
    *(
        "\\\\o.example",
        "https:o.example",
        "https:\\o.example/elm.example",
        "ht\ntps://o.example",
        " https://o.example ",
    ),
    *("a.md", "/a", "mailto:x@o.example", "javascript:x", "https://elm.example.o.example/", "https:///o.example"),
)
FRAMES = (
    *("https://www.youtube.com/embed/abcDEF123_-?start=30&list=PL123", "https://www.youtube-nocookie.com/embed/abcDEF"),
    *("http://youtube.com/embed/videoseries?list=PLabcdefgh", "https://www.youtube.com/embed?list=PLabcdefgh"),
    *("https://www.youtube.com/embed/?listType=user_uploads&list=Elm", "//www.youtube.com/embed/abcDEF123_-"),
    *(
        "https://www.youtube.com/embed/live_stream?channel=UCabcdefghijklmnopqrstuv",
        "https://www.youtube.com/embed/a b",
    ),
    *("https://www.youtube.com/embed/live_stream?channel=x", "https://www.youtube.com/embed/videoseries?list=a%20b"),
    *("https://www.youtube.com/embed/abcDEF123_-?start=1m2s", "https://www.youtube.com/embed/abcDEF123_-?start=x"),
    *("https://www.youtube.com/embed/?listType=user_uploads", "https://www.youtube.com/watch?v=abcDEF123_-"),
    *("https://www.youtube.com/embed/a/b", "https://PLAYER.vimeo.com/video/123/?h=ab12#t=30s", "ftp://vimeo.com/1"),
    *("https://player.vimeo.com/video/123?h=a%20b#30", "https://player.vimeo.com/video/12x", "https://vimeo.com/123"),
    *("https://www.youtube.com/embed/abc?list=first&list=second", "https://player.vimeo.com/video/123#t=x"),
)


def test_lists_match_golden_file(golden: Golden) -> None:
    lists = (f"{name} {key}: {value}" for name, each in LISTS.items() for key, value in _sorted(asdict(each)))
    results = (f"{name} {result}" for name in LISTS for result in _results(name))
    golden.check("markup/policy.txt", "\n".join((*lists, *results, *_faults(), *_addresses())).encode())


def _sorted(value: object) -> Iterator[tuple[str, object]]:
    assert isinstance(value, dict)
    for key, part in value.items():
        if isinstance(part, dict):
            yield from ((f"{key} {name}", sorted(values)) for name, values in sorted(part.items()))
        else:
            yield key, sorted(part or ())


def _results(name: str) -> Iterator[str]:
    """What a list leaves of elements with an attribute, where it is not the same for all of them."""
    for key, value in ATTRIBUTES:
        written = [(tag, LISTS[name].clean(f'<{tag} {key}="{value}">x</{tag}>')) for tag in TAGS]
        kept = [(tag, html.partition(">")[0].removeprefix(f"<{tag}").strip(" <")) for tag, html in written]
        for left, same in groupby(sorted(kept, key=lambda each: each[1]), key=lambda each: each[1]):
            yield f"{key}={value}: {left!r} of {' '.join(tag for tag, _ in same)}"
    for tag in REMOVED:
        yield f"{tag}: {LISTS[name].clean(f'a<{tag}>b</{tag}>c')}"


def _faults() -> Iterator[str]:
    for key, value in ATTRIBUTES:
        dropped = [tag for tag in TAGS if list(dropped_attributes(tag, {key: value}))]
        removed = [tag for tag in (*TAGS, *REMOVED) if is_removed(tag, {key: value})]
        yield f"{key}={value}: dropped from {' '.join(dropped)}; removes {' '.join(removed)}"


def _addresses() -> Iterator[str]:
    yield from (f"{address!r}: {is_on_another_host(address, 'https://Elm.example/site/')}" for address in ADDRESSES)
    yield from (f"{frame!r}: {watch_address(frame)!r}" for frame in FRAMES)
