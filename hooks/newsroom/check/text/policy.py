"""Reports what :mod:`newsroom.markup.policy` removes from a page or replaces by a link."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from newsroom.check.text.leftovers import is_placeholder_tag
from newsroom.content.document import Source
from newsroom.content.local_files import find_local_place
from newsroom.content.outline import RawTag
from newsroom.markup import policy
from newsroom.markup.alignment import CENTERED
from newsroom.markup.links import parse_srcset
from newsroom.markup.watch_address import watch_address
from newsroom.problems import Fault, Problem, shorten

_HOSTED_ELSEWHERE = "is hosted on another site, which would learn about every visitor"
_SAVE_PICTURE = "save the picture as a file beside this one and write its name"
_SAY_OTHERWISE = "delete it, or say the same in words, a link or a picture"
_WRITE_LINK = "write a link with words of your own"


def check_policy(source: Source, site_url: str) -> Iterator[Problem]:
    """Warnings about content of one file that is removed or replaced by a link."""
    checker = _Checker(source, site_url)
    for reference in source.outline.references:
        if reference.is_image and not reference.is_html and policy.is_on_another_host(reference.target, site_url):
            shown = checker.picture_fault if reference.is_picture else checker.recording_fault
            yield shown(reference.target).at(source.path, reference.line)
    replaced = dict(_replaced_players(source.outline.tags, site_url))
    for index, tag in enumerate(source.outline.tags):
        faults = [checker.player_fault(*replaced[index])] if index in replaced else checker.find_tag_faults(tag)
        for fault in faults:
            yield fault.at(source.path, tag.line)


def _replaced_players(tags: Sequence[RawTag], site_url: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """The place of each `<source>` on another site whose player becomes a link, with the player and the address."""
    for start, player in enumerate(tags):
        if player.name in policy.PLAYERS and player.get("src") is None:
            parts = takewhile(lambda part: part[1].name in ("source", "track"), enumerate(tags[start + 1 :], start + 1))
            addresses = {index: tag.get("src") or "" for index, tag in parts if tag.name == "source"}
            if all(policy.is_on_another_host(address, site_url) for address in addresses.values()):
                yield from ((index, (player.name, address)) for index, address in addresses.items())


class _Checker:
    def __init__(self, source: Source, site_url: str) -> None:
        self._site_url = site_url
        self._is_emailed = source.type.has_email
        self._place = "the page and its email have" if self._is_emailed else "the page has"

    def find_tag_faults(self, tag: RawTag) -> Iterator[Fault]:
        """The faults of a tag that is removed, replaced or changed."""
        attributes = dict(tag.attributes)
        if tag.name in policy.EMBEDS:
            if not _is_named_video(tag):
                yield self._embed_fault(tag)
        elif tag.name in policy.IGNORED:
            what = f"`<{tag.name}>` is left out of the page, which has it already; the words in it stay"
            yield Fault("html-left-out", what, "delete it")
        elif policy.is_hidden(attributes):
            what = f"the <{tag.name}> is hidden from readers, so that all of it is left out of the page"
            yield Fault("html-hidden", what, "delete it, or show it")
        elif policy.is_removed(tag.name, attributes):
            what = f"`<{tag.name}>` is not allowed, and is left out of the page with all it holds"
            yield Fault("html-left-out", what, _SAY_OTHERWISE)
        elif is_placeholder_tag(tag):
            return
        elif tag.name not in policy.WEB.tags | {CENTERED}:
            what = f"`<{tag.name}>` is not allowed, and is left out of the page; the words in it stay"
            yield Fault("html-left-out", what, "delete it")
        else:
            yield from self._find_loading_faults(tag, attributes)
            for name in policy.dropped_attributes(tag.name, attributes):
                yield _dropped_fault(tag, name)
        if self._is_emailed and tag.name in (*policy.PLAYERS, "iframe") and not (tag.get("title") or "").strip():
            what = f"the <{tag.name}> has no title, which its link in the email needs"
            yield Fault("email-recording-title-missing", what, 'write title="what it is" in it')

    def picture_fault(self, address: str) -> Fault:
        """The fault of a picture on another site."""
        what = f"the picture '{shorten(address)}' {_HOSTED_ELSEWHERE}: {self._place} a link to it instead"
        return Fault("picture-elsewhere", what, _SAVE_PICTURE)

    def recording_fault(self, address: str) -> Fault:
        """The fault of a recording on another site."""
        what = f"the recording '{address}' {_HOSTED_ELSEWHERE}: {self._place} a link to it instead"
        fix = f"write a link, [What it is]({address}), or save the recording beside this file and write its name"
        return Fault("recording-elsewhere", what, fix)

    def player_fault(self, name: str, address: str) -> Fault:
        """The fault of a player with a recording on another site."""
        shown = shorten(policy.normalise_address(address))
        what = f"the {name} '{shown}' {_HOSTED_ELSEWHERE}: {self._place} a link to it instead"
        return Fault("embed-linked", what, _WRITE_LINK)

    def _embed_fault(self, tag: RawTag) -> Fault:
        address = shorten(policy.normalise_address(tag.get("data" if tag.name == "object" else "src") or ""))
        if not address or tag.get("srcdoc") is not None or not policy.is_allowed_link(address):
            what = f"the <{tag.name}> is not allowed, and is left out of the page with all it holds"
            return Fault("html-left-out", what, _SAY_OTHERWISE)
        if policy.is_on_another_host(address, self._site_url):
            what = f"what the <{tag.name}> shows ('{address}') {_HOSTED_ELSEWHERE}: {self._place} a link to it instead"
        else:
            what = f"the <{tag.name}> cannot be on a page: {self._place} a link to '{address}' instead"
        return Fault("embed-linked", what, _WRITE_LINK)

    def _find_loading_faults(self, tag: RawTag, attributes: dict[str, str]) -> Iterator[Fault]:
        for name in policy.LOADED_ATTRIBUTES.get(tag.name, ()):
            address = attributes.get(name, "")
            is_reported = tag.name in ("img", *policy.PLAYERS) and name == "src" and find_local_place(address)
            if is_reported or not policy.is_on_another_host(address, self._site_url):
                continue
            if tag.name == "img":
                yield self.picture_fault(policy.normalise_address(address))
            elif tag.name in policy.PLAYERS and name == "src":
                yield self.player_fault(tag.name, address)
            else:
                yield _other_site_fault(tag, name)
        listed = parse_srcset(attributes.get("srcset", ""))
        if any(policy.is_on_another_host(address, self._site_url) for address, _ in listed):
            yield _other_site_fault(tag, "srcset")


def _is_named_video(tag: RawTag) -> bool:
    """Whether a frame shows a video, and has a title for the link that replaces it, as the guide asks."""
    is_plain = tag.name == "iframe" and tag.get("srcdoc") is None
    address = policy.normalise_address(tag.get("src") or "")
    return is_plain and bool((tag.get("title") or "").strip()) and watch_address(address) is not None


def _other_site_fault(tag: RawTag, name: str) -> Fault:
    what = f"`{name}` in the <{tag.name}> could make readers' browsers ask another site, and is left out"
    return Fault("html-attribute-left-out", what, "delete it, or name a file beside this one")


def _dropped_fault(tag: RawTag, name: str) -> Fault:
    if tag.name in policy.PLAYERS and name in policy.AUTOPLAY_ATTRIBUTES:
        what = f"`{name}` in the <{tag.name}> is left out: readers decide what plays"
        return Fault("autoplay-left-out", what, "delete it")
    part = "a part of " if name in ("class", "style") else ""
    what = f"{part}`{name}` in the <{tag.name}> is not allowed, and is left out"
    return Fault("html-attribute-left-out", what, "delete it")
