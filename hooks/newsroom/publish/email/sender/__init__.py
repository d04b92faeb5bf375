"""The sender's page, from which an edition is copied into the mail tool."""

from newsroom.publish.email.sender.page import SenderPages

__all__ = ["SenderPages"]
