"""What people write in the browser editor passes the check, and what they do not touch stays as it was."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from PIL import Image
from playwright.sync_api import FilePayload, expect

from tests.browser.editor.page import LONG, EditorPage
from tests.browser.editor.repository import FULL
from tests.support import problems_in, small_newsroom

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
COLLECTIONS = {"docs": "other-pages"}
OPENED_AGAIN = ("vacancies", "principles")
"""The kinds with a day or a number: ``test_saving_changes_nothing_else`` opens files with fields of all other sorts."""
WORD_ITEM = (
    "<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
    "<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>{}<o:p></o:p></p>"
)
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
    editor.write_body("## Hello\nWords.")


def test_new_item_of_each_kind_passes_the_check_and_opens_again(editor: EditorPage, tmp_path: Path) -> None:
    written = {}
    for collection in editor.config["collections"]:
        if collection["name"] == "stories":
            continue
        editor.go(f"collections/{collection['name']}/new")
        fill_needed_fields(editor, collection)
        stem = STEMS.get(collection["name"], f"a-new-{collection['label_singular'].lower()}")
        if stem[0].isdigit():
            editor.rename(stem)
        path = f"{collection['folder']}/{stem}.md"
        written[path] = editor.save(path)
        if collection["name"] not in OPENED_AGAIN:
            continue
        editor.go(f"collections/{collection['name']}/entries/{stem}")
        title = collection["identifier_field"]
        editor.wait_for_text("Words.")
        old = editor.field(title).get_by_role("textbox").input_value()
        editor.write(title, f"{old}, again")
        assert editor.save(path) == written[path].replace(old, f"{old}, again", 1)
    assert problems_in(tmp_path, {**small_newsroom(), **written}) == []


def test_story_with_picture_and_consent_is_written_as_by_hand(editor: EditorPage, tmp_path: Path) -> None:
    """Once it is complete: before, the form says what is missing."""
    photo, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "A camera"
    Image.new("RGB", (3000, 2000), "#446622").save(photo, "JPEG", exif=exif)
    editor.go("collections/stories/new")
    editor.write("date", "5 May 2024")
    editor.page.get_by_role("button", name="Save", exact=True).click()
    title = editor.field("title")
    expect(title.get_by_role("alert").or_(title.locator(".validation"))).to_contain_text("required")
    expect(editor.field("date").locator(".validation")).to_contain_text("not right")
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
    editor.write_body("She grew beans.\n")
    editor.paste("".join(WORD_ITEM.format(words) for words in ("for soup", "for seed")))
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
    assert body == "\nShe grew beans.\n\n- for soup\n- for seed\n"
    picture_file = editor.read("stories/our-garden-1.webp")
    with Image.open(BytesIO(picture_file)) as stored:
        assert (stored.format, stored.size, dict(stored.getexif())) == ("WEBP", (2400, 1600), {})
    written: dict[str, str | bytes] = {"stories/maggie-s-garden.md": text, "stories/our-garden-1.webp": picture_file}
    assert problems_in(tmp_path, {**small_newsroom(), **written}) == []


def test_saving_changes_nothing_else(editor: EditorPage) -> None:
    for path, text in FULL.items():
        folder, _, name = path.removesuffix(".md").rpartition("/")
        editor.go(f"collections/{COLLECTIONS.get(folder, folder)}/entries/{name}")
        editor.wait_for_text(re.findall(r"\w{3,}", re.sub(r"\]\([^)]*\)", "", text))[-1])
        editor.write("title", "Changed")
        saved = editor.save(path)
        (_, front_before, body_before), (_, front_after, body_after) = (t.split("---\n", 2) for t in (text, saved))
        before, after = (yaml.load(f, yaml.BaseLoader) for f in (front_before, front_after))  # noqa: S506 - texts only
        assert after == {**before, "title": "Changed"}
        assert body_after == body_before
