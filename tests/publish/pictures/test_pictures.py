"""The pictures of a build: their HTML, their files and their errors."""

import re
from collections.abc import Mapping
from pathlib import Path
from posixpath import join, normpath
from unittest.mock import MagicMock
from urllib.parse import unquote

import pytest
from PIL import Image

from newsroom.build import Build
from newsroom.problems import ContentError
from newsroom.publish.pictures import Pictures
from newsroom.publish.pictures.decode import decode
from newsroom.publish.pictures.files import _Original
from newsroom.publish.pictures.markup import BODY_SIZES, PictureSize
from newsroom.publish.pictures.variants import PictureEncoder
from tests.support import open_newsroom, small_newsroom
from tests.support.html import parse
from tests.support.images import from_camera, opened, picture, quarters
from tests.support.items import story
from tests.support.rendering import published
from tests.support.theme import THEME
from tests.support.wordings import brief

Files = dict[str, str | bytes]
IMAGE = {"src": "tree.jpg", "alt": "A tree"}


def shown(build: Build, path: str = "stories/a.md") -> str:
    """The HTML that a page shows of its body."""
    return build.page_html(path)


def lead_of(
    build: Build,
    page_path: str | None,
    *,
    sizes: str = BODY_SIZES,
    eager: bool = False,
    alt: str | None = None,
) -> str:
    """The HTML of the picture that the front matter of stories/a.md names, on a page."""
    document = build.site.page("stories/a.md").document
    assert document is not None
    assert document.front.image is not None
    context = build.views.context(build.site.page(page_path) if page_path else None)
    return str(context.image(document, document.front.image, sizes=sizes, eager=eager, alt=alt))


def images(html: str) -> list[Mapping[str, str]]:
    """The attributes of every `<img>`."""
    return [dict(image.items()) for image in parse(html).iter("img")]


def files_of(root: Path, files: Mapping[str, str | bytes], name: str = "tree") -> dict[str, bytes]:
    """The files that a build makes of a picture, by their paths; not those for email."""
    made = published(root, {**small_newsroom(), **files})
    return {path: data for path, data in made.items() if f"/{name}." in path and ".email." not in path}


def test_photograph_has_modern_formats_and_own_address(tmp_path: Path) -> None:
    made = files_of(
        tmp_path, {"stories/a.md": story("![A tree](tree.jpg)"), "stories/tree.jpg": picture(1000, 500, "JPEG")}
    )
    assert {path: (opened(data).format, opened(data).size) for path, data in made.items()} == {
        "stories/tree.jpg": ("JPEG", (1000, 500)),
        "stories/tree.jpg.640.jpg": ("JPEG", (640, 320)),
        "stories/tree.jpg.320.avif": ("AVIF", (320, 160)),
        "stories/tree.jpg.640.avif": ("AVIF", (640, 320)),
        "stories/tree.jpg.960.avif": ("AVIF", (960, 480)),
        "stories/tree.jpg.1000.avif": ("AVIF", (1000, 500)),
        "stories/tree.jpg.320.webp": ("WEBP", (320, 160)),
        "stories/tree.jpg.640.webp": ("WEBP", (640, 320)),
        "stories/tree.jpg.960.webp": ("WEBP", (960, 480)),
        "stories/tree.jpg.1000.webp": ("WEBP", (1000, 500)),
    }


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("ending", ["jpg", "JPEG", "png", "webp", "avif", "gif"])
def test_file_has_format_of_its_name_and_no_metadata(tmp_path: Path, form: str, ending: str) -> None:
    original = from_camera(quarters(40, 20).rotate(90, expand=True), form, orientation=6)
    name = f"tree.{ending}"
    made = files_of(tmp_path, {"stories/a.md": story(f"![A tree]({name})"), f"stories/{name}": original})
    assert made.keys() == {f"stories/{name}{rest}" for rest in ("", ".40.avif", ".40.webp")}
    expected = {"jpg": "JPEG", "gif": "GIF"}.get(ending.lower(), ending.upper())
    assert opened(made[f"stories/{name}"]).format == expected
    for data in made.values():
        image = opened(data)
        image.load()
        assert image.size == (40, 20)
        assert b"Elm" not in data
        assert dict(image.getexif()) == {}
        assert not image.info.keys() & {"exif", "xmp", "XML:com.adobe.xmp", "comment", "icc_profile", "photoshop"}


