"""Paragraphs of the classic editor, compared with what @wordpress/autop 4 makes of the same texts."""

import re
from collections.abc import Mapping

import html5lib
import pytest

from newsroom.importing.wordpress.autop import add_paragraphs

_SPACES_AT_BLOCKS = re.compile(
    r"\s*(</?(?:p|div|ul|ol|li|table|tbody|tr|td|h2|blockquote|pre|hr|br|section|figure|figcaption|address|form|dl|dt|dd"
    r"|details|summary)\b[^>]*>)\s*"
)
WORDPRESS: Mapping[str, str] = {
    "One line.": "<p>One line.</p>\n",
    "One.\n\nTwo.": "<p>One.</p>\n<p>Two.</p>\n",
    "Line one\nline two\n\nNext": "<p>Line one<br />\nline two</p>\n<p>Next</p>\n",
    "One.\r\n\r\nTwo\r\nthree.": "<p>One.</p>\n<p>Two<br />\nthree.</p>\n",
    "One.\n\n\n\n\nTwo.": "<p>One.</p>\n<p>Two.</p>\n",
    "A\n  \nB": "<p>A</p>\n<p>B</p>\n",
    "<h2>Title</h2>\nText after\nmore": "<h2>Title</h2>\n<p>Text after<br />\nmore</p>\n",
    "Text before\n<h2>Title</h2>\nText after": "<p>Text before</p>\n<h2>Title</h2>\n<p>Text after</p>\n",
    "<em>All\n\nof it</em>": "<p><em>All</p>\n<p>of it</em></p>\n",
    "<div>Words</div>": "<div>Words</div>\n",
    "<div>Words\n\nMore words</div>": "<div>Words</p>\n<p>More words</p></div>\n",
    "<div>\nWords\n</div>": "<div>\nWords\n</div>\n",
    "<blockquote>Quoted</blockquote>": "<blockquote><p>Quoted</p></blockquote>\n",
    "<blockquote>One\n\nTwo</blockquote>": "<blockquote><p>One</p>\n<p>Two</p></blockquote>\n",
    "<blockquote><p>One</p></blockquote>": "<blockquote>\n<p>One</p>\n</blockquote>\n",
    "<ul>\n<li>One</li>\n<li>Two\nmore</li>\n</ul>": "<ul>\n<li>One</li>\n<li>Two<br />\nmore</li>\n</ul>\n",
    "Before:\n<ul>\n\t<li>One</li>\n</ul>\nAfter": "<p>Before:</p>\n<ul>\n<li>One</li>\n</ul>\n<p>After</p>\n",
    "<ol>\n<li>One\n\nTwo</li>\n</ol>": "<ol>\n<li>One\n<p>Two</li>\n</ol>\n",
    "<pre>a\n\n  b</pre>": "<pre>a\n\n  b</pre>\n",
    "Text\n<pre>a\nb</pre>\nText": "<p>Text</p>\n<pre>a\nb</pre>\n<p>Text</p>\n",
    "<table>\n<tr>\n<td>a\nb</td>\n<td>c</td>\n</tr>\n</table>": "<table>\n<tr>\n<td>a<br />\nb</td>\n<td>c</td>\n</tr>\n</table>\n",
    "<p>Already</p>\n<p>done</p>": "<p>Already</p>\n<p>done</p>\n",
    "<p>Already\nbroken</p>": "<p>Already<br />\nbroken</p>\n",
    "Text\n\n<!--more-->\n\nAfter": "<p>Text</p>\n<p><!--more--></p>\n<p>After</p>\n",
    '<a href="x"\ntitle="y">Link</a> text': '<p><a href="x"\ntitle="y">Link</a> text</p>\n',
    "Line<br />\nnext": "<p>Line<br />\nnext</p>\n",
    "Line<br>next": "<p>Line<br />next</p>\n",
    '<img src="a.jpg" alt="A" />\n\nText': '<p><img src="a.jpg" alt="A" /></p>\n<p>Text</p>\n',
    '<a href="x"><img src="a.jpg" /></a>\nCaption': '<p><a href="x"><img src="a.jpg" /></a><br />\nCaption</p>\n',
    "<hr />\nText": "<hr />\nText</p>\n",
    "A<hr>B": "<p>A</p>\n<hr>B</p>\n",
    "<strong>Bold</strong>\n<em>it</em>": "<p><strong>Bold</strong><br />\n<em>it</em></p>\n",
    "<script>\na\n\nb\n</script>\n\nText": "<p><script>\na</p>\n<p>b\n</script></p>\n<p>Text</p>\n",
    '<figure><img src="a.jpg"><figcaption>Words</figcaption></figure>\n\nText': '<figure><img src="a.jpg"><figcaption>Words</figcaption></figure>\n<p>Text</p>\n',
    "<section>One\n\nTwo</section>": "<section>One</p>\n<p>Two</section>\n",
    "<address>1 Elm Street\nDerby</address>": "<address>1 Elm Street<br />\nDerby</address>\n",
    '<form>\n<input name="a">\n</form>': '<form>\n<input name="a"><br />\n</form>\n',
    "<span>One\n\nTwo</span>": "<p><span>One</p>\n<p>Two</span></p>\n",
    "&nbsp;\n\nText": "<p>&nbsp;</p>\n<p>Text</p>\n",
    "": "",
    "   \n\n  ": "",
    '<iframe src="x"></iframe>\n\nText': '<p><iframe src="x"></iframe></p>\n<p>Text</p>\n',
    "<dl>\n<dt>A</dt>\n<dd>B</dd>\n</dl>": "<dl>\n<dt>A</dt>\n<dd>B</dd>\n</dl>\n",
    "<h2>A\nB</h2>": "<h2>A<br />\nB</h2>\n",
    "<td>": "<td>\n",
    "5 < 6\n\n7 > 3": "<p>5 < 6\n\n7 > 3</p>\n",
    "<div><div>Inner</div>\nOuter</div>": "<div>\n<div>Inner</div>\n<p>Outer</p></div>\n",
    "</div>\nText": "</div>\n<p>Text</p>\n",
    "<details><summary>More</summary>\nWords\n\nAgain</details>": "<details>\n<summary>More</summary>\n<p>Words</p>\n<p>Again</details>\n",
}
ACCEPTED: Mapping[str, str] = {
    "<div>Words\n\nMore words</div>": "<div><p>Words</p><p>More words</p></div>",
    "<ol>\n<li>One\n\nTwo</li>\n</ol>": "<ol><li><p>One</p><p>Two</p></li></ol>",
    "<hr />\nText": "<hr><p>Text</p>",
    "A<hr>B": "<p>A</p><hr><p>B</p>",
    "<script>\na\n\nb\n</script>\n\nText": "<p><script> a b </script></p><p>Text</p>",
    "<section>One\n\nTwo</section>": "<section><p>One</p><p>Two</p></section>",
    '<form>\n<input name="a">\n</form>': '<form><input name="a"></form>',
    "<div><div>Inner</div>\nOuter</div>": "<div><div>Inner</div>Outer</div>",
}
"""Where WordPress leaves a first paragraph bare, starts none, or divides a script: the same paragraphs for readers."""


def normal(html: str) -> str:
    """HTML as browsers read it, without spaces at blocks and without empty paragraphs."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    text = html5lib.serialize(tree, omit_optional_tags=False, quote_attr_values="always")
    return re.sub(r"\s+", " ", re.sub(r"<p></p>", "", _SPACES_AT_BLOCKS.sub(r"\1", text))).strip()


@pytest.mark.parametrize("text", WORDPRESS)
def test_paragraphs_are_those_of_wordpress(text: str) -> None:
    assert normal(add_paragraphs(text)) == ACCEPTED.get(text, normal(WORDPRESS[text]))
