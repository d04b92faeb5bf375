"""Makes a PDF of HTML with WeasyPrint (https://weasyprint.org), which needs the system library Pango."""

import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import weasyprint  # noqa: TID251 (the fetcher below opens no address)
from PIL import ImageFile
from weasyprint.text.fonts import FontConfiguration  # noqa: TID251
from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: TID251

from newsroom.publish.pdf.text import FONT_ADDRESS, PICTURE
from newsroom.publish.text.text_facts import PdfError

# WeasyPrint changes this for the whole program, and the check would no longer find damaged pictures:
# https://github.com/Kozea/WeasyPrint/blob/main/weasyprint/images.py
ImageFile.LOAD_TRUNCATED_IMAGES = False

_FONTS = re.compile(r"Source(Sans|Serif)Pro-(?:Regular|It|Semibold|SemiboldIt)\.ttf")


class _OwnFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Fetches the pictures that it is given and the fonts, and nothing else: no file, and nothing from a network."""

    def __init__(self, pictures: Mapping[str, Callable[[], bytes]]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._pictures = pictures

    def fetch(self, url: str, _headers: object = None) -> URLFetcherResponse:
        path = unquote(url)
        if path.startswith(PICTURE) and (make := self._pictures.get(path.removeprefix(PICTURE))):
            return URLFetcherResponse(url, make())
        if font := _FONTS.fullmatch(path.removeprefix(FONT_ADDRESS)):
            return URLFetcherResponse(url, _font_file(font[1].lower(), font[0]).read_bytes())
        raise ValueError(f"not a picture of this page: {url}")


class PdfMaker:
    """Makes the PDFs of pages that have the same style sheet. The style sheet and its fonts are read only once.

    Args:
        style_sheet: The style sheet, whose fonts have the scheme of :mod:`newsroom.publish.pdf.text`.
    """

    def __init__(self, style_sheet: str) -> None:
        self._fonts = FontConfiguration()
        fetcher = _OwnFiles({})
        self._style = weasyprint.CSS(string=style_sheet, base_url=PICTURE, url_fetcher=fetcher, font_config=self._fonts)

    def make(self, html: str, pictures: Mapping[str, Callable[[], bytes]]) -> tuple[int, bytes]:
        """Return the number of pages of a PDF, and its content. The same input has the same bytes in one environment.

        Args:
            html: A page, whose pictures have the scheme of :mod:`newsroom.publish.pdf.text`.
            pictures: What makes the content of each picture, by its path.

        Raises:
            PdfError: WeasyPrint cannot set the page.
        """
        try:
            page = weasyprint.HTML(string=html, base_url=PICTURE, url_fetcher=_OwnFiles(pictures))
            document = page.render(font_config=self._fonts, stylesheets=[self._style], pdf_variant="pdf/ua-1")
            return len(document.pages), document.write_pdf(pdf_variant="pdf/ua-1")
        except Exception as error:  # its layout raises errors of any type, such as AssertionError and IndexError
            raise PdfError(f"{type(error).__name__}: {error}") from error


def _font_file(family: str, name: str) -> Path:
    return Path(str(files(f"font_source_{family}_pro") / "files" / name))
