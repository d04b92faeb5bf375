"""The configuration of the browser editor, from the content types: https://sveltiacms.app/en/docs/config-basics."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsroom.content.library import Channel, Library
from newsroom.content.model.values import values_named
from newsroom.content.types import PAGES_FOLDER, TOPIC_TYPES, TYPES, AnyType, type_for_path
from newsroom.publish.editor.fields import Choices, Form, Format
from newsroom.settings import Settings
from newsroom.translations import Translations

_REPOSITORY = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")
"""Matches "https://github.com/elm/site", not "https://git.example/elm/site"."""
_UNKNOWN_REPOSITORY = "this/folder"
_PICTURE = {"format": "webp", "quality": 85, "width": 2400, "height": 2400}
"""A picture is encoded anew, so that the place and the camera that its file may name do not become public."""
_MEDIA = {
    "default": {
        "config": {
            "max_file_size": 20_000_000,
            "slugify_filename": True,
            "transformations": dict.fromkeys(("jpeg", "png", "webp", "avif", "heic"), _PICTURE),
        }
    },
    "stock_assets": {"providers": []},
}


def repository_name(url: str | None) -> str | None:
    """The owner and the name of a repository at GitHub, such as "elm/site"; None for another address."""
    found = _REPOSITORY.fullmatch(url or "")
    return found[1] if found else None


def editor_formats(forms: Mapping[str, Form]) -> dict[str, dict[str, Any]]:
    """What forms and files write differently, by the name of the format, for editor.js."""
    return {_format(name): _as_json(form.format) for name, form in forms.items()}


def editor_forms(library: Library, t: Translations, types: tuple[AnyType, ...] = TYPES) -> dict[str, Form]:
    """The form of each content type, by the type's name."""

    def label(field: str, value: str) -> str:
        name = f"{field}.{value}"
        return t(name) if name in t.names else value.replace("-", " ").capitalize()

    lang = t.lang
    choices = Choices(
        topics={
            found.topic_field: tuple(
                (posixpath.basename(topic.url.rstrip("/")), topic.front.heading)
                for topic in library.topics(found, Channel.WEB, lang)
            )
            for found in TOPIC_TYPES
        },
        named=lambda group: values_named(group, t.names),
        label=label,
    )
    return {found.name: Form(found, choices) for found in types}


def editor_config(library: Library, settings: Settings, forms: Mapping[str, Form]) -> dict[str, Any]:
    """The configuration, as JSON.

    Changes become pull requests, also those of people who may not write to the repository. Nothing can be deleted or
    copied in the editor: an item that people have read needs ``newsroom withdraw``, and a copy would have its consent.

    Args:
        library: All content.
        settings: The site's settings.
        forms: The forms by content type.
    """
    types = [found for found in TYPES if found.name in forms]
    collections = [entry for found in types for entry in _collections(found, types, library, forms)]
    return {
        "backend": {
            "name": "github",
            "repo": repository_name(settings.repository_url) or _UNKNOWN_REPOSITORY,
            "auth_methods": ["token"],
            "open_authoring": True,
            "squash_merges": True,
        },
        "publish_mode": "editorial_workflow",
        "app_title": f"{settings.site_name}: editor",
        "site_url": settings.site_url,
        "show_preview_links": False,
        "media_folder": f"{PAGES_FOLDER}/assets",
        "public_folder": "/assets",
        "media_libraries": _MEDIA,
        "slug": {"encoding": "ascii", "clean_accents": True, "timezone": "local"},
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "i18n": {
            "structure": "multiple_files",
            "locales": list(settings.languages),
            "default_locale": settings.default_language,
            "initial_locales": [settings.default_language],
            "omit_default_locale_from_file_path": True,
        },
        "collections": collections,
        "singletons": [_single_file(found, forms[found.name]) for found in types if found.folder_rules.only],
    }


def _collections(
    content_type: AnyType, types: list[AnyType], library: Library, forms: Mapping[str, Form]
) -> Iterator[dict[str, Any]]:
    rules, form = content_type.folder_rules, forms[content_type.name]
    if rules.only:
        return
    shared = {
        "label_singular": content_type.noun.capitalize(),
        "identifier_field": content_type.title_field,
        "create": True,
        "delete": False,
        "duplicate": False,
        "publish": False,
        "extension": "md",
        "format": _format(content_type.name),
        "media_folder": "",
        "public_folder": "",
        "i18n": True,
        "slug": _slug(content_type),
        "sortable_fields": _sorting(content_type),
        "fields": form.fields,
    }
    if rules.has_index:
        shared["index_file"] = _index_file(content_type, forms)
    yield {
        **shared,
        **_without_single_files(content_type, types),
        "name": content_type.plural.replace(" ", "-"),
        "label": content_type.plural.capitalize(),
        "folder": content_type.folder,
    }
    for folder in () if rules.is_flat else _folders_below(content_type, library):
        name = folder.removeprefix(f"{content_type.folder}/")
        label = f"{content_type.plural.capitalize()} in {name}"
        yield {**shared, "name": f"{content_type.name}-{name.replace('/', '-')}", "label": label, "folder": folder}


def _folders_below(content_type: AnyType, library: Library) -> list[str]:
    """Return the folders below a type's own that have items of this type, as pages in docs/ may."""
    found = {posixpath.dirname(document.path) for document in library.documents if document.type is content_type}
    other = {other.folder for other in TYPES}
    return sorted(found - other)


def _single_file(content_type: AnyType, form: Form) -> dict[str, Any]:
    name = content_type.folder_rules.only
    return {
        "name": content_type.name,
        "label": name.replace("-", " ").capitalize(),
        "file": f"{content_type.folder}/{name}.{{{{locale}}}}.md",
        "format": _format(content_type.name),
        "i18n": True,
        "fields": form.fields,
    }


def _index_file(content_type: AnyType, forms: Mapping[str, Form]) -> dict[str, Any]:
    page = type_for_path(f"{content_type.folder}/index.md")
    label = f"The page about all {content_type.plural}"
    return {"name": "index", "label": label, "format": _format(page.name), "fields": forms[page.name].fields}


def _without_single_files(content_type: AnyType, types: list[AnyType]) -> dict[str, Any]:
    """Return the filter against files of the folder that have a type of their own."""
    names = [other.folder_rules.only for other in types if other.folder == content_type.folder]
    single = "|".join(sorted(filter(None, names)))
    return {"filter": {"field": "slug", "pattern": f"^(?!(?:{single})$)"}} if single else {}


def _slug(content_type: AnyType) -> dict[str, Any]:
    rule = content_type.file_name
    template = "{{year}}-{{month}}" if rule.made_from == "month" else f"{{{{{content_type.title_field}}}}}"
    hint = f"The file’s name and the end of the page’s address. {rule.help.capitalize()}, without '.md'."
    message = f"{rule.help.capitalize()}, without '.md'."
    return {"template": template, "editable": ["create"], "hint": hint, "pattern": [f"^{rule.pattern}$", message]}


def _sorting(content_type: AnyType) -> dict[str, Any]:
    title = content_type.title_field
    if content_type.file_name.made_from == "month":
        return {"fields": ["slug", title], "default": {"field": "slug", "direction": "descending"}}
    if content_type.is_dated:
        return {"fields": ["date", title], "default": {"field": "date", "direction": "descending"}}
    return {"fields": [title]}


def _format(name: str) -> str:
    """Return the name of a type's format. The editor allows only names that end like this for Markdown."""
    return f"{name}-frontmatter"


def _as_json(found: Format) -> dict[str, Any]:
    return {"groups": found.groups, "lists": found.lists, "defaults": found.defaults}
