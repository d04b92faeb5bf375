"""Publications as people cite them: a reference, BibTeX, RIS, and tags that Google Scholar reads."""

from newsroom.publish.citations.output import Citations

__all__ = ["Citations"]
