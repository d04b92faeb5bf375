"""What each channel shows of content in every state (tests/golden/library.txt)."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsroom.content.accessibility import RECORD, parse_record
from newsroom.content.consent_limits import Channel
from newsroom.content.dates import parse_date
from newsroom.content.document import AnyDocument
from newsroom.content.library import Library
from newsroom.content.model import Consent
from newsroom.content.types import DATED_TYPES, TOPIC_TYPES
from newsroom.content.withdrawals import Withdrawal
from newsroom.problems import Problem
from newsroom.read import load_content
from tests.support import TODAY, small_newsroom, write_files
from tests.support.golden import Golden, difference
from tests.support.images import SVG, picture
from tests.support.items import CONSENT, area, easy, event, newsletter, page, publication, story, vacancy
from tests.support.pdfs import pdf

_TOMORROW = str(TODAY + timedelta(days=1))
_YESTERDAY = str(TODAY - timedelta(days=1))
_LINK = "https://elm.example/stories/gone/?a#b"


def _consent(number: int, **fields: object) -> dict[str, object]:
    return CONSENT | {"ref": f"elm-{number}"} | fields


_EXPIRED = _consent(2, review_by=_YESTERDAY)
_HELD = _consent(3, scope=["web", "email"], feed_ended="2026-11-02")
_FILES: dict[str, str | bytes] = {
    **small_newsroom(),
    "stories/today.md": story(title="Today", date=str(TODAY)),
    "stories/tomorrow.md": story(title="Tomorrow", date="2020", added=_TOMORROW),
    "stories/month.md": story(title="Month", date="2026-12", image={"src": "jean.png", "alt": "Jean"}),
    "stories/undated.md": story(title="Undated", date=str(TODAY), undated=True),
    "stories/draft.md": story(title="Draft", draft=True),
    "stories/draft.cy.md": story(title="Drafft"),
    "stories/gone.md": story("![](gone-2.png)", title="Gone", consent=_consent(1, withdrawn="2026-11-01"),
                             id="urn:elm:1", redirect_from=["/old/gone/", "/?p=1"]),
    "stories/gone.cy.md": story(title="Wedi mynd", redirect_from=["/hen/"]),
    "stories/gone-2.png": picture(),
    "stories/stub.md": "---\nwithdrawn: 2026-11-03\nid: urn:elm:2\nredirect_from: [/s/]\ntopics: [areas/elmham]\n---\n",
    "stories/broken.md": "---\ntitel: X\nconsent: {withdrawn: 2026-01-01}\n---\n\n![](broken.jpg) ![](drawn.svg)\n",
    "stories/broken.cy.md": story(title="Wedi torri"),
    "stories/broken.jpg": picture(form="JPEG"),
    "stories/drawn.svg": SVG,
    "stories/expired.md": story("![](jean.png) ![](drawn.svg)", title="Expired", consent=_EXPIRED),
    "stories/expired.easy.md": easy("![](easy.png)"),
    "stories/easy.png": picture(),
    "stories/jean.png": picture(),
    "stories/due.md": story(title="Due", consent=_consent(9, review_by=str(TODAY))),
    "stories/held.md": story("[Hear](talk.mp3) [PDF](held.pdf)", title="Held", people=True, consent=_HELD),
    "stories/held.cy.md": story(title="Cadw", consent=_consent(3, scope=["web", "feed"])),
    "stories/talk.mp3": b"ID3\x04\x00\x00\x00\x00\x00\x00",
    "stories/talk.vtt": "WEBVTT\n",
    "stories/held.pdf": pdf(),
    "stories/feed-only.md": story(title="Feed only", consent=_consent(4, scope=["feed"])),
    "newsletters/2026-11.md": newsletter(title="No email", email=False),
    "newsletters/2026-10.md": newsletter(title="October", consent=_consent(5, scope=["web", "feed"])),
    "newsletters/2026-10.cy.md": newsletter(title="Hydref", consent=_consent(5)),
    "publications/later.md": publication(title="Later", expected="2027"),
    "docs/events/next.md": event(title="Next", starts=f"{TODAY} 00:01", booking=_LINK, online="https://elm.example/hen"),
    "docs/events/over.md": event(title="Over", starts=f"{_YESTERDAY} 10:00"),
    "docs/events/older.md": event(title="Older", starts="2026-11-01", booking="https://o.example/stories/gone/"),
    "docs/vacancies/open.md": vacancy(title="Open", closes=str(TODAY), link="https://elm.example/stories/held/"),
    "docs/low.md": page(title="Low", search="none"),
    "docs/low.easy.md": easy(title="Easy low"),
    "docs/lost.easy.md": easy(title="No page"),
    "docs/areas/alder.md": area(name="alder", contact={"name": "A", "link": "https://elm.example/old/gone"}),
    "docs/areas/elmham.cy.md": area(name="Llwyfen"),
    "docs/areas/draft.md": area(name="Draft", draft=True),
}  # fmt: skip


def test_library_matches_golden_file(tmp_path: Path, golden: Golden) -> None:
    """The file has all of a site's, and what differs in previews and where expired items are hidden."""
    write_files(tmp_path, _FILES)
    content = load_content(tmp_path, ("en", "cy"))

    def described(*, preview: bool, hides_expired: bool) -> str:
        library = Library(
            content.documents,
            today=TODAY,
            preview=preview,
            withdrawals=content.withdrawals,
            hides_expired=hides_expired,
            site_url="https://elm.example/",
        )
        lines = [line for document in library.documents for line in _document(library, document)]
        shown = library.as_preview()
        lines += (*_whole(library, content.paths, content.drafts), f"as preview: {_paths(shown.pages(Channel.WEB))}")
        lines.append(f"cards of pages without a document: {library.has_card(None)}, {shown.has_card(None)}")
        return "\n".join([*lines, ""])

    site = described(preview=False, hides_expired=False)
    parts = [site]
    for preview, hides_expired in ((False, True), (True, False), (True, True)):
        parts.append(f"# preview {preview}, expired items are hidden {hides_expired}\n")
        parts.append(difference(site, described(preview=preview, hides_expired=hides_expired)))
    golden.check("library.txt", "".join(parts).encode())


