"""Checks that what front matter names exists: areas, principles, pictures and files, and a publication's PDF."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import partial
from urllib.parse import unquote

from newsroom.check.files import is_unusable, link_fault
from newsroom.check.links.intended_targets import find_elsewhere
from newsroom.content.document import KeyPath, Source
from newsroom.content.file_uses import find_named_files
from newsroom.content.folders import path_beside
from newsroom.content.loaded import LoadedContent, PdfFacts
from newsroom.content.local_files import find_local_place
from newsroom.english import field_name
from newsroom.problems import Fault, Hints, Problem, shorten, suggest_file

_SAVE_AGAIN = "save the PDF again from the document it was made from"


def check_references(
    source: Source, topics: Mapping[str, frozenset[str]], content: LoadedContent, hints: Hints
) -> Iterator[Problem]:
    """Errors about names in one file's front matter. ``topics`` comes from :func:`find_topic_slugs`."""
    for field, known in topics.items() if source.type.is_dated else ():
        values = source.values.get(field)
        slugs = values if isinstance(values, list) else []
        for index, slug in enumerate(slugs):
            if isinstance(slug, str) and slug not in known:
                fix = suggest_file(slug, known, field, f"docs/{field}")
                what = f"`{field}` names '{shorten(slug)}', which does not exist"
                yield source.field_problem("topic-unknown", (field, index), what, fix)
            elif slug in slugs[:index]:
                what = f"`{field}` names '{shorten(str(slug))}' twice"
                yield source.field_problem("topic-repeated", (field, index), what, "delete one of them")
    for key, target in find_named_files(source.values):
        yield from _check_file(source, key, target, content, hints)


def _check_file(source: Source, key: KeyPath, target: str, content: LoadedContent, hints: Hints) -> Iterator[Problem]:
    folder, path = posixpath.dirname(source.path), path_beside(source.path, target)
    name = field_name(key)
    if place := find_local_place(target):
        what = f"{name} names '{shorten(target)}', which is a file {place}"
        yield source.field_problem("field-file-missing", key, what, f"put it in {folder}/, and write its name")
        return
    if path in content.files.refused and key == ("file",):
        return  # its model reports that it is not a PDF
    if refusal := content.files.refused.get(path):
        yield link_fault(target, refusal).at(source.path, source.line(*key), f"{name}:")
    elif path not in content.files.assets and not is_unusable(path, content):
        beside = partial(_files_beside, folder, content.files.assets)
        if elsewhere := find_elsewhere(target, folder, content.files.assets):
            fix = f"did you mean '{unquote(elsewhere)}'?"
        else:
            fix = hints.suggest(target, beside, f"put it in {folder}/ beside this file, or correct the name")
        what = f"{name} names '{shorten(target)}', which does not exist"
        yield source.field_problem("field-file-missing", key, what, fix)


def _files_beside(folder: str, assets: Mapping[str, int]) -> list[str]:
    return [posixpath.relpath(asset, folder) for asset in assets if asset.startswith(f"{folder}/")]


def check_pdf(source: Source, pdfs: Mapping[str, PdfFacts | Fault]) -> Iterator[Problem]:
    """Errors and warnings about the PDF that a publication names. ``pdfs`` has the facts of each, by path."""
    name = source.values.get("file")
    if "file" not in source.type.fields or not isinstance(name, str):
        return
    line, subject = source.line("file"), f"the PDF '{shorten(name)}'"
    pdf = pdfs.get(path_beside(source.path, name))
    if isinstance(pdf, Fault):
        yield pdf.at(source.path, line, subject)
    elif pdf:
        yield from (fault.at(source.path, line, subject) for fault in _missing_features(pdf))
        yield from _check_length(source, pdf)


def _missing_features(pdf: PdfFacts) -> Iterator[Fault]:
    """The accessibility features that a PDF lacks (WCAG 2.2: 1.3.1, 2.4.2 and 3.1.1)."""
    if not pdf.is_tagged:
        what = "has no tags, so that screen readers find no headings, lists or reading order in it"
        how = "in Word, Save as PDF → Options → tick “Document structure tags for accessibility”"
        yield Fault("pdf-untagged", what, f"{_SAVE_AGAIN}: {how}")
    if not pdf.title:
        what = "has no title, so that browsers and screen readers call it by the name of its file"
        yield Fault("pdf-title-missing", what, f"{_SAVE_AGAIN}: in Word, write it first under File → Info → Title")
    if not pdf.lang:
        what = "does not say which language it is in, so that screen readers may read it in the wrong voice"
        how = "in Word, choose it first under Review → Language → Set Proofing Language"
        yield Fault("pdf-language-missing", what, f"{_SAVE_AGAIN}: {how}")


def _check_length(source: Source, pdf: PdfFacts) -> Iterator[Problem]:
    stated = source.values.get("pages")
    if isinstance(stated, str) and stated.isdecimal() and int(stated) != pdf.pages:
        what = f"`pages` is {int(stated)}, but the PDF has {pdf.pages}"
        fix = "correct it, or delete the line: the number is then read from the PDF"
        yield source.field_problem("pdf-pages-mismatch", "pages", what, fix)
