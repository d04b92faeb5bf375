"""The browser editor at ``/edit/``, in which people write without git and YAML: Sveltia CMS, with forms for each model.

``collections.py`` makes its configuration from the content types, and ``fields.py`` the fields of each form from the
JSON Schema of a model, so a new type or field is in the editor without more code. ``output.py`` writes the files.
"""

from newsroom.publish.editor.collections import Configuration, editor_forms
from newsroom.publish.editor.output import Editor

__all__ = ["Configuration", "Editor", "editor_forms"]
