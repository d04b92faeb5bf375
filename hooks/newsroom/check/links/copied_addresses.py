"""Finds addresses that work only where they were copied: on a computer, or in a mail tool."""

from collections.abc import Iterable

from newsroom.content.local_files import find_local_place
from newsroom.mail_tools import MailTool, TagAddresses
from newsroom.problems import Fault, shorten

MERGE_TAG_LINK = "merge-tag-link"


class CopiedAddresses:
    """Finds the faults of copied addresses. ``tools`` are the mail tools whose tags are named."""

    def __init__(self, tools: Iterable[MailTool]) -> None:
        self._tags = TagAddresses(tools)

    def find_fault(self, address: str, subject: str, *, is_link: bool = True) -> Fault | None:
        """What is wrong with an address, and how to fix it; None if it was not copied.

        Args:
            address: The address, as it is written.
            subject: "link" or "picture".
            is_link: Whether Markdown recognises it. Else a tag anywhere in the address is the fault.
        """
        shown = f"the {subject} '{shorten(address)}'"
        if place := find_local_place(address):
            fix = "put the file beside this one, and write its name"
            return Fault("link-scheme-invalid", f"{shown} leads to a file {place}", fix)
        found = self._tags.find(address) if is_link else self._tags.find_inside(address)
        if found is None:
            return None
        example = f", such as {found.tool}" if found.tool else ""
        what = f"the address of a {subject} is '{shorten(found.tag, 60)}', a tag of a mail tool{example}"
        otherwise = ": the links to unsubscribe and to view the email online are in each email already"
        fix = f"delete the {subject}{otherwise if subject == 'link' else ''}"
        return Fault(MERGE_TAG_LINK, f"{what}, so it leads nowhere", fix)
