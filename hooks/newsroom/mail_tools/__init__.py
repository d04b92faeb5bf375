"""The mail tools, with the merge tags of each: built-in ones from ``tools.toml``, others from mkdocs.yml."""

from newsroom.mail_tools.definitions import GENERIC, MAIL_TOOLS, read_mail_tools
from newsroom.mail_tools.marks import TagAddresses, tag_pattern, tag_start
from newsroom.mail_tools.model import SAMPLE_NAME, EmailForm, MailTool, Sample, Tag

__all__ = [
    "GENERIC",
    "MAIL_TOOLS",
    "SAMPLE_NAME",
    "EmailForm",
    "MailTool",
    "Sample",
    "Tag",
    "TagAddresses",
    "read_mail_tools",
    "tag_pattern",
    "tag_start",
]
