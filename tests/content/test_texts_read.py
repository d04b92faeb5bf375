"""What is read of texts that editors write: days, addresses, names, positions (tests/golden/texts_read.txt)."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from newsroom.content import formats
from newsroom.content.dates import read_day, suggest_date
from newsroom.content.folders import (
    has_proper_folders,
    is_shared,
    is_within,
    is_word_list,
    synonyms_language,
    without_language,
)
from newsroom.content.formats import captions_path, file_ending, find_refusal, page_stem, plain_name
from newsroom.content.item_files import files_named_after
from newsroom.content.lengths import Length
from newsroom.content.local_files import find_local_place
from newsroom.content.map_outline import MapOutline, PositionError, parse_outline, parse_position
from newsroom.content.moments import MomentError, parse_moment
from newsroom.content.old_addresses import parse_old_address
from newsroom.content.outline import Heading, Outline, RawTag, Reference, RenderedText
from newsroom.content.several_names import are_several, split_names
from newsroom.content.types.publication import _person_form
from newsroom.content.web_address import direct_address, split_address
from tests.support.golden import Golden

_INNER = "https%3A%2F%2Foak.example%2Fa%3Fb"
_SAFE = "https://eur01.safelinks.protection.outlook.com/?url="
_DAYS = (
    *("Friday, 3rd of May 2024", "Friday 3 May 2024", "3 May, 2024", "03 May. 2024", "3ydd Mai 2024", " 3  MAY  2024 "),
    *(
        "1st May 2024",
        "2nd May 2024",
        "4th May 2024",
        "1af Mai 2024",
        "2fed Mai 2024",
        "11eg Mai 2024",
        "21ain Mai 2024",
    ),
    *("May 3, 2024", "May 1st 2024", "May 2nd, 2024", "May 3rd 2024", "May 4th, 2024", "May 3ydd 2024", "May 3,2024"),
    *("2024-05-03", "2024-5-3", "03/05/2024", "3.5.2024", "3/5/24", "3-5-2024", "Friday the 3 May 2024", "3 May 24"),
    *(
        "3 Sept 2024",
        "3 Rhag 2024",
        "3 Chwefror 2024",
        "31 April 2024",
        "3 Mayor 2024",
        "Fri., 3 May 2024",
        "3May 2024",
    ),
)
_DATES = (
    *(f"{sign}2026-11-20{sign}" for sign in "\"'“”‘’„«» .,;!"),
    *(f"20{dash}11{dash}2026" for dash in "‐‑‒–—−-/.~"),
    *("2026-11-20T10:00", "2026-11-20 9:30am", "2026-11-20 930", "2026/11", "2026.1.5", "2026-1", "11-2026", "1.2026"),
    *(
        "Nov 2026",
        "Nov. 2026",
        "Nov.2026",
        "5.1.26",
        "05-01-26",
        "05-01-1926",
        "13/12/2026",
        "12/13/2026",
        "12-12-2026",
    ),
    *("13-13-2026", "2026-13-11", "2026-11-13", "1/1899", "2099-12", "2100-12", "2026", "20 2026"),
)
_MOMENTS = (
    *("2026-12-10 00:00", "2026-12-10 19:59", "2026-12-10 23:59", "2026-12-10 24:00", "2026-12-10 24:01", "2026-12-10"),
    *(f"2026-12-10{between}9:30" for between in ("T", " ", ", ", " at ", " from ", ", from  ", " on ", ",")),
    *(
        f"2026-12-10 {time}"
        for time in (
            *(
                "12 noon",
                "12:00 noon",
                "12.00midday",
                "noon",
                "midday",
                "MIDNIGHT",
                "12 midnight",
                "7am",
                "7 a.m",
                "7 p.m.",
            ),
            *(
                "7pm",
                "7 PM.",
                "12pm",
                "12am",
                "12:15 am",
                "7:05:59",
                "0930",
                "0930h",
                "0930 hrs",
                "0930 hours",
                "2400",
                "930",
            ),
            *("9.60", "25:00", "9", "19:30 pm", "19pm", "24:30"),
        )
    ),
    *(f"2026-12-10 10:00{between}11:15" for between in ("-", " – ", "—", " to ", " until ", " TO ", " and ", "to")),
    *("2026-12-10 10:00-10:00", "2026-12-10 10am-noon", "10 May 2026-11 May 2026", "2026-12-10 10:00-x", "x-10:00"),
    *("2027-03-28 00:59", "2027-03-28 01:00", "2027-03-28 01:59", "2027-03-28 02:00", "2026-10-25 01:30"),
)
_ADDRESSES = (
    *(
        f"https://{host}/url?q={_INNER}"
        for host in ("google.com", "www.google.co.uk", "WWW.GOOGLE.COM", "notgoogle.com")
    ),
    *(
        f"http://www.google.com/{path}={_INNER}"
        for path in ("url?url", "search?q", "url?x=1&q", "url/?q", "url?u", "a/url?q")
    ),
    f"ftp://www.google.com/url?q={_INNER}",
    *(
        f"{_SAFE}{inner}"
        for inner in (_INNER, "ftp%3A%2F%2Foak.example", "//oak.example", "http%3A%2F%2Foak.example", "")
    ),
    f"https://safelinks.protection.outlook.com/?url={_INNER}",
    *(f"https://{host}.facebook.com/l.php?u={_INNER}" for host in ("l", "lm", "m", "www.l")),
    *(f"https://l.facebook.com/{path}?u={_INNER}" for path in ("l.php5", "lxphp", "l.php")),
    *(f"https://{host}/redirect?q={_INNER}" for host in ("youtube.com", "www.youtube.com", "m.youtube.com")),
    *("https://urldefense.com/v3/__https://oak.example/__;!!k$", "https://urldefense.com/v2/__https://oak.example/__;"),
    *("https://oak.example/?q=https://elm.example/", "https://[a?url=b", "stories/a.md"),
)
_OLD = (
    *("/a/", "/", "/a", "a/", "/a/b.PDF", "/a.html", "/a.HTML", "/a.jpg", "/a.docx", "/a//b/", "/.a/", "/a/./", "/ a/"),
    *(
        "/a /",
        "/%74%C5%B7/",
        "/%FF/",
        "/a%23/",
        "/?p=1",
        "/?p",
        "/?p=1 2",
        "/a?p=1&q=",
        "/?p=1&q",
        "/?=1",
        "/a/?p=1#b",
        "/?",
    ),
    *(f"/a{sign}b/" for sign in "\\:*\"<>|#%\x01\x7f'&+"),
)
_PATHS = (
    *("docs/assets/a.png", "docs/assets.png", "docs/words-to-avoid.yml", "docs/old-addresses.yml", "docs/synonyms.yml"),
    *(
        "docs/synonyms.cy.yml",
        "docs/synonyms.cym.yml",
        "docs/synonyms-cy.yml",
        "docs/a/synonyms.yml",
        "docs/synonymsxyml",
    ),
    *("docs/A/b.md", "docs/a b/c.md", "docs/a-b/c2/d.cy.easy.md", "docs/a_b/c.md", "docs/-a/b.md"),
)
_NAMES = (
    *(
        f"Ada Elm{between}Bo Oak"
        for between in (", ", ",", "; ", " and ", " & ", ", and ", "; & ", " AND ", " or ", "and")
    ),
    *(
        "Jo van der Berg and Siân Elm",
        "Ada Elm, PhD",
        "Ada Elm, the Trust",
        "Ada Elm, Bo",
        "ada Elm, Bo Oak",
        "Ada Elm",
    ),
    *("Ada Elm, Bo Oak, Cy Ash and Di Fir", "1st Elm, Bo Oak", "Éa Elm, Bo Oak", "Ada Anderson and Bo Sandford"),
)
_PEOPLE = (
    "Ada Elm",
    "Ada B. Elm",
    "Jo van der Berg",
    "Jo Ann de la Elm",
    "Ada",
    "ada elm",
    "Ada  Elm",
    " Ada Elm",
    "A B d c",
)
_PLACES = (
    *(r"\\server\a.pdf", r"\a", "file://server/a.pdf", "file:////server/a", "file:///C:/a.pdf", "FILE:a", r"C:\a.pdf"),
    *("c:/a.pdf", "c:a.pdf", "C:\nb.pdf", "~/a.pdf", "~a/b.pdf", "~\\a", r"%USERPROFILE%\a.pdf", "%HOME%/a", "%20a"),
    *("/Users/ann/a.pdf", "/home/ann/b/a.docx", "/Volumes/x/a.md", "/users/a.pdf", "/Users/ann/a", "/usersx/a/b.pdf"),
    *("/home/ann/a.d", "/home/ann/a.docxyz", "/home/ann/a.pdf/", "a.pdf", "http://c:/a"),
)
_POSITIONS = (
    *(
        "53.65, -1.78",
        "53.65,-1.78",
        "53.6458°, -1.785°",
        " 53 , 1 ",
        "−53, –1",
        "+53, +1",
        "90, 180",
        "-90, -180",
        "91, 5",
    ),
    *(
        "5, 181",
        "180, 90",
        "181, 90",
        "91, 91",
        "90.1, 90",
        "53.65 N 1.78 W",
        "53,65, 1,78",
        "53.65",
        "1000, 1",
        "5., 1",
        "",
    ),
)
_LINE = [[0, 0], [1, 2], [3, 1], [0, 0]]
_OUTLINES: tuple[object, ...] = (
    {"type": "Polygon", "coordinates": [_LINE]},
    {"type": "MultiPolygon", "coordinates": [[_LINE], [_LINE, _LINE]], "bbox": [1, 2, 3, 4]},
    {"features": [{"geometry": {"geometries": [{"type": "Polygon", "coordinates": [_LINE]}]}}, {"geometry": None}]},
    {"type": "LineString", "coordinates": [_LINE]},
    {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [2, 0]]]},
    {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [0, 2]]]},
    {"type": "Polygon", "coordinates": [[[0, 90], [180, 0], [-180, -90]]]},
    *(
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], point]]}
        for point in ([0, 90.1], [180.1, 0], [0], ["a", 0])
    ),
    *(
        {"type": "Polygon", "coordinates": [_LINE], "bbox": box}
        for box in ([3, 2, 1, 4], [1, 4, 3, 2], [1, 2, 1, 3], [1])
    ),
    *({"type": "Polygon", "coordinates": [[[0, 0], *[[1, 1]] * more]]} for more in (2999, 3000)),
    [],
)
_SPOTS = ("0, 0", "2, 3", "1, 1", "2.1, 1", "-0.1, 1", "1, 3.1", "1, -0.1")
_FILES = (
    *(
        "Minutes 1.2",
        ".gitignore",
        "a.MD",
        "garden.md.txt",
        "Garden Plan!.markdown",
        f"{'x' * 45}.txt",
        "Été.text",
        "a",
    ),
    *("a.PNG", "a.b.pdf", "a.mp4", "a.unknownformat", "a.x", "--a--.mdx", "a.md", "a.txt.png.txt"),
)


def test_texts_are_read_as_in_the_golden_file(golden: Golden) -> None:
    lines = (
        *_lines("day", read_day, _DAYS),
        *_lines("date", suggest_date, _DATES),
        *_lines("moment", _moment, _MOMENTS),
        *_lines("leads to", direct_address, (*_ADDRESSES, _nested(5), _nested(6))),
        *_lines("old address", _old_address, _OLD),
        *_lines("path", _path, _PATHS),
        *_lines("names", lambda text: f"{split_names(text)} {are_several(text)}", _NAMES),
        *_lines("person", _person_form, _PEOPLE),
        *_lines("file on a computer", find_local_place, _PLACES),
        *_lines("position", _position, (*_POSITIONS,)),
        *_lines("land", _outline, map(json.dumps, _OUTLINES)),
        *_lines("refused", find_refusal, (*(f"a{ending}" for ending in sorted(formats._REFUSALS)), *_FILES)),
        *_lines("file", lambda name: f"{file_ending(name)} {plain_name(name)} {page_stem(name)}", _FILES),
    )
    golden.check("texts_read.txt", "\n".join(lines).encode())


def _lines(title: str, read: Callable[[str], object], texts: Iterable[str]) -> Iterator[str]:
    yield f"# {title}"
    for text in texts:
        yield f"{text[:150]!r}: {read(text)}"


def _nested(times: int) -> str:
    address = "https://oak.example/"
    for _ in range(times):
        address = f"https://l.facebook.com/l.php?u={address.replace('%', '%25').replace('&', '%26')}"
    return address


def _moment(text: str) -> str:
    try:
        found = parse_moment(text)
    except MomentError as error:
        return f"{error}; {error.fix}"
    return f"{found.isoformat()}, last day {found.last_day}, {found.partial_date.isoformat()}"


def _old_address(text: str) -> str:
    try:
        found = parse_old_address(text)
    except ValueError as error:
        return str(error)
    rule = found.redirect_rule("TO", "/root/")
    return f"{found.file!r} {found.ending!r} {found.matching_file(['a.png', 'a.JPEG', 'a.pdf'])} {rule}"


def _path(text: str) -> str:
    known = f"shared {is_shared(text)}, words {is_word_list(text)}, synonyms {synonyms_language(text, 'en')}"
    return f"{known}, folders {has_proper_folders(text)}, item {without_language(text)}, captions {captions_path(text)}"


def _position(text: str) -> str:
    try:
        return str(parse_position(text))
    except PositionError as error:
        return f"{error}; {error.fix}"


def _outline(text: str) -> str:
    found = parse_outline(text)
    if not isinstance(found, MapOutline):
        return found.sentence
    shown = [spot for spot in _SPOTS if found.shows(parse_position(spot))]
    return f"{[len(ring) for ring in found.rings]}, from {found.south_west} to {found.north_east}, shows {shown}"


def test_file_belongs_to_the_item_with_the_longest_name() -> None:
    files = [
        "s/x.jpg",
        "s/x-2.jpg",
        "s/x-2-b.jpg",
        "s/x2.jpg",
        "s/x.md",
        "s/x-3.cy.md",
        "t/x.jpg",
        "s/x_2.jpg",
        "s/xa-2.jpg",
    ]
    named = partial(files_named_after, "s/x.cy.md", files)
    assert [*named()] == ["s/x.jpg", "s/x-2.jpg", "s/x-2-b.jpg"]
    assert [*named(["s/x-2.md", "s/x.md", "s/y.md"])] == ["s/x.jpg"]
    assert [*named(["s/x-2-b.cy.md"])] == ["s/x.jpg", "s/x-2.jpg"]


def test_path_is_within_a_folder_or_one_itself() -> None:
    within = {path for path in ("a/b", "a/b/c.md", "a/bc", "a", "b/a/b", "") if is_within(path, {"a/b"})}
    assert within == {"a/b", "a/b/c.md"}
    assert not is_within("a", frozenset())


def test_length_has_both_limits() -> None:
    assert [Length(2, 4, "lists").fits("x" * count) for count in range(1, 6)] == [False, True, True, True, False]
    assert [Length(least, 4, "lists").wanted for least in (1, 2)] == ["at most 4 characters", "2 to 4 characters"]


def test_reference_is_a_picture_unless_it_is_a_recording() -> None:
    shown = [Reference(f"a.{ending}?b#c", "A", 1, is_image) for ending in ("mp3", "PNG") for is_image in (True, False)]
    assert [(each.path, each.kind, each.is_recording, each.is_picture) for each in shown] == [
        ("a.mp3", "picture", True, False),
        ("a.mp3", "link", True, False),
        ("a.PNG", "picture", False, True),
        ("a.PNG", "link", False, False),
    ]
    assert [Reference(target, "A", 1, False).path for target in ("a#b?c", "#a", "a")] == ["a", "", "a"]
    tag = RawTag("a", (("id", "x"), ("href", "y")), 1)
    assert (tag.get("href", "id"), tag.get("href"), tag.get("src")) == ("x", "y", None)


def test_targets_change_but_those_of_html() -> None:
    references = tuple(Reference("a.md", "A", 1, is_image=False, is_html=is_html) for is_html in (False, True))
    text = RenderedText("<a>", ("a.md",), Outline(references=references, ids=frozenset({"x"})))
    changed = text.with_targets(lambda target: f"b/{target}")
    assert (changed.marked, changed.targets, changed.outline.ids) == ("<a>", ("b/a.md",), frozenset("x"))
    assert [each.target for each in changed.outline.references] == ["b/a.md", "a.md"]
    assert text.with_targets(lambda target: target) is text


def test_named_sections_are_headings_of_the_second_level_with_words() -> None:
    headings = (Heading(1, "A", "a", 1), Heading(2, "B", "b", 2), Heading(2, "", "c", 3), Heading(3, "D", "d", 4))
    outline = Outline(headings=(*headings, Heading(2, "E", "e", 5, is_quoted=True)))
    assert ([each.id for each in outline.sections], [each.id for each in outline.named_sections]) == (["b", "c"], ["b"])


def test_outline_without_headings_has_no_sections_and_broken_addresses_no_parts() -> None:
    assert (Outline().sections, Outline().named_sections) == ((), ())
    assert (split_address("https://[a").netloc, split_address("https://a/b").netloc) == ("", "a")
