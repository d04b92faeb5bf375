"""A campaign's text becomes sections, without what only its subscribers or its template need."""

from datetime import datetime

import pytest

from newsroom.importing.mailchimp.campaigns import Campaign
from newsroom.importing.mailchimp.edition import EditionPlace, make_edition
from newsroom.importing.mailchimp.merge_tags import replace_merge_tags, without_merge_tags
from newsroom.importing.source import ImportRefusedError, NoteKind, NoteLog
from tests.support.images import picture
from tests.support.mailchimp import CLASSIC

SENT = datetime(2024, 5, 3)


def made(html: str, subject: str = "News", preview: str = "", has_pictures: bool = False) -> tuple[str, list[str]]:
    """The draft of a campaign: its text, and the notes of which none is only about what was left out."""
    campaign = Campaign("T", subject, preview, "Ann Archer", SENT, "1_t.html")
    place = EditionPlace("newsletters", "2024-05", "News", lambda _name: picture() if has_pictures else None)
    draft = make_edition(campaign, html, place)
    return draft.text, [note.text for note in draft.notes if note.kind is not NoteKind.DROPPED]


def body(html: str) -> str:
    """The Markdown of a text in a block of the classic builder."""
    text, _ = made(f'<table><tr><td class="mcnTextContent">{html}</td></tr></table>')
    return text.split("\n---\n", 1)[1].strip()


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h1>News</h1><h3>One</h3>a<h1>Two</h1>b<h4>Three</h4>c", "## One\n\na\n\n## Two\n\nb\n\n### Three\n\nc"),
        ("<p><span style='font-size:14pt'><b>One</b></span></p>a", "## One\n\na"),
        ("a<br><b style='font-size: 20px'>One</b><br>b", "a\n\n## One\n\nb"),
        ("<h2>One</h2>a<h2>one</h2>b<h2>One</h2>c", "## One\n\na\n\n## one (2)\n\nb\n\n## One (3)\n\nc"),
        ("<h2>One</h2><b style='font-size:20px'>Not</b> a heading", "## One\n\n**Not** a heading"),
        ("<h2>One</h2><p><b>Not large</b></p>", "## One\n\n**Not large**"),
        ("<h2>One</h2><ul><li><b style='font-size:20px'>Item</b></li></ul>", "## One\n\n- **Item**"),
        ("a", "## Hello and welcome\n\na"),
    ],
)
def test_headings_and_large_bold_lines_begin_sections(html: str, markdown: str) -> None:
    assert body(html) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("Hi *|FNAME|*!", "Hi {first name|friend}!"),
        ("Annwyl *|FNAME|*,", "Annwyl {enw cyntaf|gyfaill},"),
        ("*|IF:FNAME|*Hi *|FNAME|*,*|ELSE:|*Hi there,*|END:IF|* a", "Hi {first name|there}, a"),
        ("*|IF:FNAME|*Hi *|FNAME|**|END:IF|* a", "Hi {first name|friend} a"),
        ("*|IF:FNAME|*Hi *|FNAME|**|ELSE:|*<b>x</b>*|END:IF|* a", "Hi {first name|friend} a"),
        ("*|MC:SUBJECT|* of *|LIST:COMPANY|*", "News of "),
        ("*|IF:AGE &gt; 20|*old*|ELSE:|*young*|END:IF|*", "oldyoung"),
        ("*|IF:FNAME|*You*|ELSE:|*All*|END:IF|*", "YouAll"),
        ("5*|6 and *|* a", "5*|6 and *|* a"),
    ],
)
def test_merge_tags_become_a_greeting_or_are_removed(html: str, markdown: str) -> None:
    assert replace_merge_tags(html, "News", NoteLog()) == markdown


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("*|FNAME|*, look!", "Look!"),
        ("Hello, *|FNAME|*!", "Hello!"),
        ("Hello *|FNAME|*, look", "Hello, look"),
        ("a, b", "a, b"),
        ("Hello, *|FNAME|*", "Hello"),
        ("iPads for *|FNAME|*", "iPads for"),
        ("*|FNAME|*: .news", "News"),
        *((f"Hello, *|FNAME|*{sign} a", f"Hello{sign} a") for sign in ".!?:;"),
        *((f"Hello *|FNAME|* {sign} a", f"Hello{sign} a") for sign in ",.!?:;"),
    ],
)
def test_merge_tags_are_removed_from_lines(line: str, plain: str) -> None:
    assert without_merge_tags(line) == plain


