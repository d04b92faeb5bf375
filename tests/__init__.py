"""The tests. Python keeps what it compiles, for all processes of a run, also where the environment says otherwise."""

import os
import sys

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
