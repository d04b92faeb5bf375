"""The sender's page: from it an edition is copied into the mail tool, once its checks have passed."""

from newsroom.publish.email.sender.page import SenderPages

__all__ = ["SenderPages"]
