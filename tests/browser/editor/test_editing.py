"""What people write in the browser editor passes the check, and what they do not touch stays as it was."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from PIL import Image
from playwright.sync_api import BrowserContext, FilePayload, expect

from tests.browser.editor.page import LONG, EditorPage, open_editor
from tests.support import NEWSROOM, problems_in, small_newsroom

MARKDOWN = """\
Some *em*phasis in a **bo**ld word, ***both***, ~~gone~~, `code`, a_b_c and 2*3*4, with a hard break\\
and another{BREAK}
and *words with a language*{ lang=cy }.

- one
- two
  - nested
  - nested again

    a paragraph
- three

* another list

3. three
4. four

| a | b |
|---|:-:|
| 1 | **2** |
| x \\| y | z |

A [link](https://elm.example/a_b "Title"), <https://auto.example>, https://bare.example/a_b_c and [ref][1].

[1]: https://ref.example

![A drawing](../docs/assets/drawing.svg "A caption"){ .wide }

> A quotation
> of two lines
>
> and two paragraphs

!!! note
    A box, with an abbreviation: LAC

A note[^1].

[^1]: The note.

## A heading { #own-id }

```
code block
  indented
```

<div>HTML <b>with bold</b></div>

Escapes: \\* \\_ \\[x\\] & &amp; &copy; 5 < 6 H~2~O “quotes” …

*[LAC]: Local Area Coordination

[Button](x.md){ .button }
""".replace("{BREAK}", "  ")
EXAMPLES = {
    "title": "A new %s",
    "name": "New Elmham",
    "date": "2024-05-06",
    "starts": "2024-06-01 10:00",
    "closes": "2024-06-30",
    "link": "https://jobs.example/gardener",
    "subject": "Autumn on Elm Street",
    "order": "2",
}
"""Words for fields that need some; all others get a long sentence."""
FROZEN = ("docs/about.md", "newsletters/2023-12.md", "stories/maggies-story.md")
"""Files of the frozen newsroom with most of what its texts have."""
COLLECTIONS = {"docs": "other-pages"}
STEMS = {"areas": "new-elmham", "newsletters": "2024-05"}
"""The names of new files that are not made from "A new story" and the like."""


def fill_needed_fields(editor: EditorPage, collection: dict[str, Any]) -> None:
    """Fill all fields of a new item that are needed, and its text."""
    for field in collection["fields"]:
        name, example = field["name"], EXAMPLES.get(field["name"], LONG)
        if not field["required"] and name not in ("date", "place"):
            continue
        if field["widget"] == "select":
            editor.choose(name, field["options"][-1]["label"])
        elif field["widget"] == "list":
            editor.field(name).get_by_role("button", name="Add").click()
            editor.write(f"{name}.0.{field['fields'][0]['name']}", "Ada Elm")
        elif field["widget"] == "number":
            editor.field(name).locator("input").first.fill(example)
        else:
            editor.write(name, example.replace("%s", collection["label_singular"].lower()))
    editor.write_body("## Hello\nWhat happened, in some words.")


def test_new_item_of_each_kind_passes_the_check_and_opens_again(
    new_window: BrowserContext, editor_address: str, tmp_path: Path
) -> None:
    editor = open_editor(new_window, editor_address, small_newsroom())
    written = {}
    for collection in editor.config["collections"]:
        editor.go(f"collections/{collection['name']}/new")
        fill_needed_fields(editor, collection)
        stem = STEMS.get(collection["name"], f"a-new-{collection['label_singular'].lower()}")
        if stem[0].isdigit():
            editor.rename(stem)
        path = f"{collection['folder']}/{stem}.md"
        written[path] = editor.save(path)
    assert problems_in(tmp_path, {path: content.decode() for path, content in editor.files().items()}) == []
    for collection, (path, text) in zip(editor.config["collections"], written.items(), strict=True):
        editor.go(f"collections/{collection['name']}/entries/{Path(path).stem}")
        title = collection["identifier_field"]
        editor.wait_for_text("in some words.")
        old = editor.field(title).get_by_role("textbox").input_value()
        editor.write(title, f"{old}, again")
        assert editor.save(path) == text.replace(old, f"{old}, again", 1)
    assert editor.faults == []
    assert {urlsplit(url).netloc for url in editor.requests} == {urlsplit(editor_address).netloc}


def test_story_with_picture_and_consent_is_written_as_by_hand(
    new_window: BrowserContext, editor_address: str, tmp_path: Path
) -> None:
    photo, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "A camera"
    Image.new("RGB", (3000, 2000), "#446622").save(photo, "JPEG", exif=exif)
    editor = open_editor(new_window, editor_address, small_newsroom())
    editor.go("collections/stories/new")
    for name, words in (("title", "Maggie’s gârden"), ("date", "2024-02"), ("summary", LONG)):
        editor.write(name, words)
    editor.choose("kind", "Story")
    editor.add("author")
    editor.write("author.name", "Ada Elm")
    editor.add("image")
    editor.field("image.src").get_by_role("button", name="Browse").click()
    dialog = editor.page.get_by_role("dialog")
    picture: FilePayload = {"name": "Our Garden (1).JPG", "mimeType": "image/jpeg", "buffer": photo.getvalue()}
    dialog.locator("input[type=file]").last.set_input_files(picture)
    dialog.get_by_role("button", name="Insert").click()
    editor.write("image.alt", "A garden with beans and roses")
    editor.add("consent")
    editor.write("consent.ref", "S-012")
    editor.write("consent.given", "2024-01-31")
    for name, label in (("basis", "Consent"), ("identity", "First name"), ("scope", "Web"), ("scope", "Feed")):
        editor.choose(f"consent.{name}", label)
    editor.write_body("She grew beans.")
    text = editor.save("stories/maggie-s-garden.md")
    _, front, body = text.split("---\n")
    assert yaml.load(front, yaml.BaseLoader) == {  # noqa: S506 - texts only
        "title": "Maggie’s gârden",
        "date": "2024-02",
        "kind": "story",
        "summary": LONG,
        "author": "Ada Elm",
        "image": {"src": "our-garden-1.webp", "alt": "A garden with beans and roses"},
        "consent": {
            "ref": "S-012",
            "basis": "consent",
            "identity": "first-name",
            "scope": ["web", "feed"],
            "given": "2024-01-31",
        },
    }
    assert body == "\nShe grew beans.\n"
    files = editor.files()
    with Image.open(BytesIO(files["stories/our-garden-1.webp"])) as stored:
        assert (stored.format, stored.size, dict(stored.getexif())) == ("WEBP", (2400, 1600), {})
    found = {p: content if p.endswith(".webp") else content.decode() for p, content in files.items()}
    assert problems_in(tmp_path, found) == []


def test_form_says_what_is_missing(new_window: BrowserContext, editor_address: str) -> None:
    editor = open_editor(new_window, editor_address, small_newsroom())
    editor.go("collections/stories/new")
    editor.write("date", "5 May 2024")
    editor.page.get_by_role("button", name="Save", exact=True).click()
    expect(
        editor.field("title").get_by_role("alert").or_(editor.field("title").locator(".validation"))
    ).to_contain_text("required")
    expect(editor.field("date").locator(".validation")).to_contain_text("not right")


def test_saving_changes_nothing_else(new_window: BrowserContext, editor_address: str) -> None:
    front = '---\ntitle: "2023"\ndate: 2023\nkind: report\nsummary: W\nisbn: 0123456789\nauthors: [Ada Elm]\n'
    front += "editors: [Bo, {given: A, family: B}]\nredirect_from: [/assets/x.pdf]\n---\n\n"
    frozen = {path: (NEWSROOM / path).read_text("utf-8") for path in FROZEN}
    files = {**frozen, "publications/growing.md": f"{front}{MARKDOWN}"}
    editor = open_editor(new_window, editor_address, files)
    for path, text in files.items():
        folder, _, name = path.removesuffix(".md").rpartition("/")
        editor.go(f"collections/{COLLECTIONS.get(folder, folder)}/entries/{name}")
        editor.wait_for_text(re.findall(r"\w{3,}", re.sub(r"\]\([^)]*\)", "", text))[-1])
        editor.write("title", "Changed")
        saved = editor.save(path)
        (_, front_before, body_before), (_, front_after, body_after) = (t.split("---\n", 2) for t in (text, saved))
        before, after = (yaml.load(f, yaml.BaseLoader) for f in (front_before, front_after))  # noqa: S506 - texts only
        assert after == {**before, "title": "Changed"}
        assert body_after == body_before
