"""Checks the whole library before anything is built."""

from collections.abc import Collection, Iterator, Mapping

from newsroom.check.consent.consent import check_consent, check_consent_present, check_consent_refs
from newsroom.check.consent.lives import LifeQuestions
from newsroom.check.consent.scope import check_scope
from newsroom.check.files import check_files, check_linked_pdfs
from newsroom.check.front_matter.comparisons import (
    check_position,
    check_shared_positions,
    check_titles,
    check_version_dates,
)
from newsroom.check.front_matter.fields import check_field_marks, check_fields, check_guesses, check_lengths
from newsroom.check.front_matter.references import check_pdf, check_references
from newsroom.check.links.addresses import check_addresses, check_ids
from newsroom.check.links.copied_addresses import MERGE_TAG_LINK, CopiedAddresses
from newsroom.check.links.link_words import LinkWords
from newsroom.check.links.links import LinkContext, check_links, find_misnamed_files
from newsroom.check.links.own_site import OwnSite, check_own_link, find_linked_pdf
from newsroom.check.links.redirects import RedirectCheck
from newsroom.check.placeholders import check_templates
from newsroom.check.private import check_private_data, mask_quoted
from newsroom.check.statement import check_record, check_statement
from newsroom.check.text.alternative_texts import check_alternative_texts
from newsroom.check.text.easy_read import check_easy_read
from newsroom.check.text.html import check_html
from newsroom.check.text.leftovers import check_leftovers
from newsroom.check.text.merge_tags import MergeTags
from newsroom.check.text.policy import check_policy
from newsroom.check.text.structure import check_structure
from newsroom.check.text.unshown import check_unshown
from newsroom.content.document import AnyDocument, Source
from newsroom.content.folders import find_topic_slugs, main_path
from newsroom.content.library import Library
from newsroom.content.loaded import LoadedContent
from newsroom.content.types.page import STATEMENT
from newsroom.problems import Hints, Problem, sort_problems
from newsroom.settings import Settings
from newsroom.value_cache import ValueCache

__all__ = ["check_library", "check_pages"]


def check_library(
    library: Library, content: LoadedContent, generated: Mapping[str, str], settings: Settings, values: ValueCache
) -> tuple[Problem, ...]:
    """All errors and warnings about the content, including those from loading it, by file and line.

    ``generated`` are the paths of generated pages and files (lists, feeds) with their addresses: links may lead there.
    ``values`` keeps what takes long to find in a text.
    """
    checker = _PageChecker(library, content, generated, settings, values)
    problems = [*content.problems, *checker.check(content)]
    if any(document.type is STATEMENT for document in content.documents):
        problems.extend(check_record(content, library.today))
    unseen = library.unseen_paths(content.paths, content.drafts)
    problems.extend(check_titles(content, library))
    problems.extend(check_version_dates(content, library, settings.default_language))
    problems.extend(check_shared_positions(content))
    problems.extend(check_files(content, checker.misnamed))
    problems.extend(check_addresses(content, generated, unseen))
    problems.extend(check_ids(content, settings, unseen))
    problems.extend(check_consent_refs(content, library, settings))
    problems.extend(check_scope(content, library))
    problems.extend(check_private_data(content, settings, values))
    return sort_problems(mask_quoted(problems, content))


def check_pages(
    paths: Collection[str],
    library: Library,
    content: LoadedContent,
    generated: Mapping[str, str],
    settings: Settings,
    values: ValueCache,
) -> tuple[Problem, ...]:
    """The errors and warnings of :func:`check_library` that concern some pages and need no other page to be checked."""
    checker = _PageChecker(library, content, generated, settings, values)
    own = content.only(frozenset(paths))
    problems = (*own.problems, *checker.check(own), *check_private_data(own, settings, values))
    return sort_problems(mask_quoted(problems, own))


class _PageChecker:
    """Checks single pages. ``misnamed`` are the files that the checked pages name by an address of this site."""

    def __init__(
        self,
        library: Library,
        content: LoadedContent,
        generated: Mapping[str, str],
        settings: Settings,
        values: ValueCache,
    ) -> None:
        self._library, self._content, self._settings = library, content, settings
        self._topics, self._hints = find_topic_slugs(content.paths), Hints()
        self._copied = CopiedAddresses(settings.known_mail_tools)
        self._own_site = OwnSite(settings, content, generated)
        self._links = LinkContext(library, content, generated, self._own_site, self._hints, self._copied)
        self._lives = LifeQuestions(values)
        self._link_words = LinkWords()
        self._redirects = RedirectCheck()
        self._merge_tags = MergeTags(settings.known_mail_tools, settings.mail_tools)
        self._faulty_lines = {(problem.path, problem.line) for problem in content.problems}
        self.misnamed: set[str] = set()

    def check(self, content: LoadedContent) -> Iterator[Problem]:
        """All errors and warnings about the pages of ``content``, which is all content or a part of it."""
        for source in content.sources.values():
            yield from self._check_source(source)
        for document in content.documents:
            yield from self._check_document(document)

    def _check_source(self, source: Source) -> Iterator[Problem]:
        content, own_site = self._content, self._own_site
        self.misnamed.update(
            find_misnamed_files(source, self._links), filter(None, [find_linked_pdf(source, own_site)])
        )
        yield from check_structure(source)
        yield from check_unshown(source)
        yield from check_references(source, self._topics, content, self._hints)
        link_problems = [*check_leftovers(source, self._copied), *check_links(source, self._links)]
        yield from link_problems
        yield from self._merge_tags.check(
            source, {problem.line for problem in link_problems if problem.code == MERGE_TAG_LINK}
        )
        yield from check_alternative_texts(source)
        yield from check_own_link(source, own_site)
        yield from check_policy(source, self._settings.site_url)
        yield from check_html(source)
        yield from check_consent_present(source)
        yield from self._lives.check(source, content.sources.get(main_path(source.path)))
        yield from check_easy_read(source, content)
        yield from check_pdf(source, content.pdfs)
        yield from check_field_marks(source)
        for warning in (*check_lengths(source), *self._link_words.check(source, content)):
            if (warning.path, warning.line) not in self._faulty_lines:  # the line must be written anew anyway
                yield warning
        yield from check_templates(source)
        yield from check_guesses(source)
        yield from check_linked_pdfs(source, content)

    def _check_document(self, document: AnyDocument) -> Iterator[Problem]:
        source, library = self._content.sources[document.path], self._library
        yield from document.type.check(document.front, source)
        yield from check_fields(document.front, source, library.today)
        yield from check_position(document, source, self._content.map_outline)
        yield from self._redirects.check(document, source)
        yield from check_consent(document, source, library)
        yield from check_statement(document, source, library.today)
