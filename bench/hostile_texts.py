"""Tries thousands of hostile texts, each in many places of a Markdown text, in Chromium: `python -m bench.hostile_texts`."""

import sys
from itertools import islice

from tests.browser.test_hostile import PAYLOADS, REPORT, dangers
from tests.support.bodies import SITE, prepared, prepared_tree, shown
from tests.support.browser import open_browser

from newsroom.publish.email.clean import clean_html
from newsroom.publish.feeds.content import page_content

PLACES = ("{}", "- {}", "> {}", "# {}", "| {} | b |\n|---|---|\n| c | {} |", "<div>\n\n{}\n\n</div>", "[{}](x) ![{}](y)", "a[^1]\n\n[^1]: {}")  # fmt: skip
_TOGETHER = 500


def main() -> int:
    """Print how many texts were tried and what ran. Returns the exit code."""
    texts = iter([place.replace("{}", payload.text) for place in PLACES for payload in PAYLOADS])
    count, found = 0, list[str]()
    with open_browser() as browser, browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.add_init_script(REPORT)
        while some := [*islice(texts, _TOGETHER)]:
            outputs = {
                "page": map(shown, some),
                "feed": (page_content(prepared_tree(text), SITE) for text in some),
                "email": (clean_html(prepared(text)) for text in some),
            }
            documents = {name: f"<!doctype html><body>{''.join(bodies)}" for name, bodies in outputs.items()}
            found += dangers(page, documents)
            count += len(some)
    print("\n".join(found))
    print(f"{count:,} texts as page, feed and email without a policy: {len(found)} ran or could run")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
