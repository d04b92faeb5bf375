"""Drawings in SVG: their sizes, and which cannot be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.publish.pictures.decode import PictureError
from newsroom.publish.pictures.svg import Drawing, clean_svg, read_drawing, render_cropped_drawing, render_drawing
from tests.support.images import opened


def svg(inside: str = "", attributes: str = "", before: str = "") -> bytes:
    """A drawing's file."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {names} {attributes}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    ("attributes", "width", "height"),
    [
        ('width="30" height="20"', 30, 20),
        ('width="30.4px" height=" 20 "', 30, 20),
        ('viewBox="0 0 300 200"', 300, 200),
        ('viewBox="-1,-1, 300,200" width="100%" height="auto"', 300, 200),
        ('width="3cm" height="2cm" viewBox="0 0 300 200"', 300, 200),
        ('width="30" viewBox="0 0 300 200"', 300, 200),
        ("", None, None),
        ('viewBox="0 0 0 0"', None, None),
        ('viewBox="0 0 x y"', None, None),
        ('viewBox="0 0 nan inf"', None, None),
    ],
)
def test_drawing_is_as_large_as_it_says(attributes: str, width: int | None, height: int | None) -> None:
    assert read_drawing(svg(attributes=attributes)) == Drawing(width, height)


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0"/><use href="#a"/><use xlink:href=" #a"/>',
        '<rect style="fill: url(#a)" clip-path="url(\'#b\')"/>',
        "<style>rect { fill: red }</style><text>on fire: https://elm.example/</text>",
        '<metadata><a xmlns="x" href="https://elm.example/licence"/></metadata>',
        '<g class="online" id="script"/>',
    ],
)
def test_plain_drawing_is_accepted(inside: str) -> None:
    assert read_drawing(svg(inside)) == Drawing(None, None)


REFUSED = "which is not allowed in a drawing"
PROGRAM = "which could run a program"


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>alert(1)</script>", f"contains <script>, {REFUSED}"),
        ("<g><SCRIPT/></g>", f"contains <SCRIPT>, {REFUSED}"),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', f"contains <script>, {REFUSED}"),
        ("<foreignObject/>", f"contains <foreignObject>, {REFUSED}"),
        ('<g onclick="x()"/>', f"contains the attribute onclick, {PROGRAM}"),
        ('<g ONLOAD="x()"/>', f"contains the attribute onload, {PROGRAM}"),
        (
            '<image href="https://other.example/a.png"/>',
            "refers to 'https://other.example/a.png', outside the drawing",
        ),
        ('<use xlink:href="other.svg#a"/>', "refers to 'other.svg#a', outside the drawing"),
        ('<a href="javascript:x()"/>', "refers to 'javascript:x()', outside the drawing"),
        ('<rect fill="url(other.svg#a)"/>', "refers to 'url(other.svg#a)', outside the drawing"),
        (
            '<set attributeName="href" to="javascript:x()"/>',
            f"contains <set>, {REFUSED}",
        ),
        ("<style>@import 'a.css';</style>", "takes its style from elsewhere"),
        (
            "<style>rect { fill: url( 'https://other.example/#a') }</style>",
            "takes its style from elsewhere",
        ),
    ],
)
def test_active_drawing_is_reported(inside: str, what: str) -> None:
    with pytest.raises(PictureError) as raised:
        read_drawing(svg(inside))
    assert (raised.value.what, raised.value.fix) == (what, "save it again without that, as plain SVG")


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        (f'<image href="data:image/jpeg;base64,{"A" * 99}"/>', f"data:image/jpeg;base64,{'A' * 37}…"),
        ('<image xlink:href=" DATA:image/png,x"/>', "DATA:image/png,x"),
        ('<rect style="fill: url( data:image/svg+xml,x)"/>', "fill: url( data:image/svg+xml,x)"),
    ],
)
def test_drawing_with_embedded_file_should_be_png(inside: str, shown: str) -> None:
    with pytest.raises(PictureError) as raised:
        read_drawing(svg(inside))
    what = f"has another file embedded in it ('{shown}'), and the check cannot look into that"
    fix = "save the whole drawing as PNG, or take that file out and save it again as plain SVG"
    assert (raised.value.what, raised.value.fix) == (what, fix)


