"""Pictures on pages: in forms and widths that load quickly, upright, and with nothing in them but the picture."""

from collections.abc import Iterator

from newsroom.content.library import Channel
from newsroom.publish.build_context import BuildContext
from newsroom.publish.output import Output
from newsroom.publish.pictures.files import PictureFiles
from newsroom.publish.pictures.markup import PictureHtml
from newsroom.publish.pictures.plan import plan_pictures

__all__ = ["Pictures"]


class Pictures(Output):
    """Writes the pictures that pages show.

    ``problems`` are the errors that are visible in their headers.

    Attributes:
        html: Makes their HTML.
        made: Makes their files.
    """

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        sources = context.content.sources
        shown = (sources[document.path] for document in context.library.pages(Channel.WEB))
        planned, self.problems = plan_pictures(shown, context.assets, context.root, context.cache)
        self.html = PictureHtml({picture.path: picture.sized for picture in planned if picture.sized}.get)
        self.made = PictureFiles(planned, context.root, context.cache)
        self.paths = self.made.paths

    @property
    def linkable_paths(self) -> tuple[str, ...]:
        """Empty: links use the addresses of the originals."""
        return ()

    def start_background_work(self) -> None:
        """Start making the files."""
        self.made.start_background_work()

    def finish_background_work(self) -> None:
        """Wait until the files are made."""
        self.made.finish_background_work()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each picture's variants and the file at its own address. They are empty if the picture has an error."""
        for planned, error, files in self.made.make():
            if error:
                self._context.log.add_pending(planned.use.problem(planned.asset, error))
            yield from files
