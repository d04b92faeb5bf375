"""The files that are published unchanged."""

from collections.abc import Collection, Iterator
from pathlib import Path

from newsroom.problems import CANNOT_OPEN
from newsroom.publish.build_context import TEMPLATE_FOLDER, BuildContext
from newsroom.publish.output import Output
from newsroom.publish.theme.assets import ThemeAssets
from newsroom.publish.theme.material import theme_style_sheets


class Copies(Output):
    """Publishes the files of editors, those in ``overrides/assets/``, and the style sheet of the theme.

    Args:
        picture_paths: The paths on the site of the pictures that the build makes, also from files of editors.
    """

    def __init__(self, context: BuildContext, picture_paths: Collection[str]) -> None:
        super().__init__(context)
        folder, made = context.root / TEMPLATE_FOLDER, frozenset(picture_paths)
        own = {file.relative_to(folder).as_posix(): file for file in sorted(folder.glob("assets/**/[!.]*"))}
        added = {url: context.root / path for path, url in sorted(context.assets.items()) if url not in made}
        self._files = {path: file for path, file in own.items() if path not in ThemeAssets.paths and file.is_file()}
        self._files |= dict(theme_style_sheets())
        self.paths = tuple(self._files)
        self._files |= added

    def file(self, path: str) -> Path | None:
        """Return the file that is published at a path on the site; None if there is none."""
        return self._files.get(path)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each file that can still be read, and report the others."""
        for path, file in self._files.items():
            try:
                content = file.read_bytes()
            except OSError:
                root = self._context.root
                name = file.relative_to(root).as_posix() if file.is_relative_to(root) else path
                self._context.log.add_pending(CANNOT_OPEN.at(name, None, "this file"))
            else:
                yield path, content
