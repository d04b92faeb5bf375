"""An edition in MJML, with the same parts as our email in the same order."""

from collections.abc import Iterator
from html import escape

from lxml import html as lxml_html

from bench.edition import Edition

_HEAD = """\
<mj-attributes>
<mj-all font-family="Arial, Helvetica, sans-serif"></mj-all>
<mj-text font-size="16px" line-height="1.5" color="#222222" padding="8px 24px"></mj-text>
<mj-section background-color="#ffffff" padding="8px 0"></mj-section>
<mj-button background-color="#00695c" color="#ffffff" font-size="16px" border-radius="4px"></mj-button>
</mj-attributes>
"""


def edition_as_mjml(edition: Edition, style: str, dark: str) -> str:
    """Write the edition as MJML with the styles of our email: ``style`` is inlined, ``dark`` goes into the head."""
    front, sections = edition.document.front, list(_sections(edition))
    title, sender, url = escape(front.subject), escape(edition.settings.sender), escape(edition.url)
    name, contact = escape(edition.settings.site_name), escape(edition.settings.contact)
    footer = (
        f'Was this forwarded to you? <a href="mailto:{contact}?subject=Newsletter">Sign up for the newsletter</a>',
        f'Questions, or something to share? Write to <a href="mailto:{contact}">{contact}</a>',
        f'You receive this newsletter because you signed up for it. <a href="{url}">Unsubscribe</a>',
        sender,
    )
    parts = [
        _section(f'<mj-text font-size="14px"><p><a href="{url}">Read this edition on the web</a></p></mj-text>'),
        f'<mj-section><mj-column width="54px"><mj-image src="{url}logo.png" alt="" width="40px" padding="0"></mj-image>'
        f"</mj-column><mj-column><mj-text><p>{name}</p><p>{sender}</p></mj-text></mj-column></mj-section>",
        _section(f"<mj-text><p>{escape(front.title)}</p><h1>{title}</h1><p>{sender}</p></mj-text>"),
        *(_section(f'<mj-text><h2 id="{id_}">{escape(words)}</h2>{html}</mj-text>') for id_, words, html in sections),
        _section(f'<mj-button href="{url}">Read it on the web</mj-button>'),
        _section(f'<mj-text font-size="14px">{"".join(f"<p>{line}</p>" for line in footer)}</mj-text>'),
    ]
    preview = f"<mj-title>{title}</mj-title><mj-preview>{escape(front.preheader)}</mj-preview>"
    styles = f'<mj-style inline="inline">{style}</mj-style><mj-style>{dark}</mj-style>'
    head, body = f"<mj-head>{preview}{_HEAD}{styles}</mj-head>", f'<mj-body width="600px">{"".join(parts)}</mj-body>'
    return f'<mjml lang="{edition.document.lang}">{head}{body}</mjml>'


def section_titles(edition: Edition) -> list[str]:
    """The headings of the edition's sections, as HTML."""
    return [escape(words, quote=False) for _, words, _ in _sections(edition)]


def _section(content: str) -> str:
    return f"<mj-section><mj-column>{content}</mj-column></mj-section>"


def _sections(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """The id, the heading's text and the HTML of each section, with absolute addresses."""
    root = lxml_html.fragment_fromstring(edition.rendered, create_parent="div")
    root.make_links_absolute(edition.url)
    for heading in root.findall("h2"):
        html = ""
        for element in heading.itersiblings():
            if element.tag == "h2":
                break
            html += str(lxml_html.tostring(element, encoding="unicode"))
        yield heading.get("id") or "", heading.text_content(), html