def _paths(documents: Iterable[AnyDocument]) -> str:
    return " ".join(document.path for document in documents)


def _document(library: Library, document: AnyDocument) -> Iterator[str]:
    consent, channels = library.consent, [*Channel]
    yield f"# {document.path}: {document.item_key}, {document.sort_key}, brief {document.is_brief}"
    for name, on in (("shows", library.shows), ("permits", library.permits)):
        yield f"{name}: {' '.join(channel for channel in channels if on(document, channel))}"
    yield f"hidden: {' '.join(channel for channel in channels if consent.hides(document.path, channel))}"
    for channel in channels:
        altered = consent.as_shown(document, channel).front
        gone = [name for name, value in document.front if value != getattr(altered, name)]
        if gone:
            yield f"on {channel} without {gone}"
    days = (library.first_shown(document), library.is_waiting(document), library.is_over(document))
    yield f"from {days[0]}, waiting {days[1]}, over {days[2]}, withdrawn {consent.is_withdrawn(document.path)}"
    yield f"shared {library.may_be_shared(document)}, card {library.has_card(document)}"
    yield f"email {library.links_to_email(document)}, versions: {_paths(library.versions(document))}"
    yield f"versions on the web: {_paths(library.translations(document, Channel.WEB))}"
    easy_one, main = library.easy_version(document), library.page_of(document)
    yield f"easy: {easy_one and easy_one.path}, page: {main and main.path}, expired {consent.has_expired(document)}"


