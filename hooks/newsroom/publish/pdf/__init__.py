"""Tagged PDFs (PDF/UA-1, ISO 14289-1) of pages, for readers who print, send or keep them."""

from newsroom.publish.pdf.output import Pdfs

__all__ = ["Pdfs"]