@pytest.mark.parametrize(
    "inside",
    [
        '<metadata><iframe xmlns="http://www.w3.org/1999/xhtml" src="//o.example"/></metadata>',
        '<a><animate attributeName="href" values="#x;javascript:alert(1)"/></a>',
        '<a><set attributeName="href" to="java&#9;script:alert(1)"/></a>',
        "<style>\\69mport 'https://o.example'</style>",
        "<rect style='fill: \\75rl(//o.example)'/>",
        "<rect style='fill: image-set(\"//o.example\")'/>",
        "<rect style='fill: src(\"//o.example\")'/>",
        *(f"<rect style='fill: {name}(\"//o.example\")'/>" for name in ("image", "CROSS-FADE", "element")),
        "<h:meta xmlns:h='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;url=//o.example'/>",
        "<filter><feImage href='#a'/></filter>",
        "<handler>alert(1)</handler>",
        "<animateMotion path='M0 0'/>",
        "<a href='#a'><text>x</text></a>",
    ],
)
def test_hostile_drawing_is_refused(inside: str) -> None:
    with pytest.raises(PictureError) as raised:
        clean_svg(svg(inside))
    assert raised.value.code == "picture-drawing-unsafe"


@pytest.mark.parametrize(
    "declaration",
    ['<!ATTLIST svg onload CDATA "alert(1)">', "<!ELEMENT g ANY>", '<!ENTITY a "b">', '<!NOTATION a SYSTEM "b">'],
)
def test_declaration_is_refused(declaration: str) -> None:
    with pytest.raises(PictureError) as raised:
        clean_svg(svg(before=f"<!DOCTYPE svg [{declaration}]>"))
    assert raised.value.what == "declares entities, which browsers may not know"


@pytest.mark.parametrize(
    ("most", "too_much"),
    [
        (svg("x" * (2_000_000 - len(svg("")))), svg("x" * (2_000_001 - len(svg(""))))),
        (svg("<!---->" * 59_998), svg("<!---->" * 59_999)),
        (svg("<g/>" * 19_999), svg("<g/>" * 20_000)),
        *(
            (svg(f"<g {name}=''/>" * 99 + "<g/>" * 199), svg(f"<g {name}=''/>" * 99 + "<g/>" * 200))
            for name in ("filter", "mask", "stroke-dasharray")
        ),
        (
            svg(f"<style>g {{ mask: none }}</style>{'<g/>' * 98}"),
            svg(f"<style>g {{ mask: none }}</style>{'<g/>' * 99}"),
        ),
        (svg(f'<g id="a">{"<g/>" * 9998}</g><use href="#a"/>'), svg(f'<g id="a">{"<g/>" * 9999}</g><use href="#a"/>')),
        (
            svg(f'<g id="a">{"<g/>" * 12_000}</g><g href="#a"/>'),
            svg(f'<g id="a">{"<g/>" * 12_000}</g><use href=" #a"/>'),
        ),
        (svg(attributes='viewBox="0 0 1 200"'), svg(attributes='viewBox="0 0 1 201"')),
    ],
    ids=["bytes", "tags", "elements", "filters", "masks", "dashes", "styles", "copies", "only use copies", "sides"],
)
def test_drawing_at_a_limit_is_accepted_and_a_larger_one_refused(most: bytes, too_much: bytes) -> None:
    read_drawing(most)
    with pytest.raises(PictureError):
        read_drawing(too_much)


def test_published_drawing_has_only_what_is_allowed() -> None:
    own = 'xmlns:i="http://www.inkscape.org/namespaces/inkscape"'
    drawn = '<g id="a" class="b"><title>A tree</title><path d="M0 0L9 9" fill="red"/><text>Words</text></g>'
    extra = f"<metadata>x</metadata><!-- y --><i:grid {own}/>"
    more = drawn.replace("<path", '<path data-z="1"')
    written = svg(f"{extra}{more} after", before="<!DOCTYPE svg><!-- z -->")
    assert clean_svg(written) == svg(f"{drawn} after", "").replace(b" >", b">")


ELEMENTS = """
defs symbol use switch title desc style path rect circle ellipse line polyline polygon text tspan textPath
linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer
feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feOffset g
"""
ATTRIBUTES = """
id class style lang role aria-hidden aria-label aria-labelledby version x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d
points width height viewBox preserveAspectRatio transform rotate textLength lengthAdjust startOffset method spacing side
pathLength offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient filterUnits
primitiveUnits in in2 result mode type values operator k1 k2 k3 k4 stdDeviation edgeMode tableValues slope intercept
amplitude exponent alignment-baseline baseline-shift clip-path clip-rule color color-interpolation
color-interpolation-filters direction display dominant-baseline fill fill-opacity fill-rule filter flood-color
flood-opacity font-family font-size font-size-adjust font-stretch font-style font-variant font-weight isolation
letter-spacing marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order
shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering unicode-bidi vector-effect
visibility word-spacing writing-mode xml:space xml:lang
"""


def test_published_drawing_keeps_all_that_is_allowed() -> None:
    shapes = "".join(f"<{name}/>" for name in ELEMENTS.split())
    details = "".join(f' {name}="0"' for name in ATTRIBUTES.split())
    whole = svg(f'{shapes}<g{details}/><use href="#0" xlink:href="#0"/>').replace(b" >", b">")
    assert clean_svg(whole) == whole


