"""Feeds in RSS, Atom and JSON: one for everything, one for each list, and one for each area and principle."""

from newsroom.publish.feeds.output import Feeds
from newsroom.publish.feeds.pages import FeedRow
from newsroom.publish.feeds.plan import EVERYTHING, LISTS

__all__ = ["EVERYTHING", "LISTS", "FeedRow", "Feeds"]
