"""Publications as people cite them: a reference, BibTeX, RIS, and tags that Google Scholar reads."""

from newsroom.publish.citations.output import Citation, Citations

__all__ = ["Citation", "Citations"]