def _whole(library: Library, paths: Iterable[str], drafts: Iterable[str]) -> Iterator[str]:
    yield f"# all: unfinished {library.shows_unfinished}, indexed {library.is_indexed}"
    yield f"pages without a document are shared: {library.may_be_shared(None)}"
    yield f"waiting: { {path: str(day) for path, day in library.waiting.items()} }"
    yield f"unseen: {sorted(library.unseen_paths(paths, drafts))}"
    for channel in Channel:
        yield f"pages on {channel}: {_paths(library.pages(channel))}"
        yield f"hidden on {channel}: {sorted(library.consent.hidden(channel))}"
        for lang in ("en", "cy"):
            yield f"newest on {channel} in {lang}: {_paths(library.newest(channel, lang))}"
            yield f"past on {channel} in {lang}: {_paths(library.past(channel, lang, DATED_TYPES))}"
            yield f"topics on {channel} in {lang}: {_paths(library.all_topics(channel, lang))}"
    yield f"events: {_paths(library.newest(Channel.WEB, 'en', [*DATED_TYPES[-2:], *TOPIC_TYPES]))}"
    yield f"expired: {_paths(library.consent.expired)}"
    for name, found in (
        ("withdrawals", library.consent.withdrawals),
        ("ended in feeds", library.consent.ended_in_feeds()),
        ("taken from feeds", library.taken_from_feeds()),
        ("taken down", library.taken_down()),
    ):
        yield f"{name}:"
        yield from map(_withdrawal, found)


def _withdrawal(item: Withdrawal) -> str:
    known = f"{item.path} {item.state} {item.lang} {item.url} {item.day and item.day.isoformat()} {item.own_id}"
    changes = [day.isoformat() for day in item.changes]
    days = [item.day.last_day + timedelta(days=after) for after in (60, 61)] if item.day else []
    announced = [item.is_announced(day) for day in (*days, TODAY)]
    return f"  {known} {item.old_addresses} {sorted(item.topics)} {sorted(item.files)} {changes} {announced}"


@pytest.mark.parametrize(
    ("fields", "left", "ended"),
    [
        ({"review_by": "2026-11-22"}, 0, None),
        ({"review_by": "2026-11-21"}, -1, "2026-11-22"),
        ({"review_by": "2027-01-21"}, 60, None),
        ({"review_by": "2027-01-22"}, 61, None),
        ({"review_by": "2027"}, 40, None),
        ({"withdrawn": "2026-11"}, None, "2026-11"),
        ({"scope": ["web"], "feed_ended": "2026-11-01"}, None, "2026-11-01"),
        ({"scope": ["feed"], "feed_ended": "2026-11-01"}, None, "2026-11-01"),
        ({"scope": ["web"], "withdrawn": "2026-11-02", "feed_ended": "2026-11-01"}, None, "2026-11-02"),
        ({"feed_ended": "2026-11-01"}, None, None),
        ({}, None, None),
    ],
)
def test_consent_ends_after_the_day_of_its_review(
    fields: dict[str, object], left: int | None, ended: str | None
) -> None:
    consent = Consent.model_validate(CONSENT | fields)
    assert consent.days_left(TODAY) == left
    assert consent.left_feeds(TODAY) == (ended and parse_date(ended))
    assert consent.has_expired(TODAY) == (left is not None and left < 0)
    assert consent.is_review_due(TODAY) == (left is not None and left <= 60)
    assert [consent.allows(scope) for scope in ("web", "email")] == ["web" in consent.scope, len(consent.scope) == 4]


def test_record_is_read_or_an_error() -> None:
    text = '{"tested": "2026-01-02", "tool": "a", "version": "1", "browser": "b", "pages": [""], "palettes": ["dark"]'
    record = parse_record(f'{text}, "widths": [320]}}')
    assert not isinstance(record, Problem)
    assert (record.day.isoformat(), record.violations) == ("2026-01-02", 0)
    for rest in ('"widths": []', '"widths": [0]', '"widths": [320], "violations": 1', '"widths": [320], "more": 1'):
        problem = parse_record(f"{text}, {rest}}}")
        assert isinstance(problem, Problem)
        assert (problem.path, problem.line) == (RECORD, None)
