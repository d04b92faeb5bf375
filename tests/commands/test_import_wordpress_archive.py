"""One WordPress archive with all that is rare, and all that is written and reported of it."""

from pathlib import Path

from tests.support import write_files
from tests.support.golden import Golden
from tests.support.images import picture
from tests.support.pdfs import pdf
from tests.support.wordpress import ADDRESS, wordpress_attachment, wordpress_item
from tests.support.wordpress_import import UPLOADS, Import

_MAP = """\
types: {post: story, page: page, event: {as: story, kind: news, areas: [elmham]}}
categories:
  news: {kind: news}
  reports: {as: publication}
  newsletter: {as: newsletter}
  elms: {areas: [elmham], principles: [contribution]}
  lost: leave out
tags: {elms: {areas: [elmham], kind: interview}, more: {principles: [contribution]}}
terms: {of-events: {kind: poem}}
authors: {bob: Bob Oak, nobody: null}
"""
_FILES = {
    8: "2019/05/Tree's & co.jpg",
    9: "2019/05/Report-scaled.pdf",
    10: "talk.mp3",
    11: "loose.pdf",
    12: "sheet.xyz",
    13: "gone.pdf",
    14: "a.pdf",
    15: "b/a.pdf",
    16: "-.pdf",
    17: "<i>.pdf",
    18: 'x"y.pdf',
}
_NEWS, _REPORTS, _EDITION = ("category", "news"), ("category", "reports"), ("category", "newsletter")


def _link(address: str, words: str) -> str:
    return f'<a href="{address}">{words}</a>'


def _picture(address: str, attributes: str = "") -> str:
    return f'<img src="{address}" {attributes}>'


_LINKS = " ".join(
    _link(address, f"{number}")
    for number, address in enumerate(
        (
            f"{UPLOADS}/{_FILES[9]}",
            f"{ADDRESS}/?p=2#more-2",
            f"{ADDRESS}/?page_id=3#h-Caf%C3%A9",
            "/about-us/#comments",
            f"{ADDRESS.replace('//', '//www.')}/ITEM-2/",
            ADDRESS,
            f"{ADDRESS}/?p=99",
            f"{UPLOADS}/sheet.xyz",
            f"{UPLOADS}/gone.pdf",
            "https://other.example/about-us/",
            "#top",
            f"{UPLOADS}/a.pdf",
            f"{UPLOADS}/b/a.pdf",
            f"{UPLOADS}/-.pdf",
            f"{UPLOADS}/2019/05/lost.png",
            "?attachment_id=10",
            "?p=x&page_id=2",
        )
    )
)
_PICTURES = "".join(
    (
        _picture(f"{UPLOADS}/2019/05/Tree's%20&amp;%20co-300x200.jpg", 'class="wp-image-8" srcset="x" data-src="y"'),
        _link(f"{UPLOADS}/2019/05/Tree's%20&amp;%20co.jpg", _picture("x.jpg", 'class="wp-image-8" alt="Own words"')),
        _picture(f"{UPLOADS}/other-10x10.png", 'class="wp-image-9" alt="Other"'),
        _picture(f"{UPLOADS}/lost.png"),
        _picture("https://other.example/o.png", 'data-lazy-src="z"'),
        f'<img data-src="{UPLOADS}/other.png" alt="Lazy">',
        f'<video poster="/p.jpg"><source src="{UPLOADS}/talk.mp3"></video>',
    )
)
_META = {
    "_thumbnail_id": "8",
    "_wp_old_slug": "before",
    "_yoast_wpseo_metadesc": "%%title%% of %%site%%",
    "rank_math_description": "Rank Math's <em>summary</em> of it, which is long enough to be cut in the report.",
    "_elementor_edit_mode": "builder",
    "enclosure": f"{UPLOADS}/talk.mp3\n5\naudio/mpeg",
    "place": "The old hall",
    "_EventVenueID": "61",
}


_TAKEN = ("search", "areas", "principles", "events", "stories", "index", "feed", "edit", "assets", "about", "con")
_INTERNAL = (
    *("nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block"),
    *("wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face"),
    *("acf-field", "acf-field-group", "elementor_library", "et_pb_layout", "wpcf7_contact_form", "polylang_mo"),
    *("feedback", "vc4_templates", "vc_grid_item", "custom-css-js", "amn_smtp", "jp_mem_plan", "mc4wp-form"),
    *("flamingo_inbound", "flamingo_outbound", "flamingo_contact", "nf_sub", "edd_payment", "shop_order", "wpforms"),
    *("wpforms_log", "scheduled-action", "mailpoet_page", "is_search_form", "wp_log", "tablepress_table"),
)


