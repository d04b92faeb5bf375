"""What works without a server: the whole preview, and the newest edition's email alone, to be opened from disk."""

from newsroom.publish.offline.email import email_files
from newsroom.publish.offline.site import prepare_for_disk

__all__ = ["email_files", "prepare_for_disk"]
