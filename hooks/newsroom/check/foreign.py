"""What in a page's text would make every reader's browser ask another site, and so is not on the page."""

from collections.abc import Iterator

from newsroom.content.document import RawTag, Source
from newsroom.loading import FRAMES, PLAYERS, STARTS_BY_ITSELF, Fate, Loading, source_of
from newsroom.problems import Fault, Problem, shorten
from newsroom.tags import Attribute, Tag, find_tags

_HOSTED = "is hosted on another site, which would learn about every visitor"
_SAVE = "save the picture as a file beside this one and write its name"
_SAY = "delete it, or say the same in words, a link or a picture"


def check_foreign(source: Source, loading: Loading) -> Iterator[Problem]:
    """Warnings of what the page of one file has a link for, or leaves out."""
    place = "the page and its email have" if source.type.has_email else "the page has"
    for reference in source.outline.references:
        if reference.is_image and not reference.is_html and loading.is_elsewhere(reference.target):
            shown = _picture if reference.is_picture else _recording
            yield shown(reference.target, place).at(source.path, reference.line)
    for raw in source.outline.tags:
        for fault in _in_tag(raw, loading, place):
            yield fault.at(source.path, raw.line)


def _in_tag(raw: RawTag, loading: Loading, place: str) -> Iterator[Fault]:
    tag = next(find_tags(raw.source))
    fate = loading.fate(tag)
    if fate is Fate.LINKED:
        yield _linked(tag, place, is_ours=not loading.loads_source(tag))
    elif fate is Fate.LEFT_OUT:
        what = f"`<{tag.name}>` could make readers' browsers ask another site, and is left out of the page"
        yield Fault("html-left-out", what, _SAY)
    else:
        for attribute in tag.attributes:
            if tag.name in PLAYERS and attribute.name in STARTS_BY_ITSELF:
                what = f"`{attribute.name}` in the <{tag.name}> is left out: readers decide what plays"
                yield Fault("autoplay-left-out", what, "delete it")
            if loading.loads(tag, attribute) and not _is_told_as_link(tag, attribute):
                yield _attribute(tag, attribute)


def _linked(tag: Tag, place: str, *, is_ours: bool) -> Fault:
    address = shorten(source_of(tag))
    if tag.name == "img":
        return _picture(address, place)
    if tag.name in FRAMES and (is_ours or not address):
        what = f"the <{tag.name}> cannot be on a page: {place} a link in its place at most"
        return Fault("embed-linked", what, _SAY)
    shown = f"the {tag.name} '{address}'" if tag.name in PLAYERS else f"what the <{tag.name}> shows ('{address}')"
    what = f"{shown} {_HOSTED}: {place} a link to it instead"
    return Fault("embed-linked", what, "write a link with words of your own")


def _picture(address: str, place: str) -> Fault:
    what = f"the picture '{shorten(address)}' {_HOSTED}: {place} a link to it instead"
    return Fault("picture-elsewhere", what, _SAVE)


def _recording(address: str, place: str) -> Fault:
    what = f"the recording '{address}' {_HOSTED}: {place} a link to it instead"
    fix = f"write a link, [What it is]({address}), or save the recording beside this file and write its name"
    return Fault("recording-elsewhere", what, fix)


def _attribute(tag: Tag, attribute: Attribute) -> Fault:
    if attribute.name in ("action", "formaction"):
        to = shorten(attribute.value)
        what = f"the <{tag.name}> would send what readers write to '{to}', and that address is left out"
        return Fault("html-attribute-left-out", what, "write a link to a page there")
    what = f"`{attribute.name}` in the <{tag.name}> could make readers' browsers ask another site, and is left out"
    return Fault("html-attribute-left-out", what, "delete it, or name a file beside this one")


def _is_told_as_link(tag: Tag, attribute: Attribute) -> bool:
    """Whether the check of links says it already."""
    return attribute.name == "href" and tag.name in ("a", "area")
