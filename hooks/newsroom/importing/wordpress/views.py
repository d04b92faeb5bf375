"""How often pages of the old site were viewed, from a table of any program that counts views."""

import csv
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from newsroom.content.web_address import split_address
from newsroom.importing.source import ImportRefusedError


def read_views(path: Path) -> Mapping[str, int]:
    """The views by the path of the address, like "/2019/garden/". Raises ImportRefusedError.

    In each line the first cell that is an address counts, and the first number after it: "/2019/garden/,1234".
    """
    found: dict[str, int] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                address = next((cell for cell in row if cell.startswith(("/", "http://", "https://"))), None)
                after = row[row.index(address) + 1 :] if address else ()
                number = next((cell.replace(",", "") for cell in after if cell.replace(",", "").isdecimal()), None)
                if address and number:
                    key = page_path(address)
                    found[key] = found.get(key, 0) + int(number)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ImportRefusedError(
            f"{path} cannot be read: save it as CSV, with an address and a number a line."
        ) from error
    return found


def page_path(address: str) -> str:
    """The path of an address without its host, with a slash at its end: how pages are compared."""
    return f"{unquote(split_address(address).path).rstrip('/')}/"
