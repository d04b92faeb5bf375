"""A page that is opened from disk: each of its addresses names a file, and nothing else that it says changes."""

import re

import pytest

from newsroom.publish.offline.pages import SiteFiles, convert_page_for_disk

PATHS = frozenset(
    {
        "index.html",
        "404.html",
        "feed.xml",
        "about/index.html",
        "stories/index.html",
        "stories/a/index.html",
        "stories/a b.png",
        "stories/café.pdf",
        "assets/site.js",
        "cy/index.html",
    }
)
PAGE = "stories/a/index.html"
POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; img-src 'self' data:\">"


def for_disk(html: str, page: str = PAGE, site_url: str = "https://elm.example/") -> str:
    """The tag of a page as it is on disk."""
    whole = convert_page_for_disk(f"<html><head>{html}</head></html>", page, SiteFiles(site_url, PATHS))
    return re.sub(r"^<!doctype html>|</?(?:html|head|body)>|\n$", "", whole.replace("\n", ""))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../../about/", "../../about/index.html"),
        ("../../about/#why", "../../about/index.html#why"),
        ("../../about", "../../about/index.html"),
        ("../../", "../../index.html"),
        ("../..", "../../index.html"),
        ("..", "../index.html"),
        ("./", "index.html"),
        (".", "index.html"),
        ("/", "../../index.html"),
        ("/about/", "../../about/index.html"),
        ("/feed.xml", "../../feed.xml"),
        ("//elm.example/cy/", "../../cy/index.html"),
        ("https://elm.example", "../../index.html"),
        ("https://elm.example/stories/?page=2#b", "../index.html?page=2#b"),
        (" http://elm.example/feed.xml ", "../../feed.xml"),
        ("../a%20b.png", "../a%20b.png"),
        ("../caf%C3%A9.pdf#page=3", "../caf%C3%A9.pdf#page=3"),
        ("../../nowhere/", "../../nowhere/index.html"),
        ("../../../../about/", "../../about/index.html"),
    ],
)
def test_link_within_the_site_leads_to_a_file(address: str, expected: str) -> None:
    assert for_disk(f'<a class="x" href="{address}">Link</a>') == f'<a class="x" href="{expected}">Link</a>'


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#why",
        "?q=garden",
        "mailto:hello@elm.example",
        "tel:01792",
        "data:image/png;base64,AA==",
        "https://elm.example.org/about/",
        "https://other.example/",
        "http://[broken/",
        "javascript:alert(1)",
    ],
)
def test_every_other_address_stays(address: str) -> None:
    html = f'<a href="{address}">Link</a>'
    assert for_disk(html) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<form action="../../about/"></form>', '<form action="../../about/index.html"></form>'),
        ('<button formaction="/about/"></button>', '<button formaction="../../about/index.html"></button>'),
        ('<script src="/assets/site.js" defer></script>', '<script src="../../assets/site.js" defer></script>'),
        (
            '<img src="/stories/a%20b.png" srcset="/stories/a%20b.png 320w, https://elm.example/stories/a%20b.png 2x">',
            '<img src="../a%20b.png" srcset="../a%20b.png 320w, ../a%20b.png 2x">',
        ),
        ("<img src=/feed.xml alt=x>", '<img src="../../feed.xml" alt="x">'),
        ('<video poster="/stories/a%20b.png"></video>', '<video poster="../a%20b.png"></video>'),
        ('<object data="/feed.xml"></object>', '<object data="../../feed.xml"></object>'),
        ('<iframe src="/about/"></iframe>', '<iframe src="../../about/index.html"></iframe>'),
        (
            '<meta http-equiv="refresh" content="0; url=https://elm.example/about/">',
            '<meta http-equiv="refresh" content="0; url=../../about/index.html">',
        ),
        *(
            (
                f'<meta http-equiv="{name}" content="{start}/about/{end}">',
                f'<meta http-equiv="{name}" content="{start}{to}{end}">',
            )
            for name, start, end, to in (
                ("REFRESH", "0,URL='", "'", "../../about/index.html"),
                ("refresh", " 1.5 ; url = ", "", "../../about/index.html"),
                ("refresh", "url=", "", "../../about/index.html"),
                ("content-language", "0; url=", "", "/about/"),
            )
        ),
        ('<use xlink:href="/feed.xml">', '<use xlink:href="../../feed.xml"></use>'),
        (
            '<a hreflang="cy" rel="canonical" href="/cy/">A</a>',
            '<a hreflang="cy" rel="canonical" href="../../cy/index.html">A</a>',
        ),
        ('<link rel="icon" href="/feed.xml">', '<link rel="icon" href="../../feed.xml">'),
        ('<meta http-equiv="refresh" content="5">', '<meta http-equiv="refresh" content="5">'),
        (
            '<link rel="alternate" type="application/rss+xml" href="https://elm.example/feed.xml">',
            '<link rel="alternate" type="application/rss+xml" href="../../feed.xml">',
        ),
        (POLICY, POLICY.replace("'self'", "'self' file:")),
    ],
)
def test_all_addresses_lead_to_files(html: str, expected: str) -> None:
    assert for_disk(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="canonical" href="https://elm.example/stories/a/">',
        '<link rel="CANONICAL" href="https://elm.example/stories/a/">',
        '<link hreflang="cy" href="https://elm.example/cy/stories/a/">',
        '<div data="/about/">Words</div>',
        '<meta name="refresh" content="0; url=/about/">',
        '<link rel="alternate" hreflang="cy" href="https://elm.example/cy/stories/a/">',
        '<meta property="og:url" content="https://elm.example/stories/a/">',
        '<script type="application/ld+json">{"url": "https://elm.example/about/", "html": "<a href=\'/\'>"}</script>',
        '<textarea>&lt;a href="/about/"&gt;</textarea>',
        '<!-- <a href="/about/"> -->',
        '<button data-copy-text="https://elm.example/feed.xml">Copy</button>',
        '<p title="a &gt; b">Words &amp; <br> words.</p>',
    ],
)
def test_everything_else_stays(html: str) -> None:
    assert for_disk(html) == html


@pytest.mark.parametrize(
    ("page", "address", "expected"),
    [
        ("index.html", "./", "index.html"),
        ("index.html", "about/", "about/index.html"),
        ("404.html", "/elm/about/", "about/index.html"),
        ("404.html", "/elm/assets/site.js", "assets/site.js"),
        ("about/index.html", "/elm", "../index.html"),
        ("about/index.html", "/elms/", "/elms/"),
        ("about/index.html", "/", "/"),
    ],
)
def test_site_below_a_folder_of_its_host_works_too(page: str, address: str, expected: str) -> None:
    html = for_disk(f'<a href="{address}">Link</a>', page, "https://host.example/elm/")
    assert html == f'<a href="{expected}">Link</a>'
