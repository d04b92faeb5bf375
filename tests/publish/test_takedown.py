"""Nothing keeps a withdrawal from being published: what has errors is left out, and reported."""

import os
import re
import shutil
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from newsroom.build import Build
from newsroom.open_build import open_build
from newsroom.problems import ContentError, Problem
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.pages.page import Notice
from newsroom.publish.site_folder.publish_anyway import PublishAnyway
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.engine import contents
from tests.support.everywhere import texts_of
from tests.support.images import picture
from tests.support.items import CONSENT, area, newsletter, page, publication, story
from tests.support.rendering import body, words, written
from tests.support.theme import THEME
from tests.support.wordings import Reported, brief
from tests.support.workers import share_cache

X = "stories/x.md"
STUB = "---\nwithdrawn: 2026-01-01\n---\n"
Break = Callable[[Path], None]


def put(**files: str | bytes) -> Break:
    """Write a file: its path has "__" for slashes and "_" for dots."""
    named = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    return lambda root: write_files(root, named)


def _link(root: Path) -> None:
    (root / "docs/link.md").symlink_to("/etc/hosts")


def _link_folder(root: Path) -> None:
    (root / "stories/loop").symlink_to(root)


def _hard_link(root: Path) -> None:
    write_files(root, {"stories/hard.md": story()})
    (root / "stories/link.md").hardlink_to(root / "stories/hard.md")


def _break_the_colours(root: Path) -> None:
    file = root / "overrides/colours.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("paper =", "paper = 1 #", 1), encoding="utf-8")


def _break_a_template(root: Path) -> None:
    (root / "overrides/story.html").write_text("{{ no.such.thing }}", encoding="utf-8")


def _break_the_email(root: Path) -> None:
    (root / "overrides/email/footer.html").write_text("{{ no_such_thing }}", encoding="utf-8")


def _break_a_card(root: Path) -> None:
    (root / "overrides/cards/card.svg").write_text("{{ no_such_thing }}", encoding="utf-8")