@pytest.mark.parametrize(
    ("link", "markdown"),
    [
        ("https://a.example/?utm_source=x&b=1&mc_eid=*|UNIQID|*", "[w](https://a.example/?b=1)"),
        ("https://a.example/?e=*|EMAIL|*", "[w](https://a.example/)"),
        (
            "https://x.us1.list-manage.com/track/click?u=1&id=2&e=3",
            "[w](https://x.us1.list-manage.com/track/click?u=1&id=2)",
        ),
        ("*|LIST:URL|*", "w"),
        ("https://mcusercontent.com/1/files/a.pdf", "[w](https://mcusercontent.com/1/files/a.pdf)"),
    ],
)
def test_links_lead_where_readers_can_follow(link: str, markdown: str) -> None:
    assert body(f'<h2>A</h2><p><a href="{link}">w</a></p>') == f"## A\n\n{markdown}"


@pytest.mark.parametrize(
    "line",
    [
        "<a href='*|ARCHIVE|*'>Read online</a>",
        "View this email in your browser",
        "Gweld yr e-bost hwn yn eich porwr",
        "You are receiving this email because you came to tea.",
        "Copyright © 2024 Elm Street",
        "<a href='https://x.list-manage.com/profile?u=1'>Your preferences</a>",
        "<a href='*|FORWARD|*'>Forward</a>",
        "Our mailing address is:</p><p>1 Elm Street",
        "<img src='https://cdn-images.mailchimp.com/monkey_rewards/MC_MonkeyReward_15.png'>",
    ],
)
def test_lines_for_subscribers_are_left_out(line: str) -> None:
    kept = "<p>The view from the garden is open to all who forward their hopes.</p>"
    for html in (f"<h2>A</h2>{kept}<p>{line}</p>", f"<table><tr><td><p>{line}</p></td></tr></table><h2>A</h2>{kept}"):
        assert made(html)[0].endswith(
            "\n---\n\n## A\n\nThe view from the garden is open to all who forward their hopes.\n"
        )


def test_text_beside_blocks_is_reported() -> None:
    campaign = Campaign("T", "News", "", "", SENT, "1_t.html")
    place = EditionPlace("newsletters", "2024-05", "News", lambda _name: None)
    lines = "".join(f"<p>Lonely words {number}</p>" for number in range(20))
    draft = make_edition(campaign, f"{lines}<div class='mceText'><p>Kept</p></div>", place)
    (note,) = (note.text for note in draft.notes if "template" in note.text)
    assert all(f"“Lonely words {number}”" in note for number in range(20))


@pytest.mark.parametrize("name", ["mcnCodeBlock", "mceBlockContainer"])
def test_block_of_html_is_in_the_text(name: str) -> None:
    table = "<table><tr><th>Day</th><th>Place</th></tr><tr><td>Monday</td><td>The hall</td></tr></table>"
    code = f"<table class={name}><tr><td><h2>Tea</h2>{table}<p>Come.</p></td></tr></table>"
    text, _ = made(
        f"<div class=mceText><p>Hello.</p></div>{code}<div class='mceText mceBlockContainer'><p>Bye.</p></div>"
    )
    assert text.endswith("Hello.\n\n## Tea\n\n| Day | Place |\n| --- | --- |\n| Monday | The hall |\n\nCome.\n\nBye.\n")


