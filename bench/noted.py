"""``python noted.py FILE PROGRAM …``: run a program, and add the most resident bytes that it took to a file, on a line.

This process is small: what a system says of a program's peak may be that of the process which started it.
"""

import os
import sys
from pathlib import Path

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


def main() -> None:
    """Run the program with the arguments that follow it. Ends as the program does."""
    file, program, *arguments = sys.argv[1:]
    process = os.posix_spawn(program, [program, *arguments], os.environ)
    _, status, usage = os.wait4(process, 0)
    with Path(file).open("a", encoding="utf-8") as peaks:
        peaks.write(f"{usage.ru_maxrss * _MAXRSS_UNIT}\n")
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