CONTENT: dict[str, tuple[Break, list[str]]] = {
    "front matter": (put(stories__a_md=story(titel="A")), ["stories/a.md:6 field-unknown"]),
    "home page": (put(docs__index_md=page(titel="A")), ["docs/index.md:4 field-unknown"]),
    "front matter without an end": (put(docs__about_md="---\ntitle: A\n"), ["docs/about.md:1 front-matter-unclosed"]),
    "YAML": (put(stories__yaml_md="---\ntitle: A: b\n---\n\nA\n"), ["stories/yaml.md:2 front-matter-quotes-needed"]),
    "date": (put(stories__day_md=story(date="2024-02-30")), ["stories/day.md:3 field-date-invalid"]),
    "topic": (put(stories__area_md=story(areas=["elm"])), ["stories/area.md:6 topic-unknown"]),
    "broken link, and a page that links there": (
        put(stories__b_md=story("[b](c.md)"), stories__d_md=story("[c](b.md)")),
        ["stories/b.md:8 link-missing"],
    ),
    "address": (put(stories__e_md=story("[e](http://[)")), ["stories/e.md:8 link-malformed"]),
    "old address": (
        put(stories__old_md=story(redirect_from=["/stories/y/"])),
        ["stories/old.md:6 redirect-taken"],
    ),
    "repeated id": (
        put(stories__f_md=story(id="urn:elm:1"), stories__g_md=story(id="urn:elm:1")),
        ["stories/g.md:6 feed-id-repeated"],
    ),
    "picture that cannot be read": (
        put(stories__h_md=story("![A](h.png)"), stories__h_png=b"no picture"),
        ["stories/h.md:8 picture-damaged"],
    ),
    "drawing with a script": (
        put(
            stories__i_md=story("![A](i.svg)"), stories__i_svg="<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"
        ),
        ["stories/i.md:8 picture-drawing-unsafe"],
    ),
    "PDF": (
        put(publications__j_md=publication(file="j.pdf", link=None), publications__j_pdf=b"no PDF"),
        ["publications/j.md:6 pdf-damaged", "publications/j.pdf pdf-damaged"],
    ),
    "HTML": (put(stories__k_md=story("A\n\n<!-- B")), ["stories/k.md:10 comment-unclosed"]),
    "template": (put(stories__l_md=story("[[name]]")), ["stories/l.md:8 link-wiki"]),
    "private data": (put(stories__m_md=story("NHS number 943 476 5919.")), ["stories/m.md:8 private-nhs-number"]),
    "no consent": (put(stories__n_md=story(kind="story")), ["stories/n.md:5 consent-missing"]),
    "expired consent": (
        put(stories__o_md=story(kind="story", consent=CONSENT | {"ref": "elm-2", "review_by": "2026-01-01"})),
        [],
    ),
    "repeated key in the register": (
        put(**{f"stories__{name}_md": story(consent=CONSENT | {"ref": "elm-3"}) for name in "pq"}),
        ["stories/q.md:6 consent-ref-repeated"],
    ),
    "edition": (put(newsletters__2024_04_md="No front matter."), ["newsletters/2024.04.md file-name-invalid"]),
    "email of an edition": (
        put(
            **{"newsletters__2026-10_md": newsletter("## Hello\n\nSee [A](../stories/w.md).")},
            stories__w_md=story(consent=CONSENT | {"ref": "elm-4", "scope": ["web"]}),
        ),
        [],
    ),
    "file that is not published": (
        put(stories__r_md=story("[b](r.docx)"), stories__r_docx=b"x"),
        ["stories/r.docx file-type-unpublished", "stories/r.md:8 file-type-unpublished"],
    ),
    "synonyms": (put(docs__synonyms_yml="a: a\n"), ["docs/synonyms.yml:1 synonym-repeated"]),
    "record": (put(docs__accessibility_json="{"), ["docs/accessibility.json accessibility-record-invalid"]),
    "host's file": (put(docs__CNAME="two words\n"), ["docs/CNAME special-file-invalid"]),
    "symbolic link": (_link, ["docs/link.md symbolic-link"]),
    "symbolic link to a folder": (_link_folder, ["stories/loop symbolic-link"]),
    "hard link": (_hard_link, ["stories/hard.md hard-link", "stories/link.md hard-link"]),
    "pipe": (lambda root: os.mkfifo(root / "stories/pipe.md"), ["stories/pipe.md file-special"]),
    "file name": (put(stories__Z_md=story()), ["stories/Z.md file-name-invalid"]),
    "encoding": (put(stories__s_md=story().encode("utf-16")), ["stories/s.md:1 file-not-utf-8"]),
    "control character": (put(stories__t_md=story("A\x07")), ["stories/t.md:8 control-character"]),
    "page too deep": (put(docs__areas__a__b_md=area()), ["docs/areas/a/b.md page-too-deep"]),
    "folders too deep": (put(**{f"docs__{'a__' * 20}b_md": page()}), [f"docs{'/a' * 12} folders-too-deep"]),
    "nesting too deep": (put(stories__u_md=story("> " * 500 + "A")), ["stories/u.md nesting-too-deep"]),
    "long text": (put(stories__v_md=story("word " * 70_000)), ["stories/v.md:8 text-too-long"]),
}
"""Errors in other files, by kind: how they come about, and how they are reported."""
OUTPUTS: dict[str, tuple[Break, list[str]]] = {
    "colours": (_break_the_colours, ["overrides/colours.toml:5 colours-invalid"]),
    "template": (_break_a_template, ["overrides part-left-out"] * 2),
    "email's template": (_break_the_email, ["overrides part-left-out"]),
    "card's template": (_break_a_card, ["overrides part-left-out"]),
}


def repository(root: Path, *breaks: Break) -> Path:
    """A newsroom with a withdrawn item, with templates of its own."""
    shutil.copytree(THEME, root / "overrides")
    write_files(root, {**small_newsroom(), X: STUB, "stories/y.md": story("See [x](x.md).", title="Y")})
    for break_it in breaks:
        break_it(root)
    share_cache(root)
    return root


def opened(root: Path, mode: PublishAnyway = PublishAnyway.AUTO, settings: object = SETTINGS) -> Build:
    """A build that publishes, or an error."""
    return open_build(root, settings, BuildOptions(today=TODAY, publish_anyway=mode))


WITHDRAWN: dict[str, str | bytes] = {
    X: story(
        "Quaggas grazed.\n\n![She](she.jpg)",
        title="Zorilla",
        kind="story",
        consent=CONSENT | {"withdrawn": "2026-01-01"},
    ),
    "stories/she.jpg": picture(),
}


def assert_taken_down(build: Build) -> None:
    """The site has the notice, other pages, and nothing of the item."""
    site = texts_of(build.staging.building)
    assert "This page was taken down" in site["stories/x/index.html"]
    assert {"stories/y/index.html", "404.html", "robots.txt"} <= site.keys()
    assert [path for path, text in site.items() if re.search("quagga|zorilla|she.jpg", text, re.IGNORECASE)] == []


def test_errors_in_content_do_not_keep_a_withdrawal_from_being_published(tmp_path: Path) -> None:
    breaks = (break_it for break_it, _ in CONTENT.values())
    build = opened(repository(tmp_path, *breaks, lambda root: write_files(root, WITHDRAWN)))
    build.write()
    assert_taken_down(build)
    assert "feed.xml" in contents(build.staging.building)
    assert any("without its email: newsletters/2026-10.md" in line for line in build.announcements)
    found = stopping(build)
    assert {brief(problem) for problem in found} == {place for _, places in CONTENT.values() for place in places}
    assert build.context.is_incomplete