@pytest.mark.parametrize(
    ("subject", "preview", "lines", "said"),
    [
        ("Short", "A line that is neither too short nor too long.", ["subject: Short", "preheader: A line"], []),
        ("word " * 14, "", ["subject: 'To confirm: word word"], ["`subject` was cut to 60 characters"]),
        ("Short", "word " * 30, ["preheader: 'To confirm: word"], ["`preheader` was cut to 110 characters"]),
        ("Hi *|FNAME|*", "", ["subject: Hi"], ["The subject is without merge tags"]),
    ],
)
def test_lines_for_inboxes_are_never_cut_in_silence(
    subject: str, preview: str, lines: list[str], said: list[str]
) -> None:
    text, notes = made("<p>Words.</p>", subject.strip(), preview.strip())
    front = text.split("\n")
    assert [any(each.startswith(line) for each in front) for line in lines] == [True] * len(lines), text
    assert [any(note.startswith(words) for note in notes) for words in said] == [True] * len(said), notes
    assert max(len(line) for line in front if line.startswith("subject")) <= len("subject: ''") + 60
    known = [line for line in front if line.startswith(("from", "- name", "sent", "date", "draft"))]
    assert known == ["from:", "- name: Ann Archer", "sent: 2024-05-03", "date: 2024-05-03", "draft: true"]


def test_preview_is_found_without_the_characters_that_fill_the_line() -> None:
    fillers = "&nbsp;&zwnj;&#847; " * 20
    for html in (
        f'<span class="mcnPreviewText" style="display:none">Tŷ, a line of words{fillers}</span><p>Words.</p>',
        f'<div class="preheader" style="display:none">Tŷ, a line of words{fillers}</div><p>Words.</p>',
        "<table><tr><td id=templatePreheader><p>Tŷ, a line of words</p><p><a href='*|ARCHIVE|*'>View</a></p></td></tr>"
        "</table><p>Words.</p>",
    ):
        text, _ = made(html)
        assert "\npreheader: Tŷ, a line of words\n" in text
        assert text.endswith("\n---\n\n## Hello and welcome\n\nWords.\n")


def test_picture_of_mailchimp_is_taken_from_the_folder_or_is_to_be_added() -> None:
    html = '<p>Before it.</p><img class="mceImage" alt="A tree" src="https://mcusercontent.com/1/images/a%20b.png">'
    assert "![A tree](2024-05-picture-1.png)" in made(html, has_pictures=True)[0]
    undescribed = html.replace('alt="A tree"', 'alt="" role="presentation"')  # so does Mailchimp write it
    assert "![](2024-05-picture-1.png)" in made(undescribed, has_pictures=True)[0]
    text, notes = made(html)
    assert "mcusercontent" not in text
    linked, _ = made(f'<p>Before it.</p><a href="https://film.example/1">{html.partition("</p>")[2]}</a>')
    assert linked.endswith("Before it.\n\n[A tree](https://film.example/1)\n")
    assert any(note.startswith("a b.png (“A tree”) is not in the folder of pictures") for note in notes)


@pytest.mark.parametrize("html", ["", "<p>  </p>", "<p><a href='*|UNSUB|*'>Unsubscribe</a></p>"])
def test_campaign_without_text_is_refused(html: str) -> None:
    with pytest.raises(ImportRefusedError, match="It has no text"):
        made(html)


def test_characters_that_cannot_be_in_a_file_are_removed() -> None:
    assert body("<h2>A&#1;</h2><a href='https://a.example/&#2;'>w&#10;x</a>\x0b") == "## A\n\n[w x](https://a.example/)"
    raw = "".join(map(chr, (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF)))
    assert body(f"<h2>A</h2><p>w{raw}x</p>") == "## A\n\nwx"


def test_nothing_of_the_template_is_left() -> None:
    assert "PLANTED" not in made(CLASSIC, has_pictures=True)[0]
