"""Checks the whole library before anything is built."""

from collections.abc import Mapping

from newsroom.check.addresses import check_addresses
from newsroom.check.consent import check_consent, check_consent_present, check_consent_refs
from newsroom.check.fields import check_fields
from newsroom.check.files import check_files, check_linked_pdfs
from newsroom.check.html import check_html
from newsroom.check.ids import check_ids
from newsroom.check.leftovers import check_leftovers
from newsroom.check.lengths import check_lengths
from newsroom.check.links import LinkContext, check_links, find_misnamed_files
from newsroom.check.lives import LifeQuestions
from newsroom.check.own_site import OwnSite, check_own_link, find_linked_pdf
from newsroom.check.pdfs import check_pdf
from newsroom.check.policy import check_policy
from newsroom.check.private import check_private_data, mask_quoted
from newsroom.check.redirects import check_redirects
from newsroom.check.references import check_references, find_known_topics
from newsroom.check.scope import check_scope
from newsroom.check.statement import check_record, check_statement
from newsroom.check.structure import check_structure
from newsroom.check.templates import check_templates
from newsroom.check.titles import check_titles
from newsroom.content.library import Library
from newsroom.content.loaded import LoadedContent
from newsroom.content.types.page import STATEMENT
from newsroom.problems import Hints, Problem, sort_problems
from newsroom.settings import Settings
from newsroom.value_cache import ValueCache

__all__ = ["check_library"]


def check_library(
    library: Library, content: LoadedContent, generated: Mapping[str, str], settings: Settings, values: ValueCache
) -> tuple[Problem, ...]:
    """All errors and warnings about the content, including those from loading it, by file and line.

    ``generated`` are the paths of generated pages and files (lists, feeds) with their addresses: links may lead there.
    ``values`` keeps what takes long to find in a text.
    """
    problems = list(content.problems)
    topics, hints = find_known_topics(content), Hints()
    own_site = OwnSite(settings, content, generated)
    links = LinkContext(library, content, generated, own_site, hints)
    lives = LifeQuestions(values)
    misnamed: set[str] = set()
    for source in content.sources.values():
        misnamed.update(find_misnamed_files(source, links), filter(None, [find_linked_pdf(source, own_site)]))
        problems.extend(check_structure(source))
        problems.extend(check_leftovers(source))
        problems.extend(check_references(source, topics, content, hints))
        problems.extend(check_links(source, links))
        problems.extend(check_own_link(source, own_site))
        problems.extend(check_policy(source, settings.site_url))
        problems.extend(check_html(source))
        problems.extend(check_consent_present(source))
        problems.extend(lives.check(source))
        problems.extend(check_pdf(source, content.pdfs))
        problems.extend(check_templates(source))
        problems.extend(check_linked_pdfs(source, content))
    for document in content.documents:
        source = content.sources[document.path]
        problems.extend(document.type.check(document.front, source))
        problems.extend(check_lengths(document.front, source))
        problems.extend(check_fields(document.front, source, library.today))
        problems.extend(check_redirects(document, source))
        problems.extend(check_consent(document, source, library))
        problems.extend(check_statement(document, source, library.today))
    if any(document.type is STATEMENT for document in content.documents):
        problems.extend(check_record(content, library.today))
    unseen = library.unseen_paths(content.paths, content.drafts)
    problems.extend(check_titles(content, library))
    problems.extend(check_files(content, misnamed))
    problems.extend(check_addresses(content, generated, unseen))
    problems.extend(check_ids(content, settings, unseen))
    problems.extend(check_consent_refs(content, library, settings.site_name))
    problems.extend(check_scope(content, library))
    problems.extend(check_private_data(content, settings, values))
    return sort_problems(mask_quoted(problems, content))
