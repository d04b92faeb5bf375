"""The server of the live preview: a page that is open in a browser is reloaded right after each change.

A changed page is rendered alone, in this process. The whole site, with its lists, feeds, emails and search, follows
from :mod:`live_preview.builder`. A page that the whole build does not change again is not reloaded again.
"""

import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import newsroom
from builds.caches import value_cache
from builds.fingerprints import program_fingerprint
from live_preview.builder import Built, LiveBuilder
from live_preview.faults import describe_fault
from live_preview.ports import free_port
from live_preview.site import LiveSite
from live_preview.watcher import Changes, Watcher
from live_preview.web_server import LiveHttpServer
from newsroom.content.types import CONTENT_FOLDERS
from newsroom.page_preview import PagePreview
from newsroom.problems import SETTINGS_FILE, ContentError, Problem
from newsroom.publish.build_context import TEMPLATE_FOLDER
from newsroom.publish.build_options import BuildOptions
from outside.environment import read_variables
from outside.repository import settings

_CATALOGUES = Path(str(newsroom.__file__)).parent / "locale"


class PreviewServer:
    """Serves the preview of a repository. It has those methods of MkDocs' server that MkDocs calls.

    Args:
        site: An empty folder for the site.
        host: The name or address on which to listen.
        port: The port. If it is taken, the next free one is used.
        mount_path: The path of the home page, like "/" or "/newsroom/".
        log: Called with lines for the person who has started the preview.

    Raises:
        ContentError: Nothing can be shown.
        click.ClickException: The address or the port cannot be used.
    """

    def __init__(
        self, root: Path, site: Path, host: str, port: int, mount_path: str, *, log: Callable[[str], None]
    ) -> None:
        self._root, self._log = root, log
        self._site = LiveSite(site)
        self._pages: PagePreview | None = None
        self._known: tuple[Problem, ...] = ()
        found = free_port(host, port)
        self._http = LiveHttpServer((host, found), self._site, mount_path)
        self.url = f"http://{host}:{found}{mount_path}"
        if found != port:
            log(f"Port {port} is taken; the preview is at {self.url}")
        watched = [root / name for name in (*CONTENT_FOLDERS, TEMPLATE_FOLDER, SETTINGS_FILE)]
        self._watcher = Watcher(root, [*watched, _CATALOGUES])
        self._builder = LiveBuilder(root, site, self.url, self._end_build)
        self._start()

    def watch(self, path: str) -> None:
        """Look for changes in one more file or folder."""
        self._watcher.add(Path(path).absolute())

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Serve until the process is interrupted. Changes are shown as soon as files are saved."""
        Thread(target=self._http.serve_forever, daemon=True).start()
        self._log(f"Serving on {self.url}")
        if open_in_browser:
            webbrowser.open(self.url)
        while True:
            self.update(self._watcher.wait())

    def shutdown(self) -> None:
        """End the server and the build in the background."""
        self._builder.stop()
        self._http.server_close()

    def update(self, changes: Changes) -> None:
        """Show what has changed."""
        if any(path.endswith(".po") for path in changes.paths):
            program_fingerprint.cache_clear()
            value_cache.cache_clear()
            self._builder.stop()
        with describe_fault(self._show_fault):
            if changes.are_texts and self._pages:
                self._pages.update(changes.paths, self._known)
            else:
                self._pages = self._load(changes.paths)
            self._known = self._pages.problems
            templates = {path for path in changes.paths if path.startswith(f"{TEMPLATE_FOLDER}/")}
            has_new_files = any(not path.endswith(".md") for path in changes.paths - templates)
            revision = self._site.show(self._pages, has_new_templates=bool(templates), has_new_files=has_new_files)
            self._builder.request(revision)

    def _show_fault(self, fault: str) -> None:
        self._pages = None
        self._site.show(None, fault, has_new_files=True)
        self._log(fault)

    def _start(self) -> None:
        """Load the content while the first build does the same in the other process: they share the cache."""
        self._builder.request(1)
        try:
            self._pages = self._load(frozenset())
        except ContentError:
            self.shutdown()
            raise
        self._site.show(self._pages)

    def _load(self, changed: frozenset[str]) -> PagePreview:
        variables = read_variables()
        if variables.faults:
            raise ContentError(variables.faults)
        options = BuildOptions(
            today=variables.today,
            preview=True,
            value_cache=value_cache(self._root, is_preview=True),
            hides_expired=variables.hides_expired,
        )
        return PagePreview(self._root, settings(self._root), options, changed=changed, known=self._known)

    def _end_build(self, built: Built) -> None:
        is_current = self._site.end_build(built.revision, is_published=not built.fault)
        if is_current and not built.fault:
            self._known = built.problems
        self._log(built.fault or built.summary)