def _items() -> list[str]:
    english, welsh = ("language", "en_GB"), ("language", "cy")
    return [
        *(
            wordpress_attachment(
                number,
                file,
                parent={8: 1, 9: 2, 11: 4}.get(number, 0),
                alt="A tree" * (number == 8),
                caption="In <b>May</b> & June" * (number == 8),
            ).replace("[File 17]", "[Tea &amp;lt;i&gt; &amp; &lt;b>cake]")
            for number, file in _FILES.items()
        ),
        wordpress_item(
            1, f"{_PICTURES}\n\n{_LINKS}\n\n[gallery]", title="One &amp; <b>two</b>", meta=_META,
            terms=(_NEWS, ("category", "elms"), ("post_tag", "more"), english, ("post_translations", "x")),
        ),
        wordpress_item(
            2, _picture(f"{UPLOADS}/other.png"), slug="item-2", terms=(_NEWS, welsh, ("post_translations", "x")),
            excerpt="In <b>short</b>.",
        ),
        wordpress_item(31, meta={"enclosure": f"https://e.example/a\"b'c&d.mp3\n{UPLOADS}/talk.mp3"}),
        wordpress_item(3, type_="page", slug="about-us", excerpt=" ", meta={"_aioseo_description": "All in one."}),
        wordpress_item(4, "Report", terms=(_REPORTS,)).replace("[ann]", "[bob]"),
        wordpress_item(5, _link(f"{UPLOADS}/a.pdf", "PDF"), terms=(_REPORTS,), slug="r").replace("[ann]", "[nobody]"),
        wordpress_item(6, "<h2>Hello</h2>a", terms=(_EDITION,), slug="2019-news"),
        wordpress_item(7, "<h2>Hello</h2>b", terms=(_EDITION,), slug="2019-news", title="1st"),
        wordpress_item(20, "<h2>Hello</h2>c", terms=(_EDITION,), day="0000-00-00 00:00:00").replace(
            "Sat, 04 May 2019 22:30:00 +0000", "never"
        ),
        wordpress_item(21, type_="event", terms=(("of-events", "of-events"), ("post_tag", "elms"))),
        wordpress_item(22, terms=(("category", "lost"), _NEWS)),
        *(wordpress_item(40 + number, type_="page", slug=slug) for number, slug in enumerate(_TAKEN)),
        wordpress_item(24, type_="page", slug="%e6%95%85", title="Garden"),
        wordpress_item(25, terms=(("language", "fr"),)),
        wordpress_item(
            26, slug="item-26", link=f"{ADDRESS}/cy/item-26/", terms=(_NEWS, ("author", "cap-bob")),
        ).replace("?p=26</guid>", "?p=1</guid>"),
        wordpress_item(27, " "),
        wordpress_item(32, "<p>We had tea.</p>", title="", slug="our-tea", meta={"_thumbnail_id": "3"}),
        wordpress_item(33, "<h2>Hello</h2>d", terms=(_EDITION,), slug="1may", meta={"_thumbnail_id": "x"}),
        wordpress_item(34, "<h2>Hello</h2>e", terms=(_EDITION,), slug="b2"),
        wordpress_item(28, "a", status="private"),
        wordpress_item(29, "a", status=""),
        *(wordpress_item(60 + number, type_=type_) for number, type_ in enumerate(_INTERNAL)),
    ]  # fmt: skip


def test_archive_becomes_these_files_and_this_report(tmp_path: Path, golden: Golden) -> None:
    archive = Import(tmp_path, _items(), _MAP)
    write_files(
        archive.uploads, {path: pdf() for path in _FILES.values() if path.endswith(".pdf") and "gone" not in path}
    )
    pictures = {"2019/05/Tree's & co.jpg": picture(), "other.png": picture(20, 20)}
    write_files(archive.uploads, {**pictures, "talk.mp3": b"ID3", "sheet.xyz": b"x"})
    before = set(archive.files())
    said = archive.run()
    files = archive.files()
    new = sorted(path for path in files.keys() - before if not path.startswith("."))
    texts = (
        f"=== {path}\n{files[path].decode() if path.endswith(('.md', '.yml')) else len(files[path])}" for path in new
    )
    described = "\n".join((*said[:-1], "", *texts, archive.text("import-report.md")))
    golden.check("import/wordpress-archive.txt", f"{described}\n".encode())
    golden.check("import/wordpress-report.html", archive.text("import-report.html").encode())


def test_map_is_proposed_with_what_names_say(tmp_path: Path, golden: Golden) -> None:
    slugs = (
        *(
            "bulletin",
            "cylchlythyrau",
            "Publication",
            "evaluations",
            "adroddiad",
            "newyddion",
            "announcement",
            "press-x",
        ),
        *(
            "update",
            "interviews",
            "cyfweliad",
            "poetry",
            "cerdd",
            "guest-post",
            "blogs",
            "opinion",
            "newsroom",
            "elmham",
        ),
        *("newsletter", "bulletins", "cylchlythyr", "publications", "report", "reports", "research", "evaluation"),
        *("resource", "resources", "cyhoeddiad", "cyhoeddiadau", "adroddiadau", "news", "announcements", "press"),
        *("updates", "interview", "cyfweliadau", "poem", "poems", "cerddi", "guest", "blog", "reflection"),
        *("reflections", "researcher", "my-news"),
    )
    terms = [("category", slug) for slug in slugs] + [("post_tag", "x"), ("series", "Y z"), ("series", "")]
    ignored = ("language", "post_translations", "term_language", "nav_menu", "post_format", "author")
    terms += [(domain, "m") for domain in ignored]
    items = [wordpress_item(1, terms=terms), wordpress_item(2, terms=[("category", "opinion"), ("category", "")])]
    items += [wordpress_item(3, type_="newsletters"), wordpress_item(4, type_="page").replace("[ann]", "[zoe]")]
    logins = ("admin", "Administrator", "webmaster", "wordpress", "")
    items += [wordpress_item(9 + place).replace("[ann]", f"[{login}]") for place, login in enumerate(logins)]
    archive = Import(tmp_path, [*items, wordpress_item(5).replace("[ann]", "[editor]")], None)
    archive.run()
    golden.check("import/wordpress-map.yml", (tmp_path / "map.yml").read_bytes())
