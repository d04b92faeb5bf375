"""What `make` hands on to the commands."""

import os
import shlex
import subprocess

from tests.support import ROOT


def commands(*arguments: str, **variables: str) -> str:
    """What `make` would run, if everything were set up: its arguments and the environment's variables given."""
    made = ["-o", ".venv/site.stamp", "-o", ".venv/python.stamp"]
    # A make that runs the tests would hand its own options on, and name the folders it enters.
    outer = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    outcome = subprocess.run(
        ["make", "--dry-run", *made, *arguments],
        cwd=ROOT, env=outer | variables, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return " ".join(outcome.stdout.replace("\\\n", " ").split())


def test_options_come_from_the_command_line_of_make_alone() -> None:
    assert commands("import", "FILE=a b.docx", LANGUAGE="en_GB:en", AS="as", NAME="me").endswith(
        "/newsroom import 'a b.docx'"
    )
    assert commands("import", "FILE=x.docx", "AS=newsletter", "LANGUAGE=cy").endswith("--as 'newsletter' --lang 'cy'")
    assert commands("edition", "NAME=2026-12", LANGUAGE="en_GB:en").endswith("new newsletter --name '2026-12'")


def test_values_reach_the_command_as_they_were_given() -> None:
    title = """The "Elm Street" garden: Jo's, for £5 or $6 `a` \\ b"""
    words = shlex.split(commands("story", f"TITLE={title}"))
    assert words[-2:] == ["--title", title]
