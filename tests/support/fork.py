"""Another network's newsroom, as small as one can be: three files, an area of its own, no principles."""

from collections.abc import Mapping

FORK: Mapping[str, str] = {
    "docs/index.md": """\
---
title: The Oak Valley Network
summary: The people of Oak Valley, and those who walk alongside them.
---

Welcome. Read [how a bus stop became a meeting place](../stories/the-bus-stop.md).
""",
    "docs/areas/oak-valley.md": """\
---
name: Oak Valley
nation: The Valley
summary: Three villages and a small town along the river, with two helpers.
---

A valley with a river.
""",
    "stories/the-bus-stop.md": """\
---
title: The bus stop
date: 2025-04-02
summary: How a bus stop with a bench became a place where neighbours meet.
kind: reflection
areas: [oak-valley]
---

It began with a bench. More in [Oak Valley](../docs/areas/oak-valley.md).
""",
}
FORK_NETWORK = """\
site_name: &site_name The Oak Valley Network
site_url: &site_url !ENV [SITE_URL, "https://oak-valley.example/"]

extra:
  newsroom:
    site_name: *site_name
    site_url: *site_url
    tag_authority: oak-valley.example,2025
    contact: hello@oak-valley.example
    sender: The Oak Valley Network, 1 River Street
    signup_url: https://oak-valley.example/newsletter
    languages: [en]
    nations: {The Valley: {}}
    mail_tools: [generic]

"""
