"""``python record_peak.py FILE PROGRAM …``: run a program and append its peak of resident bytes to a file.

This process is small on purpose: some systems report the peak of the starting process for the started one.
"""

import os
import sys
from pathlib import Path

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


def main() -> None:
    """Run the program with the arguments that follow it, and exit with its status."""
    file, program, *arguments = sys.argv[1:]
    process = os.posix_spawn(program, [program, *arguments], os.environ)
    _, status, usage = os.wait4(process, 0)
    with Path(file).open("a", encoding="utf-8") as peaks:
        peaks.write(f"{usage.ru_maxrss * _MAXRSS_UNIT}\n")
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
