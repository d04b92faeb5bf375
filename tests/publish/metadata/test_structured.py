"""Structured data, read back by extruct: what each kind of page is and holds."""

import json
from pathlib import Path

import pytest

from tests.support import small_newsroom
from tests.support.items import CONSENT, SUMMARY, area, newsletter, page, publication, stories, story
from tests.support.metadata import SITE, Node, Pages, node_of
from tests.support.pdfs import pdf

PRINCIPLES = {"docs/principles/index.md": page(title="The principles")}
FILES = small_newsroom() | PRINCIPLES
CARD = {"@type": "ImageObject", "width": 1200, "height": 630}


def described(root: Path, path: str, text: str | bytes, url: str, kind: str) -> Node:
    """What a file's page says of the work it holds."""
    return node_of(Pages(root, FILES | {path: text}).graph(url), kind)


def test_story_is_article_with_author_dates_and_topics(tmp_path: Path) -> None:
    text = story(
        title="The bench",
        date="2024-02",
        updated="2024-05-06",
        summary="How a bench came to be.",
        kind="story",
        consent=CONSENT,
        author={"name": "Ada Elm", "role": "Coordinator", "organisation": "Elm Council"},
        areas=["elmham"],
        principles=["contribution"],
    )
    url = f"{SITE}stories/bench/"
    assert described(tmp_path, "stories/bench.md", text, "stories/bench/", "Article") == {
        "@type": "Article",
        "@id": f"{url}#article",
        "headline": "The bench",
        "description": "How a bench came to be.",
        "url": url,
        "mainEntityOfPage": {"@id": url},
        "inLanguage": "en",
        "genre": "Story",
        "datePublished": "2024-02",
        "dateModified": "2024-05-06",
        "image": {**CARD, "url": f"{url}card.png"},
        "author": {
            "@type": "Person",
            "name": "Ada Elm",
            "jobTitle": "Coordinator",
            "worksFor": {"@type": "Organization", "name": "Elm Council"},
        },
        "publisher": {"@id": f"{SITE}#organization"},
        "isPartOf": {"@id": f"{SITE}#website"},
        "about": [
            {
                "@type": "AdministrativeArea",
                "@id": f"{SITE}areas/elmham/#area",
                "name": "Elmham",
                "url": f"{SITE}areas/elmham/",
            },
            {
                "@type": "DefinedTerm",
                "@id": f"{SITE}principles/contribution/#principle",
                "name": "Contribution",
                "url": f"{SITE}principles/contribution/",
            },
        ],
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("story", "Article"),
        ("reflection", "Article"),
        ("interview", "Article"),
        ("poem", "Article"),
        ("guest-blog", "BlogPosting"),
        ("news", "NewsArticle"),
        ("note", "Article"),
    ],
)
def test_each_kind_of_story_has_its_schema_type(tmp_path: Path, kind: str, expected: str) -> None:
    text = story(kind=kind, consent=CONSENT)
    assert described(tmp_path, "stories/piece.md", text, "stories/piece/", expected)["headline"] == "A story"


@pytest.mark.parametrize("identity", ["pseudonym", "first-name", "anonymous", "full-name"])
def test_subject_of_story_is_not_named_in_structured_data(tmp_path: Path, identity: str) -> None:
    text = story(
        "Hetty sat on the bench.",
        title="A bench",
        kind="story",
        summary="How it came to be.",
        author={"name": "Ada Elm", "role": "Coordinator"},
        consent=CONSENT | {"identity": identity, "source": "Hetty's own leaflet"},
    )
    graph = Pages(tmp_path, FILES | {"stories/bench.md": text}).graph("stories/bench/")
    assert "Hetty" not in json.dumps(graph)
    assert [node["name"] for node in _all_of_type(graph, "Person")] == ["Ada Elm"]
    assert "about" not in node_of(graph, "Article")


