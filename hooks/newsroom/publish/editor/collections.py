"""The configuration of the browser editor, from the content types: https://sveltiacms.app/en/docs/config-basics."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from newsroom.content.folders import SHARED_ASSETS
from newsroom.content.library import Channel, Library
from newsroom.content.types import TOPIC_TYPES, TYPES, VERSION_TYPES, AnyType, type_for_path
from newsroom.publish.editor.fields import Choices, Form
from newsroom.settings import Settings
from newsroom.translations import Translations

_REPOSITORY = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")
"""Matches "https://github.com/elm/site", not "https://git.example/elm/site"."""
_UNKNOWN_REPOSITORY = "this/folder"
_SHARED_PICTURES = "/assets"
"""The address in the forms of the folder of shared pictures: Sveltia CMS needs one address for all folders."""


def _media() -> dict[str, Any]:
    """Return how files are stored.

    A picture is encoded anew, so that the place and the camera that its file may name do not become public.
    """
    picture = {"format": "webp", "quality": 85, "width": 2400, "height": 2400}
    changes = dict.fromkeys(("jpeg", "png", "webp", "avif", "heic"), picture)
    config = {"max_file_size": 20_000_000, "slugify_filename": True, "transformations": changes}
    return {"default": {"config": config}, "stock_assets": {"providers": []}}


def repository_name(url: str | None) -> str | None:
    """The owner and the name of a repository at GitHub, such as "elm/site"; None for another address."""
    found = _REPOSITORY.fullmatch(url or "")
    return found[1] if found else None


def editor_forms(library: Library, translations: Translations, types: tuple[AnyType, ...] = TYPES) -> dict[str, Form]:
    """The form of each content type, by the type's name."""

    def label(field: str, value: str) -> str:
        name = f"kind.{value}"
        is_named = field == "kind" and name in translations.names
        return translations(name) if is_named else value.replace("-", " ").capitalize()

    choices = Choices(
        topics={
            found.topic_field: tuple(
                (posixpath.basename(topic.url.rstrip("/")), topic.front.heading)
                for topic in library.topics(found, Channel.WEB, translations.lang)
            )
            for found in TOPIC_TYPES
        },
        named=translations.named,
        label=label,
    )
    return {found.name: Form(found, choices) for found in types}


class Configuration:
    """The configuration of the editor.

    Changes become pull requests, also those of people who may not write to the repository. Nothing can be deleted or
    copied in the editor: an item that people have read needs ``newsroom withdraw``, and a copy would have its consent.

    Args:
        library: All content.
        forms: The forms by the names of the content types.

    Attributes:
        config: The configuration of Sveltia CMS, as JSON.
        formats: What forms and files write differently, by the names of the formats in ``config``, for editor.js.
    """

    def __init__(self, library: Library, settings: Settings, forms: Mapping[str, Form]) -> None:
        self._library, self._forms = library, forms
        self._types = tuple(found for found in TYPES if found.name in forms)
        self.formats: dict[str, dict[str, Any]] = {}
        self.config = {
            **_site_options(settings),
            "collections": [entry for found in self._types for entry in self._collections(found)],
            "singletons": [self._single_file(found) for found in self._types if found.folder_rules.only],
        }

    def _collections(self, content_type: AnyType) -> Iterator[dict[str, Any]]:
        rules = content_type.folder_rules
        if rules.only or content_type.is_version:  # Sveltia CMS knows no second ending after the language
            return
        for folder in (content_type.folder, *self._folders_below(content_type)):
            name, label = content_type.plural.replace(" ", "-"), content_type.plural.capitalize()
            if below := folder.removeprefix(content_type.folder).strip("/"):
                name, label = f"{name}-{below.replace('/', '-')}", f"{label} in {below}"
            yield {
                "name": name,
                "label": label,
                "label_singular": content_type.noun.capitalize(),
                "folder": folder,
                "identifier_field": content_type.title_field,
                "create": True,
                "delete": False,
                "duplicate": False,
                "publish": False,
                "extension": "md",
                "format": self._format(content_type, folder),
                "media_folder": "",
                "public_folder": "",
                "i18n": True,
                "slug": _slug(content_type),
                "sortable_fields": _sorting(content_type),
                "fields": self._forms[content_type.name].fields,
                **(self._index_file(content_type) if rules.has_index else {}),
                **self._without_single_files(folder),
            }

    def _folders_below(self, content_type: AnyType) -> list[str]:
        """Return the folders below a type's own that have items of this type, as pages in docs/ may."""
        documents = (document for document in self._library.documents if document.type is content_type)
        found = {posixpath.dirname(document.path) for document in documents}
        return sorted(found - {other.folder for other in TYPES})

    def _single_file(self, content_type: AnyType) -> dict[str, Any]:
        name, folder = content_type.folder_rules.only, content_type.folder
        return {
            "name": content_type.name,
            "label": name.replace("-", " ").capitalize(),
            "file": f"{folder}/{name}.{{{{locale}}}}.md",
            "format": self._format(content_type, folder),
            "media_folder": "",
            "public_folder": "",
            "i18n": True,
            "fields": self._forms[content_type.name].fields,
        }

    def _index_file(self, content_type: AnyType) -> dict[str, Any]:
        page, label = type_for_path(f"{content_type.folder}/index.md"), f"The page about all {content_type.plural}"
        format_ = self._format(page, content_type.folder)
        fields = self._forms[page.name].fields
        return {"index_file": {"name": "index", "label": label, "format": format_, "fields": fields}}

    def _without_single_files(self, folder: str) -> dict[str, Any]:
        """Return the filter against files of the folder that have a type of their own, like Easy Read versions."""
        names = [other.folder_rules.only for other in self._types if other.folder == folder]
        versions = [rf".*\.{version.file_name.ending.split('.')[1]}" for version in VERSION_TYPES]
        others = "|".join((*sorted(filter(None, names)), *versions))
        return {"filter": {"field": "slug", "pattern": f"^(?!(?:{others})$)"}}

    def _format(self, content_type: AnyType, folder: str) -> str:
        """Return the name of the format of a type's files in a folder. The editor wants this ending for Markdown."""
        name = f"{content_type.name}-in-{folder.replace('/', '-')}-frontmatter"
        shared = posixpath.relpath(SHARED_ASSETS, folder)
        self.formats[name] = asdict(self._forms[content_type.name].format) | {"shared": [_SHARED_PICTURES, shared]}
        return name


def _site_options(settings: Settings) -> dict[str, Any]:
    return {
        "backend": {
            "name": "github",
            "repo": repository_name(settings.repository_url) or _UNKNOWN_REPOSITORY,
            "auth_methods": ["token"],
            "open_authoring": True,
            "auth_scope": "public_repo",
            "squash_merges": True,
        },
        "publish_mode": "editorial_workflow",
        "app_title": f"{settings.site_name}: editor",
        "site_url": settings.site_url,
        "show_preview_links": False,
        "media_folder": SHARED_ASSETS.rstrip("/"),
        "public_folder": _SHARED_PICTURES,
        "media_libraries": _media(),
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
    }


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