@pytest.mark.parametrize("kind", OUTPUTS)
def test_broken_output_does_not_keep_a_withdrawal_from_being_published(
    tmp_path: Path, kind: str, reported: Reported
) -> None:
    break_it, expected = OUTPUTS[kind]
    build = opened(repository(tmp_path, break_it, lambda root: write_files(root, WITHDRAWN)))
    build.write()
    assert_taken_down(build)
    assert reported(stopping(build)) == expected
    assert build.context.is_incomplete


@pytest.mark.parametrize("name", ["main.html", "story.html", "notice.html"])
@pytest.mark.parametrize("text", ["{% broken", None], ids=["broken", "missing"])
def test_templates_do_not_keep_a_withdrawal_from_being_published(tmp_path: Path, name: str, text: str | None) -> None:
    root = repository(tmp_path, lambda root: write_files(root, WITHDRAWN))
    (root / "overrides" / name).unlink()
    write_files(root, {f"overrides/{name}": text} if text else {})
    build = opened(root)
    build.write()
    assert_taken_down(build)
    assert {problem.code for problem in stopping(build)} <= {"part-left-out", "content-type-incomplete"}
    assert build.context.is_incomplete


def stopping(build: Build) -> list[Problem]:
    """The errors in spite of which a site is published. Each is announced."""
    found = {*(build.context.tolerated or ()), *(problem for problem in build.problems if problem.stops_site)}
    announced = "\n".join(build.announcements)
    assert all(str(problem) in announced for problem in found)
    return sorted(found, key=str)


@pytest.mark.parametrize("name", ["site_url", "languages", "mail_tools", "tag_authority"])
def test_withdrawal_is_published_with_broken_settings(tmp_path: Path, name: str) -> None:
    settings = {**SETTINGS, name: ["xx"]}
    build = opened(repository(tmp_path), settings=settings)
    assert "feed.xml" in dict(written(build))
    assert [problem.path for problem in build.context.tolerated or ()] == ["mkdocs.yml"]


def test_errors_that_were_found_before_stop_only_a_build_that_takes_nothing_down(tmp_path: Path) -> None:
    """Such as those in environment variables."""
    fault = Problem("setting-invalid", "mkdocs.yml", None, "the environment's A is 'b'", "set it to c")
    root = repository(tmp_path)
    build = open_build(root, SETTINGS, BuildOptions(today=TODAY), faults=(fault,))
    assert str(fault) in build.announcements[0]
    (root / X).unlink()
    with pytest.raises(ContentError, match="the environment's A"):
        open_build(root, SETTINGS, BuildOptions(today=TODAY), faults=(fault,))


def test_page_that_is_left_out_has_a_notice_and_links_to_it_are_words(tmp_path: Path) -> None:
    bad = put(
        stories__a_md=story(titel="A"),
        stories__a_cy_md=story(titel="A"),
        newsletters__2024_04_md="",
        docs__about_md=page("See [a](../stories/a.md)."),
    )
    root = repository(tmp_path, bad)
    (root / "newsletters/2024-04.md").unlink(missing_ok=True)
    write_files(root, {"newsletters/2024-05.md": newsletter("## Hello\n\nSee [a](../stories/a.md).")})
    build = opened(root)
    assert "This page is being corrected" in words(body(build, "stories/a.md"))
    assert "Mae’r dudalen hon yn cael ei chywiro" in words(body(build, "stories/a.cy.md"))
    for path in ("docs/about.md", "newsletters/2024-05.md"):
        assert "<p>See a.</p>" in build.page_html(path)


@pytest.mark.parametrize(
    ("mode", "last_site", "is_published"),
    [
        (PublishAnyway.AUTO, None, True),
        (PublishAnyway.AUTO, {"index.html": "Home"}, True),
        (PublishAnyway.AUTO, {"stories/x/index.html": "Her words."}, True),
        (PublishAnyway.AUTO, {"stories/x/index.html": '<div data-notice="withdrawn">'}, False),
        (PublishAnyway.NEVER, {"stories/x/index.html": "Her words."}, False),
        (PublishAnyway.ALWAYS, {"stories/x/index.html": '<div data-notice="withdrawn">'}, True),
    ],
)
def test_errors_stop_a_build_only_where_the_last_site_has_the_notice(
    tmp_path: Path, mode: PublishAnyway, last_site: dict[str, str] | None, is_published: bool
) -> None:
    root = repository(tmp_path, put(stories__a_md=story(titel="A")))
    if last_site is not None:
        write_files(root / "site", last_site)
    if is_published:
        assert opened(root, mode).context.is_incomplete
    else:
        with pytest.raises(ContentError, match="titel"):
            opened(root, mode)


