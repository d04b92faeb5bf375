"""``python -m bench.measured_build [--pagefind] …``: run MkDocs with the given arguments, in this process.

The last line of output is this process's peak of resident bytes and, with ``--pagefind``, also Pagefind's peak.
"""

import runpy
import sys

from bench.memory import pagefind_peaks, process_peak


def main() -> None:
    """Run MkDocs as ``python -m mkdocs`` does, and print the peaks. If MkDocs fails, exit with its status."""
    if sys.argv[1] != "--pagefind":
        _run(sys.argv[1:])
        print(process_peak())
        return
    with pagefind_peaks() as peaks:
        _run(sys.argv[2:])
    print(process_peak(), max(peaks))


def _run(arguments: list[str]) -> None:
    sys.argv = ["mkdocs", *arguments]
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if ended.code:
            raise


if __name__ == "__main__":
    main()
