"""Makes WordPress exports for tests."""

from collections.abc import Iterable, Mapping
from html import escape

ADDRESS = "https://old.example"
_HEAD = f"""\
<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The old site</title>
<link>{ADDRESS}</link>
<language>en-GB</language>
<wp:base_site_url>{ADDRESS}</wp:base_site_url>
<wp:base_blog_url>{ADDRESS}</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[ann]]></wp:author_login>\
<wp:author_email><![CDATA[ann.private@old.example]]></wp:author_email>\
<wp:author_display_name><![CDATA[Ann Archer]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename><![CDATA[news]]></wp:category_nicename>\
<wp:cat_name><![CDATA[News]]></wp:cat_name></wp:category>
"""
_TAIL = "</channel>\n</rss>\n"


def wordpress_item(
    number: int,
    content: str = "<p>Some words.</p>",
    *,
    type_: str = "post",
    status: str = "publish",
    title: str | None = None,
    slug: str | None = None,
    link: str | None = None,
    password: str = "",
    excerpt: str = "",
    day: str = "2019-05-04 23:30:00",
    parent: int = 0,
    file: str = "",
    terms: Iterable[tuple[str, str]] = (("category", "news"),),
    meta: Mapping[str, str] | None = None,
    extra: str = "",
) -> str:
    """The lines of one item. ``file`` is the path of an attachment below the folder of uploads."""
    name = slug or f"item-{number}"
    address = f"{ADDRESS}/wp-content/uploads/{file}" if file else ""
    categories = "".join(f'<category domain="{d}" nicename="{s}"><![CDATA[{s.title()}]]></category>' for d, s in terms)
    fields = {**(meta or {}), **({"_wp_attached_file": file} if file else {})}
    postmeta = "".join(
        f"<wp:postmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value>"
        "</wp:postmeta>"
        for key, value in fields.items()
    )
    return f"""<item>
<title><![CDATA[{title if title is not None else f"Item {number}"}]]></title>
<link>{escape(link or f"{ADDRESS}/{name}/")}</link>
<pubDate>Sat, 04 May 2019 22:30:00 +0000</pubDate>
<dc:creator><![CDATA[ann]]></dc:creator>
<guid isPermaLink="false">{ADDRESS}/?p={number}</guid>
<content:encoded><![CDATA[{content}]]></content:encoded>
<excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id>
<wp:post_date><![CDATA[{day}]]></wp:post_date>
<wp:post_name><![CDATA[{name}]]></wp:post_name>
<wp:status><![CDATA[{status}]]></wp:status>
<wp:post_parent>{parent}</wp:post_parent>
<wp:menu_order>0</wp:menu_order>
<wp:post_type><![CDATA[{type_}]]></wp:post_type>
<wp:post_password><![CDATA[{password}]]></wp:post_password>
{f"<wp:attachment_url><![CDATA[{address}]]></wp:attachment_url>" if address else ""}{categories}{postmeta}{extra}
</item>
"""


def wordpress_export(items: Iterable[str]) -> str:
    """A whole export."""
    return f"{_HEAD}{''.join(items)}{_TAIL}"


def wordpress_attachment(number: int, file: str, *, parent: int = 0, alt: str = "", caption: str = "") -> str:
    """The lines of an attachment."""
    meta = {"_wp_attachment_image_alt": alt} if alt else {}
    return wordpress_item(
        number,
        "",
        type_="attachment",
        excerpt=caption,
        status="inherit",
        file=file,
        parent=parent,
        meta=meta,
        title=f"File {number}",
        terms=(),
    )