@pytest.mark.parametrize("is_withdrawn", [True, False])
def test_file_that_cannot_be_read_any_more_is_left_out_alone(
    tmp_path: Path, is_withdrawn: bool, reported: Reported
) -> None:
    files = {f"stories/{name}.mp3": b"ID3" for name in "abc"}
    recordings = "".join(f"![{name}]({name}.mp3)\n\n" for name in "abc")
    root = repository(tmp_path, lambda root: write_files(root, {**files, "stories/a.md": story(recordings)}))
    build = opened(root, PublishAnyway.ALWAYS if is_withdrawn else PublishAnyway.NEVER)
    (root / "stories/b.mp3").unlink()
    with nullcontext() if is_withdrawn else pytest.raises(ContentError, match=r"stories/b\.mp3: this file cannot"):
        build.write()
    assert "stories/b.mp3 file-unreadable" in reported(build.problems)
    made = contents(build.staging.building)
    assert {path for path in made if path.endswith(".mp3")} == {"stories/a.mp3", "stories/c.mp3"}


UNREADABLE = {
    "broken YAML": "---\ntitle: Her: title\nconsent:\n  withdrawn: 2026-01-01\n---\n",
    "consent on one line": "---\ntitle: Her: title\nconsent: {ref: S-1, withdrawn: 2026-01-01}\n---\n",
    "key in quotation marks": '---\ntitle: Her: title\n"withdrawn": 2026-01-01\n---\n',
    "capital letter": "---\nWithdrawn: 2026-01-01\n---\n",
    "misspelt": "---\nwithdrawen: 2026-01-01\n---\n",
    "no colon": "---\ntitle: A\nconsent:\n  withdrawn 2026-01-01\n---\n",
    "no-break space": "---\ntitle: A\nconsent:\n\u00a0 withdrawn: 2026-01-01\n---\n",
    "code block": "```markdown\n---\nwithdrawn: 2026-01-01\n---\n```\n",
    "long": f"---\ntitle: A\n# {'x' * 12_000}\nconsent:\n  withdrawn: 2026-01-01\n---\n",
    "wrong encoding": "---\nwithdrawn: 2026-01-01\n---\n".encode("utf-16"),
    "no end": "---\nwithdrawn: 2026-01-01\n",
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_file_with_errors_that_says_it_is_withdrawn_takes_its_pictures_along(tmp_path: Path, kind: str) -> None:
    text = UNREADABLE[kind]
    text = text.decode("utf-16") if isinstance(text, bytes) else text
    data = f"{text}\n![She](she.jpg)\n".encode("utf-16" if kind == "wrong encoding" else "utf-8")
    files = {X: data, "stories/x-2.jpg": picture(), "stories/she.jpg": picture()}
    root = repository(tmp_path, lambda root: write_files(root, files))
    shown = story("Words.\n\n![She](x-2.jpg)\n\n![She](she.jpg)", image={"src": "she.jpg", "alt": "She"})
    write_files(root, {"stories/y.md": shown})
    build = opened(root)
    assert "This page was taken down" in words(body(build, X))
    assert build.page_html("stories/y.md").strip() == "<p>Words.</p>"
    assert not {"stories/x-2.jpg", "stories/she.jpg"} & build.assets.keys()


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("stories/x-new.md", "stories/x-new/"),
        ("stories/X New.md.txt", "stories/x-new/"),
        ("stories/X.markdown", "stories/x/"),
        ("stories/x.CY.md", "stories/x-cy/"),
        ("stories/Old Ones/x.md", "stories/old-ones/x/"),
        ("stories/old/x.md", "stories/old/x/"),
        ("stories/what?/x.md", "stories/what/x/"),
    ],
)
def test_renamed_file_takes_its_old_page_down(tmp_path: Path, path: str, url: str) -> None:
    root = repository(tmp_path, put(stories__a_md=story(titel="A")))
    (root / X).rename(root / "moved")
    write_files(root, {path: STUB, "site/stories/x/index.html": "Her words."})
    build = opened(root)
    assert [page.url for page in build.site.pages if page.notice is Notice.WITHDRAWN] == [url]


def test_draft_that_may_have_been_public_is_taken_down(tmp_path: Path) -> None:
    root = repository(tmp_path, put(stories__a_md=story(titel="A")))
    draft = story("Her words.", draft=True, consent=CONSENT | {"withdrawn": "2026-01-01"})
    write_files(root, {X: draft, "site/stories/x/index.html": "Her words."})
    build = opened(root)
    assert build.context.is_incomplete
    assert "This page was taken down" in words(body(build, X))


def test_errors_stop_a_build_without_a_withdrawal(tmp_path: Path) -> None:
    root = repository(tmp_path, put(stories__a_md=story(titel="A")))
    (root / X).unlink()
    with pytest.raises(ContentError, match="titel"):
        opened(root, PublishAnyway.ALWAYS)