TEN_TIMES = '<use href="#a{0}"/>' * 10


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (svg(attributes='viewBox="0 0 1 100000000"'), "has one side over 200 times as long as the other"),
        (b"", "is not a drawing that can be read"),
        (b"<svg", "is not a drawing that can be read"),
        (b"<html/>", "is not a drawing that can be read"),
        (b"\x89PNG", "is not a drawing that can be read"),
        (svg(before='<?xml-stylesheet href="a.css"?>'), "takes its style from elsewhere"),
        (
            svg('<g id="a0"/>' + "".join(f'<g id="a{n + 1}">{TEN_TIMES.format(n)}</g>' for n in range(9))),
            "repeats its shapes or effects so often that browsers would stop responding",
        ),
        (
            svg("".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(5000))),
            "repeats its shapes or effects so often that browsers would stop responding",
        ),
        (
            svg("&a;", before='<!DOCTYPE svg [<!ENTITY a "b">]>'),
            "declares entities, which browsers may not know",
        ),
    ],
)
def test_invalid_drawing_is_reported(data: bytes, what: str) -> None:
    with pytest.raises(PictureError) as raised:
        read_drawing(data)
    assert raised.value.what == what


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 1600 1000"', (1200, 750)),
        ('viewBox="0 0 1000 1414"', (848, 1200)),
        ('width="40" height="20" viewBox="0 0 4 2"', (40, 20)),
        ('viewBox="0 0 1 150"', (1, 150)),
        ("", (150, 150)),
    ],
)
def test_png_of_drawing_has_maximum_size(attributes: str, size: tuple[int, int]) -> None:
    assert opened(render_drawing(svg('<rect width="1" height="1"/>', attributes), 1200)).size == size


@pytest.mark.parametrize(
    ("drawing", "most", "size"),
    [
        (Drawing(None, None), 1200, (300, 150)),
        (Drawing(None, None), 300, (300, 150)),
        (Drawing(None, None), 299, (299, 149)),
        (Drawing(40, None), 1200, (40, 150)),
        (Drawing(1, 400), 200, (1, 200)),
        (Drawing(400, 1), 200, (200, 1)),
    ],
)
def test_drawing_without_a_size_is_as_large_as_browsers_show_it(
    drawing: Drawing, most: int, size: tuple[int, int]
) -> None:
    assert drawing.size_within(most) == size


def test_drawing_without_a_size_is_cropped_as_browsers_show_it() -> None:
    halves = '<path fill="red" d="M0 0h150v150H0z"/><path fill="blue" d="M150 0h150v150H150z"/>'
    made = opened(render_cropped_drawing(svg(halves), (30, 60))).convert("RGB")
    assert [made.getpixel((x, 30)) for x in (0, 14, 16, 29)] == [(255, 0, 0)] * 2 + [(0, 0, 255)] * 2


@pytest.mark.parametrize("attributes", ['viewBox="0 0 40 20"', 'width="40" height="20"'])
def test_cropped_drawing_fills_its_size(attributes: str) -> None:
    halves = '<path fill="red" d="M0 0h20v20H0z"/><path fill="blue" d="M20 0h20v20H20z"/>'
    made = opened(render_cropped_drawing(svg(halves, attributes), (30, 60))).convert("RGBA")
    assert made.size == (30, 60)
    assert [made.getpixel((x, y)) for x in (0, 29) for y in (0, 59)] == [(255, 0, 0, 255)] * 2 + [(0, 0, 255, 255)] * 2


def test_png_of_drawing_is_faithful_and_reproducible() -> None:
    ink = 'style="mix-blend-mode: multiply" fill="#ffff00"'
    words = '<text y="30" font-size="30" font-family="Comic Sans MS" fill="#ffffff">Ŵyth</text>'
    shapes = f'<rect width="80" height="40" fill="#00ffff"/><rect width="9" height="9" {ink}/>'
    drawing, plain = (svg(shapes + inside, 'viewBox="0 0 80 40"') for inside in (words, ""))
    made = opened(render_drawing(plain, 1200)).convert("RGB")
    assert (made.getpixel((4, 4)), made.getpixel((60, 4))) == ((0, 255, 0), (0, 255, 255))
    assert render_drawing(drawing, 1200) == render_drawing(drawing, 1200) != render_drawing(plain, 1200)


@given(st.binary(max_size=200) | st.text(alphabet="<>/svg =\"'!&;#", max_size=80).map(lambda text: svg(text)))
def test_any_svg_is_read_or_reported(data: bytes) -> None:
    try:
        assert isinstance(read_drawing(data), Drawing)
    except PictureError as error:
        assert error.fix
