"""Reports private data: in texts, front matter, comments, the names of files, pictures and PDFs.

Everything in the repository is public, also what no page shows. The finders look for one kind of data each; what they
find is reported unless the page's ``allow`` or the settings' ``public_contacts`` say that it may be public.
"""

from collections.abc import Iterator

from newsroom.check.private.allow import Allowances, PublicContacts, read_allowances
from newsroom.check.private.files import check_metadata, check_names
from newsroom.check.private.finding import Finding
from newsroom.check.private.masks import mask_quoted
from newsroom.check.private.messages import fault_of
from newsroom.check.private.passages import find_private_data
from newsroom.content.loaded import LoadedContent
from newsroom.problems import Problem
from newsroom.settings import Settings

__all__ = ["check_private_data", "mask_quoted"]


def check_private_data(content: LoadedContent, settings: Settings) -> Iterator[Problem]:
    """Errors and warnings about private data in all files, and about entries of ``allow`` that match nothing."""
    contacts = PublicContacts(settings)
    allowances = {path: read_allowances(source) for path, source in content.sources.items()}
    for path, head in content.heads.items():
        page = allowances.get(path)
        found = [*find_private_data(head, 1)]
        if page:
            found += find_private_data(page.source.text, page.source.text_line)
        for finding, line in found:
            if not contacts.include(finding) and not _is_allowed(finding, line, page):
                yield fault_of(finding).at(path, line)
    yield from check_names(content, allowances, contacts)
    yield from check_metadata(content, allowances, contacts)
    for page in allowances.values():
        yield from page.unused()


def _is_allowed(finding: Finding, line: int, page: Allowances | None) -> bool:
    """Whether a page allows a finding. In ``allow`` itself an entry does not count as used.

    What is wrong with a key of the private register, such as a telephone number in it, is reported without quoting it.
    """
    if page is None:
        return False
    if line == page.source.lines.get(("consent", "ref")):
        return True
    matched = set(page.matched)
    is_allowed = page.allow(finding.value, finding.key)
    if line in page.lines:
        page.matched = matched
    return is_allowed
