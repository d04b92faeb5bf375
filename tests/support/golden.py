"""Golden files: output that is compared, byte for byte, with what was last looked at and kept."""

from pathlib import Path

from tests.support import ROOT

GOLDEN = ROOT / "tests/golden"


class Golden:
    """Compares output with golden files; with ``--write-golden`` it rewrites those that differ, and lists them."""

    def __init__(self, folder: Path = GOLDEN, *, write: bool) -> None:
        self._folder = folder
        self._write = write
        self.written: list[str] = []

    def check(self, name: str, content: bytes) -> None:
        """Hold ``content`` against the golden file of a name."""
        file = self._folder / name
        kept = file.read_bytes() if file.exists() else None
        if self._write and content != kept:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            self.written.append(name)
        elif not self._write:
            assert kept is not None, f"there is no golden file {name}; `make golden` writes it"
            assert content.decode() == kept.decode(), f"{name} changed; if that is right, `make golden` keeps it"
