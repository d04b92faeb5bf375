"""The newsletter as email: converts the HTML of an edition's page for inboxes and mail tools."""

from newsroom.publish.email.check import check_emails
from newsroom.publish.email.emails import Emails
from newsroom.publish.email.folders import email_folders

__all__ = ["Emails", "check_emails", "email_folders"]
