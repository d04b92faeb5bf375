"""Files that work without a server: the whole preview, and the newest edition's email, opened from disk."""

from newsroom.publish.offline.email import email_files
from newsroom.publish.offline.pages import convert_site_for_disk

__all__ = ["convert_site_for_disk", "email_files"]