def test_linked_picture_is_stripped(tmp_path: Path) -> None:
    files: Files = {"stories/a.md": story("[A tree](tree.jpg)"), "stories/tree.jpg": from_camera(quarters())}
    made = files_of(tmp_path, files)
    assert made.keys() == {"stories/tree.jpg"}
    assert b"Elm" not in made["stories/tree.jpg"]


def test_picture_that_only_an_attribute_names_is_stripped(tmp_path: Path) -> None:
    text = '<img src="https://e.example/a.png" alt="A tree" srcset="../../assets/tree.jpg 2x">'
    made = files_of(tmp_path, {"docs/assets/tree.jpg": from_camera(quarters()), "stories/a.md": story(text)})
    assert made.keys() == {"assets/tree.jpg"}
    assert b"Elm" not in made["assets/tree.jpg"]


def test_first_picture_of_page_loads_eagerly(tmp_path: Path) -> None:
    body = "![One](tree.jpg) ![Two](../docs/assets/bench.png)\n\n![Three](line.svg)"
    files: Files = {
        "stories/a.md": story(body),
        "stories/tree.jpg": picture(700, 350, "JPEG"),
        "docs/assets/bench.png": picture(40, 30),
        "stories/line.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"/>',
    }
    build = open_newsroom(tmp_path, files)
    html = shown(build)
    lazy = {"loading": "lazy", "decoding": "async"}
    assert images(html) == [
        {"src": "../tree.jpg", "alt": "One", "fetchpriority": "high", "decoding": "async"}
        | {"srcset": "../tree.jpg.640.jpg 640w, ../tree.jpg 700w", "sizes": BODY_SIZES}
        | {"width": "700", "height": "350"},
        {"src": "../../assets/bench.png", "alt": "Two", "width": "40", "height": "30"} | lazy,
        {"src": "../line.svg", "alt": "Three", "width": "9", "height": "3"} | lazy,
    ]
    sources = [source.get("srcset") for source in parse(html).iter("source")]
    assert sources == [
        "../tree.jpg.320.avif 320w, ../tree.jpg.640.avif 640w, ../tree.jpg.700.avif 700w",
        "../tree.jpg.320.webp 320w, ../tree.jpg.640.webp 640w, ../tree.jpg.700.webp 700w",
        "../../assets/bench.png.40.avif 40w",
        "../../assets/bench.png.40.webp 40w",
    ]


def test_every_file_that_a_page_names_is_made(tmp_path: Path) -> None:
    files: Files = {
        **small_newsroom(),
        "stories/a.md": story("![One](<a tree, old.jpg>) ![Two][t]\n\n[t]: ../docs/assets/ŵ.png", image=IMAGE),
        "stories/a tree, old.jpg": picture(700, 350, "JPEG"),
        "docs/assets/ŵ.png": picture(400, 300),
        "stories/tree.jpg": picture(330, 200, "JPEG"),
    }
    build = open_newsroom(tmp_path, files)
    names = named_by(shown(build) + lead_of(build, "stories/a.md"), "stories/a/")
    assert len(names) == 8 + 5 + 5
    assert names <= {*published(tmp_path, files)}


def named_by(html: str, page_url: str) -> set[str]:
    """The paths on the site of every picture file that HTML names."""
    root = parse(html)
    sets = [tag.get("srcset", "") for tag in root.iter() if tag.get("srcset")]
    addresses = [entry.split()[0] for entries in sets for entry in entries.split(", ")]
    addresses += [image.get("src", "") for image in root.iter("img")]
    return {normpath(join(page_url, unquote(address))) for address in addresses}


def test_pictures_below_lead_picture_load_lazily(tmp_path: Path) -> None:
    files: Files = {"stories/a.md": story("![One](tree.jpg)", image=IMAGE), "stories/tree.jpg": picture(form="JPEG")}
    build = open_newsroom(tmp_path, files)
    assert [image.get("loading") for image in images(shown(build))] == ["lazy"]


