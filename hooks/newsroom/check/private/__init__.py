"""Reports private data: in texts, front matter, comments, the names of files, pictures and PDFs.

Everything in the repository is public, also what no page shows. The finders look for one kind of data each; what they
find is reported unless the page's ``allow`` or the settings' ``public_contacts`` say that it may be public.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from pydantic import TypeAdapter

from newsroom.cache import digest
from newsroom.check.private.allow import Allowances, PublicContacts, read_allowances
from newsroom.check.private.files import check_metadata, check_names
from newsroom.check.private.finding import Finding
from newsroom.check.private.messages import fault_of, mask_quoted
from newsroom.check.private.passages import Located, find_private_data
from newsroom.content.loaded import LoadedContent
from newsroom.problems import Problem
from newsroom.settings import Settings
from newsroom.value_cache import ValueCache

__all__ = ["check_private_data", "mask_quoted"]


_FOUND = TypeAdapter(tuple[Located, ...])


def check_private_data(content: LoadedContent, settings: Settings, values: ValueCache) -> Iterator[Problem]:
    """Errors and warnings about private data in all files, and about entries of ``allow`` that match nothing.

    ``values`` keeps what is found in each file.
    """
    contacts = PublicContacts(settings)
    allowances = {path: read_allowances(source) for path, source in content.sources.items()}
    for path, head in content.heads.items():
        page = allowances.get(path)
        texts = ((head, 1), (page.source.text, page.source.text_line)) if page else ((head, 1),)
        key = digest(*(part for text, line in texts for part in (text, str(line))))
        for finding, line in values.get("private data", path, key, partial(_find_in, texts), _FOUND):
            if not contacts.include(finding) and not _is_allowed(finding, line, page):
                yield fault_of(finding).at(path, line)
    yield from check_names(content, allowances, contacts)
    yield from check_metadata(content, allowances, contacts)
    for page in allowances.values():
        yield from page.unused()


def _find_in(texts: Iterable[tuple[str, int]]) -> tuple[Located, ...]:
    """What is found in texts, each with its first line."""
    return tuple(chain.from_iterable(find_private_data(text, line) for text, line in texts))


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
