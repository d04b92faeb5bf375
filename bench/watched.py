"""``python -m bench.watched [--pagefind] …``: MkDocs with the arguments that follow, in this process.

Its last line is the most resident bytes that this process took and, with ``--pagefind``, those that Pagefind's took.
"""

import runpy
import sys

from bench.memory import own_peak, pagefind_peaks


def main() -> None:
    """Run MkDocs as ``python -m mkdocs`` does, and print what it took. Ends as MkDocs does where that fails."""
    if sys.argv[1] != "--pagefind":
        _run(sys.argv[1:])
        print(own_peak())
        return
    with pagefind_peaks() as peaks:
        _run(sys.argv[2:])
    print(own_peak(), max(peaks))


def _run(arguments: list[str]) -> None:
    sys.argv = ["mkdocs", *arguments]
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if ended.code:
            raise


if __name__ == "__main__":
    main()