def test_picture_with_a_title_has_a_caption(tmp_path: Path) -> None:
    body = '![A tree](tree.jpg "In May & <June>")\n\nNot ![this](tree.jpg "Title")'
    files: Files = {"stories/a.md": story(body), "stories/tree.jpg": picture(form="JPEG")}
    build = open_newsroom(tmp_path, files)
    html = shown(build)
    assert html.startswith('<figure class="nw-figure"><picture>')
    assert "</picture><figcaption>In May &amp; &lt;June&gt;</figcaption></figure>\n<p>Not <picture>" in html
    assert "</picture> <small>(Title)</small></p>" in html
    assert [image.get("title") for image in images(html)] == [None, None]


def test_feeds_and_email_have_plain_pictures_with_absolute_addresses(tmp_path: Path) -> None:
    body = '![A tree](tree.jpg "In May") ![decorative](tree.jpg)'
    files: Files = {"stories/a.md": story(body), "stories/tree.jpg": picture(form="JPEG")}
    files |= {
        "newsletters/2024-04.md": small_newsroom()["newsletters/2024-03.md"].replace(
            "Good morning", '![A tree](../stories/tree.jpg "By Ada") ![decorative](../stories/tree.jpg) Good morning'
        )
    }
    made = published(tmp_path, {**small_newsroom(), **files})
    feed, email = made["feed.xml"].decode(), made["newsletters/2024-04/email/generic.html"].decode()
    for written in (feed, email):
        assert "<picture" not in written
        assert "srcset" not in written
    assert '<img alt="A tree" src="https://elm.example/stories/tree.jpg" width=' in feed
    assert '<img alt="" src="https://elm.example/stories/tree.jpg" width=' in feed
    assert "In May</figcaption>" in feed
    assert re.search(r"<figcaption[^>]*>By Ada<", email)
    assert "\nBy Ada\n" in made["newsletters/2024-04/email/generic.txt"].decode()
    assert [(image["src"], image["alt"]) for image in images(email) if "/email/" not in image["src"]] == [
        ("https://elm.example/stories/tree.jpg.email.jpg", "A tree"),
        ("https://elm.example/stories/tree.jpg.email.jpg", ""),
    ]


@pytest.mark.parametrize(
    ("page_path", "src"),
    [
        ("stories/a.md", "../tree.jpg"),
        ("docs/index.md", "stories/tree.jpg"),
        ("stories/index.md", "tree.jpg"),
        (None, "/stories/tree.jpg"),
    ],
)
def test_templates_show_a_picture_on_any_page(tmp_path: Path, page_path: str | None, src: str) -> None:
    files: Files = {"stories/a.md": story(image=IMAGE), "stories/tree.jpg": picture(330, 200, "JPEG")}
    build = open_newsroom(tmp_path, {**small_newsroom(), **files})
    html = lead_of(build, page_path, sizes="50vw", alt="")
    assert images(html) == [
        {"src": src, "alt": "", "loading": "lazy", "decoding": "async"} | {"width": "330", "height": "200"}
    ]
    assert [source.get("srcset") for source in parse(html).iter("source")] == [
        f"{src}.320.{form} 320w, {src}.330.{form} 330w" for form in ("avif", "webp")
    ]
    first = images(lead_of(build, page_path, eager=True))[0]
    assert (first["alt"], first.get("fetchpriority"), first.get("loading")) == ("A tree", "high", None)


def test_lead_picture_may_be_decorative(tmp_path: Path) -> None:
    files: Files = {
        "stories/a.md": story(image=IMAGE | {"alt": "decorative"}),
        "stories/tree.jpg": picture(form="JPEG"),
    }
    build = open_newsroom(tmp_path, {**small_newsroom(), **files})
    assert images(lead_of(build, "stories/a.md"))[0]["alt"] == ""