def _all_of_type(value: object, kind: str) -> list[Node]:
    """Every node of a type, however deep."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [node for part in parts for node in _all_of_type(part, kind)]
    return [value, *found] if isinstance(value, dict) and value.get("@type") == kind else found


def test_undated_item_has_date_added(tmp_path: Path) -> None:
    graph = Pages(tmp_path, FILES | {"stories/old.md": story(date="2024-03-04", undated=True)}).graph("stories/old/")
    assert "datePublished" not in node_of(graph, "NewsArticle")
    assert node_of(graph, "WebPage")["datePublished"] == "2024-03-04"


def test_edition_is_issue_from_its_senders(tmp_path: Path) -> None:
    senders = [{"name": "Ada Elm", "role": "Director"}, {"name": "Bo Oak"}]
    text = newsletter(title="News, May", summary="What May brought.", **{"from": senders})
    url = f"{SITE}newsletters/2024-05/"
    assert described(tmp_path, "newsletters/2024-05.md", text, "newsletters/2024-05/", "PublicationIssue") == {
        "@type": "PublicationIssue",
        "@id": f"{url}#issue",
        "name": "News, May",
        "headline": "News, May",
        "issueNumber": "2024-05",
        "description": "What May brought.",
        "url": url,
        "mainEntityOfPage": {"@id": url},
        "inLanguage": "en",
        "genre": "Newsletter",
        "datePublished": "2024-05",
        "image": {**CARD, "url": f"{url}card.png"},
        "author": [
            {"@type": "Person", "name": "Ada Elm", "jobTitle": "Director"},
            {"@type": "Person", "name": "Bo Oak"},
        ],
        "publisher": {"@id": f"{SITE}#organization"},
        "isPartOf": {
            "@type": "Periodical",
            "@id": f"{SITE}newsletters/#periodical",
            "name": "The Elm Street Network newsletter",
            "publisher": {"@id": f"{SITE}#organization"},
        },
    }


def test_publication_is_report_with_known_facts(tmp_path: Path) -> None:
    text = publication(
        title="Growing up",
        subtitle="Ten years of elms",
        date="2023",
        kind="evaluation",
        authors=[{"given": "Ada", "family": "Elm"}, {"organisation": "University of Elmham"}],
        editors=[{"given": "Bo", "family": "Oak", "suffix": "Jr"}],
        contributors=["Cy Yew"],
        publisher="Elm Press",
        pages="64",
        isbn="978-1-907790-71-3",
        doi="10.1000/elm<1>#a",
        file="growing up.pdf",
        link=None,
    )
    files: dict[str, str | bytes] = {
        **FILES,
        "publications/growing-up.md": text,
        "publications/growing up.pdf": pdf(),
    }
    report = node_of(Pages(tmp_path, files).graph("publications/growing-up/"), "Report")
    url = f"{SITE}publications/growing-up/"
    assert report == {
        "@type": "Report",
        "@id": f"{url}#publication",
        "name": "Growing up",
        "headline": "Growing up",
        "alternativeHeadline": "Ten years of elms",
        "description": SUMMARY,
        "url": url,
        "mainEntityOfPage": {"@id": url},
        "inLanguage": "en",
        "genre": "Evaluation",
        "datePublished": "2023",
        "image": {**CARD, "url": f"{url}card.png"},
        "author": [
            {"@type": "Person", "name": "Ada Elm", "givenName": "Ada", "familyName": "Elm"},
            {"@type": "Organization", "name": "University of Elmham"},
        ],
        "editor": [{"@type": "Person", "name": "Bo Oak Jr", "givenName": "Bo", "familyName": "Oak"}],
        "contributor": ["Cy Yew"],
        "publisher": {"@type": "Organization", "name": "Elm Press"},
        "numberOfPages": 64,
        "isbn": "9781907790713",
        "sameAs": "https://doi.org/10.1000/elm%3C1%3E%23a",
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": f"{SITE}publications/growing%20up.pdf",
            "encodingFormat": "application/pdf",
        },
    }


def test_page_count_defaults_to_that_of_pdf(tmp_path: Path) -> None:
    text = publication(file="growing.pdf", link=None)
    files: dict[str, str | bytes] = {**FILES, "publications/growing.md": text, "publications/growing.pdf": pdf(7)}
    report = node_of(Pages(tmp_path, files).graph("publications/growing/"), "Report")
    assert report["numberOfPages"] == 7


def test_forthcoming_publication_has_no_date_published(tmp_path: Path) -> None:
    text = publication(expected="2027", added="2024-01-01")
    report = described(tmp_path, "publications/soon.md", text, "publications/soon/", "Report")
    assert report["creativeWorkStatus"] == "Forthcoming"
    assert "datePublished" not in report


def test_conference_is_not_a_report(tmp_path: Path) -> None:
    text = publication(kind="conference")
    assert (
        described(tmp_path, "publications/met.md", text, "publications/met/", "CreativeWork")["genre"] == "Conference"
    )


def test_area_is_place_in_nation_and_lists_items(tmp_path: Path) -> None:
    graph = Pages(tmp_path, FILES).graph("areas/elmham/")
    place, collection = node_of(graph, "AdministrativeArea"), node_of(graph, "CollectionPage")
    assert place == {
        "@type": "AdministrativeArea",
        "@id": f"{SITE}areas/elmham/#area",
        "name": "Elmham",
        "url": f"{SITE}areas/elmham/",
        "description": "A town with elms, gardens and neighbours who know each other.",
        "containedInPlace": {"@type": "AdministrativeArea", "name": "England"},
    }
    assert collection["about"] == {"@id": place["@id"]}
    assert [(item["position"], item["name"], item["url"]) for item in collection["mainEntity"]["itemListElement"]] == [
        (1, "Newsletter, March 2024", f"{SITE}newsletters/2024-03/"),
        (2, "The garden", f"{SITE}stories/the-garden/"),
    ]


def test_principle_is_defined_term_with_number(tmp_path: Path) -> None:
    term = node_of(Pages(tmp_path, FILES).graph("principles/contribution/"), "DefinedTerm")
    assert (term["name"], term["termCode"]) == ("Contribution", "1")
    assert term["description"] == "Everyone has something to give, and somebody who needs it."


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", "WebPage"),
        ("about/", "AboutPage"),
        ("areas/", "CollectionPage"),
        ("principles/", "CollectionPage"),
        ("stories/", "CollectionPage"),
        ("news/page/2/", "CollectionPage"),
        ("stories/item-01/", "WebPage"),
        ("cy/about/", "AboutPage"),
    ],
)
def test_each_page_has_its_schema_type(tmp_path: Path, url: str, kind: str) -> None:
    files = FILES | stories(21) | {"docs/about.cy.md": page(title="Amdanom", summary="Beth yw hwn.")}
    pages = Pages(tmp_path, files)
    first = pages.graph(url)[0]
    assert (first["@type"], first["@id"], first["url"]) == (kind, f"{SITE}{url}", f"{SITE}{url}")
    assert (first["name"], first["inLanguage"]) == (pages.page(url).title, pages.page(url).lang)
    assert first["isPartOf"] == {"@id": f"{SITE}#website"}


def test_positions_continue_on_later_pages_of_list(tmp_path: Path) -> None:
    graph = Pages(tmp_path, FILES | stories(14)).graph("stories/page/2/")
    items = node_of(graph, "CollectionPage")["mainEntity"]["itemListElement"]
    assert [item["position"] for item in items] == [11, 12, 13, 14, 15]


def test_empty_list_has_no_item_list(tmp_path: Path) -> None:
    graph = Pages(tmp_path, {"docs/principles/unused.md": page(order=1)}).graph("principles/unused/")
    assert "mainEntity" not in node_of(graph, "CollectionPage")


def test_home_page_describes_site_and_network(tmp_path: Path) -> None:
    graph = Pages(tmp_path, FILES).graph("")
    network = node_of(graph, "Organization")
    assert network == {
        "@type": "Organization",
        "@id": f"{SITE}#organization",
        "name": "The Elm Street Network",
        "url": SITE,
        "email": "hello@elm.example",
        "logo": f"{SITE}assets/apple-touch-icon.png",
    }
    site = node_of(graph, "WebSite")
    assert site["publisher"] == {"@id": network["@id"]}
    assert site["inLanguage"] == ["en", "cy"]
    assert site["description"] == "Neighbours, and the people who walk alongside them."
    assert not [node for node in graph if node["@type"] == "BreadcrumbList"]


def test_other_pages_have_breadcrumb_list(tmp_path: Path) -> None:
    pages = Pages(tmp_path, FILES)
    for page_ in pages.build.site.pages:
        if page_.url:
            steps = node_of(pages.graph(page_.url), "BreadcrumbList")["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert steps[0] == {"@type": "ListItem", "position": 1, "name": "Home", "item": SITE}
            assert (steps[-1]["name"], steps[-1]["item"]) == (page_.title, f"{SITE}{page_.url}")


def test_references_point_to_nodes_of_same_page(tmp_path: Path) -> None:
    pages = Pages(tmp_path, FILES)
    for page_ in pages.build.site.pages:
        graph = pages.graph(page_.url)
        known = {node["@id"] for node in graph}
        assert len(known) == len(graph)
        assert set(_references(graph)) <= known


def _references(value: object) -> list[str]:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [reference for part in parts for reference in _references(part)]
    return [value["@id"]] if isinstance(value, dict) and set(value) == {"@id"} else found


def test_welsh_page_is_described_in_welsh(tmp_path: Path) -> None:
    files = FILES | {
        "docs/areas/elmham.cy.md": area(name="Tref y Llwyf", nation="Wales"),
        "stories/y-fainc.cy.md": story(title="Y fainc", areas=["elmham"]),
    }
    pages = Pages(tmp_path, files)
    article = node_of(pages.graph("cy/stories/y-fainc/"), "NewsArticle")
    assert (article["inLanguage"], article["genre"]) == ("cy", "Newyddion")
    assert [(place["name"], place["url"]) for place in article["about"]] == [
        ("Tref y Llwyf", f"{SITE}cy/areas/elmham/")
    ]
    assert node_of(pages.graph("cy/areas/elmham/"), "AdministrativeArea")["containedInPlace"]["name"] == "Cymru"


def test_story_without_consent_to_share_has_no_picture(tmp_path: Path) -> None:
    text = story(kind="story", consent=CONSENT | {"scope": ["web", "feed"]})
    assert "image" not in described(tmp_path, "stories/bench.md", text, "stories/bench/", "Article")


def test_missing_page_has_no_structured_data(tmp_path: Path) -> None:
    assert Pages(tmp_path, FILES).context(None).metadata.structured_data == ""
