"""Feeds: the same entries as RSS, Atom and JSON, for everything, for each list, and for each area and principle."""

from newsroom.publish.feeds.output import Feeds

__all__ = ["Feeds"]