def test_picture_of_many_pages_is_decoded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[bytes] = []

    def counted(data: bytes, widest: int) -> Image.Image:
        decoded.append(data)
        return decode(data, widest)

    monkeypatch.setattr("newsroom.publish.pictures.files.decode", counted)
    files: dict[str, str | bytes] = {f"stories/a{n}.md": story("![A](tree.jpg)", image=IMAGE) for n in range(30)}
    files["stories/tree.jpg"] = original = picture(700, 350, "JPEG")
    first = files_of(tmp_path, files)
    for_cards = [path for path, data in first.items() if data in decoded]
    assert (decoded.count(original), for_cards, len(decoded)) == (1, ["stories/tree.jpg.640.webp"], 2)
    (tmp_path / "overrides").unlink()
    assert files_of(tmp_path, files) == first
    assert len(decoded) == 2
    (tmp_path / "overrides").unlink()
    assert files_of(tmp_path, files | {"stories/tree.jpg": picture(700, 350, "JPEG", color="#ffffff")}) != first
    assert len(decoded) == 4


def test_background_work_is_not_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: Files = {
        "stories/a.md": story("Words.\n\n![A](tree.jpg)"),
        "stories/tree.jpg": from_camera(quarters(600, 400)),
    }
    expected = published(tmp_path / "before", {**small_newsroom(), **files})
    encoded: list[str] = []
    encode = PictureEncoder.encode

    def count(self: PictureEncoder, size: tuple[int, int], name: str) -> bytes:
        encoded.append(f"{name} {size}")
        return encode(self, size, name)

    monkeypatch.setattr(PictureEncoder, "encode", count)
    build = open_newsroom(tmp_path / "after", {**small_newsroom(), **files})
    (tmp_path / "after/overrides").symlink_to(THEME)
    build.start_background_work()
    for page in build.site.pages:
        build.page_html(page.path)
    assert dict(build.files()) == expected
    assert len(encoded) == len(set(encoded)) > 0


@pytest.mark.parametrize(
    "content",
    [from_camera(quarters(600, 400))[:1500], b"Elm words"],
    ids=["half a picture", "no picture"],
)
def test_preview_continues_without_broken_picture(tmp_path: Path, content: bytes) -> None:
    assert b"Elm" in content
    files: Files = {"stories/a.md": story("Words.\n\n![A](tree.jpg)"), "stories/tree.jpg": content}
    build = open_newsroom(tmp_path, files, preview=True)
    (tmp_path / "overrides").symlink_to(THEME)
    for page in build.site.pages:
        build.page_html(page.path)
    made = {path: data for path, data in build.files() if "/tree." in path}
    assert made["stories/tree.jpg"] == b""
    assert set(made.values()) == {b""}
    assert [brief(problem) for problem in build.problems if problem.is_error] == ["stories/a.md:10 picture-damaged"]


def test_half_a_picture_stops_the_build(tmp_path: Path) -> None:
    half = from_camera(quarters(600, 400))[:1500]
    files: Files = {"stories/a.md": story("Words.\n\n![A](tree.jpg)"), "stories/tree.jpg": half}
    with pytest.raises(ContentError, match=r"stories/a\.md, line 10: the picture 'stories/tree\.jpg' is damaged"):
        published(tmp_path, {**small_newsroom(), **files})


@pytest.mark.parametrize(
    ("width", "height", "printed"), [(600, 300, 600), (1300, 650, 1280), (3000, 1500, 1280), (1300, 2400, 1280)]
)
def test_picture_for_print_is_the_one_whose_width_is_nearest_to_that_of_the_text(
    tmp_path: Path, width: int, height: int, printed: int
) -> None:
    tree = picture(width, height, form="JPEG")
    build = open_newsroom(
        tmp_path, small_newsroom() | {"stories/a.md": story("![A tree](t.jpg)"), "stories/t.jpg": tree}
    )
    found = build._outputs.find(Pictures).made.for_print("stories/t.jpg")
    assert found is not None
    assert opened(found[1]()).width == printed


@pytest.mark.parametrize(("width", "is_alone"), [(40, False), (41, True)])
def test_large_picture_is_decoded_while_no_other_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int, is_alone: bool
) -> None:
    monkeypatch.setattr("newsroom.publish.pictures.files._LARGE_PICTURE", 40 * 30)
    file, lock = tmp_path / "a.png", MagicMock()
    file.write_bytes(picture(width, 30))
    assert _Original(file, PictureSize(width, 30), lock)._decode().size == (width, 30)
    assert lock.__enter__.called is is_alone
