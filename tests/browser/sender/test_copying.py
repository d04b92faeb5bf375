"""The sender's page: copying and downloading the email, for one mail tool at a time."""

from playwright.sync_api import expect

from tests.browser.sender.page import EMAIL, SUBJECT, Open, Site, frame
from tests.support.html import text_of

SELECTED = "The text is selected: press Ctrl+C, or ⌘C on a Mac."
FORBID = "() => { Object.defineProperty(navigator, 'clipboard', {value: undefined}); }"


def test_copy_buttons_write_to_the_clipboard(open_page: Open, site: Site) -> None:
    page = open_page(permissions=("clipboard-read", "clipboard-write"))
    for button, text in (
        ("Copy HTML", site.text("mailchimp.html")),
        ("Copy plain text", site.text("mailchimp.txt")),
        ("Copy the subject", SUBJECT),
    ):
        page.get_by_role("button", name=button, exact=True).click()
        page.wait_for_function("async (text) => await navigator.clipboard.readText() === text", arg=text)
        expect(page.get_by_role("status")).to_contain_text("is copied.")


READ = """async () => {
  const [item] = await navigator.clipboard.read();
  return Promise.all(["text/html", "text/plain"].map(async (type) => (await item.getType(type)).text()));
}"""


def test_email_is_copied_as_formatted_text(open_page: Open, site: Site) -> None:
    page = open_page(f"{site.url}#generic", permissions=("clipboard-read", "clipboard-write"))
    page.get_by_role("button", name="Copy as formatted").click()
    expect(page.get_by_role("status")).to_have_text("The email is copied.")
    html, plain = page.evaluate(READ)
    assert plain == site.text("generic.txt")
    assert SUBJECT in text_of(html).replace("\u200b", "")
    assert "<table" in html
    assert "What grew." not in html


def test_rendered_email_is_selected_if_copying_is_not_allowed(open_page: Open, site: Site) -> None:
    page = open_page(f"{site.url}#generic")
    page.evaluate(FORBID)
    page.get_by_role("radio", name="Without pictures").locator("visible=true").check()
    page.get_by_role("button", name="Copy as formatted").click()
    expect(page.get_by_role("status")).to_have_text(SELECTED)
    page.wait_for_function("document.activeElement.contentWindow?.getSelection().toString()")
    text, html = page.evaluate("""() => {
        const selection = document.activeElement.contentWindow.getSelection();
        const copied = document.createElement("div");
        copied.append(selection.getRangeAt(0).cloneContents());
        return [selection.toString(), copied.innerHTML];
    }""")
    assert "Good morning, see the garden." in text
    assert 'src="../../../newsletters/bench.png' in html


def test_text_is_selected_if_copying_is_not_allowed(open_page: Open, site: Site) -> None:
    page = open_page()
    page.evaluate(FORBID)
    page.get_by_role("button", name="Copy HTML").click()
    expect(page.get_by_role("status")).to_have_text(SELECTED)
    expect(page.locator("#mailchimp-html")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == site.text("mailchimp.html")


def test_draft_and_html_can_be_downloaded(open_page: Open, site: Site) -> None:
    page = open_page()
    for link, name, file in (
        ("Download .eml", "2024-03.eml", "newsletter.eml"),
        ("Download the HTML", "2024-03-mailchimp.html", "mailchimp.html"),
    ):
        with page.expect_download() as download:
            page.get_by_role("link", name=link).click()
        assert download.value.suggested_filename == name
        assert download.value.path().read_bytes() == (site.folder / EMAIL / file).read_bytes()


def test_arrow_keys_change_the_mail_tool(open_page: Open, site: Site) -> None:
    page = open_page(permissions=("clipboard-read", "clipboard-write"))
    expect(page.locator(".tool:visible")).to_have_count(1)
    page.get_by_role("radio", name="Mailchimp").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("heading", name="The email for Outlook")).to_be_visible()
    expect(page.get_by_role("heading", name="The email for Mailchimp")).to_be_hidden()
    page.get_by_role("button", name="Copy HTML").click()
    expect(page.get_by_role("status")).to_contain_text("is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == site.text("generic.html")
    expect(frame(page, tool="Outlook, Gmail or another mail program").locator("h1")).to_contain_text(SUBJECT[:20])
    page.get_by_role("radio", name="Outlook").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("button", name="Copy Markdown")).to_be_visible()
    expect(page.locator("iframe:visible")).to_have_count(0)


def test_choice_of_mail_tool_is_in_the_address_and_not_stored(open_page: Open, site: Site) -> None:
    page = open_page()
    expect(page.get_by_role("heading", name="The email for Mailchimp")).to_be_visible()
    page.get_by_role("radio", name="GOV.UK Notify").check()
    assert page.url == f"{site.url}#notify"
    page.reload()
    expect(page.get_by_role("heading", name="The email for GOV.UK Notify")).to_be_visible()
    page.goto(f"{site.url}#size-generic")
    expect(page.get_by_role("heading", name="The email for Outlook")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="The email for Outlook")).to_be_visible()
    expect(page.get_by_role("radio", name="Outlook")).to_be_checked()
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_page_works_from_a_folder(open_page: Open, site: Site) -> None:
    page = open_page((site.folder / EMAIL / "index.html").as_uri())
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    expect(frame(page).locator("h1")).to_contain_text(SUBJECT[:20])
    page.get_by_role("radio", name="Dark", exact=True).check()
    expect(frame(page).locator(".outer").first).to_have_css("background-color", "rgb(14, 23, 22)")
    page.get_by_role("button", name="Copy HTML").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 249, 242)"
    assert faults == []
