"""Converts documents with LibreOffice, where it is installed."""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from newsroom.importing.read import NoOfficeProgramError
from newsroom.importing.source import ImportRefusedError

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_SECONDS = 120
_FILTERS = (
    (b"PK", ".doc", "MS Word 2007 XML"),
    (b"PK", "", "writer8"),
    (b"\xd0\xcf\x11\xe0", "", "MS Word 97"),
    (b"{\\rtf", "", "Rich Text Format"),
    (b"<?xml", "", "OpenDocument Text Flat XML"),
)
"""LibreOffice's name of a format, by the first bytes of a file and its ending. Without it, any file is read as text."""
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
"""No macro runs, and nothing is loaded from other computers."""


def convert_to_word(data: bytes, ending: str) -> bytes:
    """Return a document as .docx, by LibreOffice with a profile of its own, which is deleted.

    Args:
        data: The document.
        ending: The ending of its file, like ".odt".

    Raises:
        NoOfficeProgramError: LibreOffice is not installed.
        ImportRefusedError: It cannot convert the document, or takes too long.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise NoOfficeProgramError
    with TemporaryDirectory() as name:
        folder = Path(name)
        profile, source, target = folder / "profile", folder / f"document{ending}", folder / "out" / "document.docx"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        source.write_bytes(data)
        options = ("--headless", "--norestore", "--nolockcheck", "--nodefault", f"--infilter={_filter(data, ending)}")
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *options,
            "--convert-to",
            "docx",
            "--outdir",
            str(target.parent),
            str(source),
        ]
        _run(command, folder)
        try:
            return target.read_bytes()
        except OSError as error:
            raise ImportRefusedError(
                "LibreOffice cannot read the document: it may be damaged, or protected by a password. Open it in the "
                "program that made it, save it as Word (.docx) without a password, and import that."
            ) from error


def _filter(data: bytes, ending: str) -> str:
    """LibreOffice's name of a document's format. Raises ImportRefusedError if it is none that can be converted."""
    for start, of_ending, name in _FILTERS:
        if data.startswith(start) and of_ending in ("", ending):
            return name
    raise ImportRefusedError(f"The file is not what its name says (“{ending}”), or it is damaged. Is it the right one?")


def _run(command: list[str], folder: Path) -> None:
    """Run a program without the variables of this one; after the time limit, end it and all that it started."""
    variables = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LANG": "C.UTF-8"}
    silent = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, env=variables, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
    ) as process:
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise ImportRefusedError(
                f"LibreOffice took more than {_SECONDS} seconds. Save the document as Word (.docx), and import that."
            ) from error
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
