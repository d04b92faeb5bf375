"""LibreOffice is started as a process of its own, without the variables and profile of the user, and is ended."""

import os
import time
from pathlib import Path

import pytest

from newsroom.importing.read import NoOfficeProgramError
from newsroom.importing.source import ImportRefusedError
from outside import office

RTF = b"{\\rtf1 Words.}"
PROGRAM = """\
#!/bin/sh
{ echo "$@"; env; cat "$HOME/profile/user/registrymodifications.xcu"; ls "$HOME"; } > "$HOME/log"
mkdir -p "$HOME/out"
cat "$HOME/document.rtf" "$HOME/log" > "$HOME/out/document.docx"
"""
"""It stands for LibreOffice: what it writes is what it was given."""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in the path of programs, to be written as LibreOffice; nothing else is found."""
    monkeypatch.setattr(office, "_PROGRAMS", ("soffice",))
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("PLANTED", "secret")
    program = tmp_path / "soffice"
    program.write_text("", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_document_is_converted_without_macros_and_variables(install: Path) -> None:
    install.write_text(PROGRAM, encoding="utf-8")
    written = office.convert_to_word(RTF, ".rtf").decode()
    assert written.startswith(RTF.decode())
    assert "--headless" in written and "--infilter=Rich Text Format --convert-to docx" in written
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true' in written
    assert "PLANTED" not in written
    home = next(line for line in written.split("\n") if line.startswith("HOME=")).removeprefix("HOME=")
    assert not Path(home).exists()


def test_failure_and_unknown_content_are_refused(install: Path) -> None:
    install.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    with pytest.raises(ImportRefusedError, match="may be damaged, or protected by a password"):
        office.convert_to_word(RTF, ".rtf")
    with pytest.raises(ImportRefusedError, match="is not what its name says"):
        office.convert_to_word(b"junk", ".doc")


def test_program_that_hangs_is_ended_with_all_that_it_started(
    install: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_SECONDS", 0.5)
    install.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {tmp_path}/child\nwait\n", encoding="utf-8")
    with pytest.raises(ImportRefusedError, match="took more than"):
        office.convert_to_word(RTF, ".rtf")
    child = int((tmp_path / "child").read_text(encoding="utf-8"))
    deadline = time.monotonic() + 20  # a process that was killed may run on for a moment
    while _runs(child) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not _runs(child)


def _runs(process: int) -> bool:
    """Whether a process has not ended yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split(") ")[1][0] != "Z"
    except OSError:
        return False


def test_missing_program_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_PROGRAMS", ("no-such-program",))
    with pytest.raises(NoOfficeProgramError):
        office.convert_to_word(RTF, ".rtf")
