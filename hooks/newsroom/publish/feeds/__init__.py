"""Feeds: the same entries as RSS, Atom and JSON, for everything, for each list, and for each area and principle."""

from newsroom.publish.feeds.output import Feeds
from newsroom.publish.feeds.pages import FeedRow
from newsroom.publish.feeds.plan import EVERYTHING, LISTS

__all__ = ["EVERYTHING", "LISTS", "FeedRow", "Feeds"]
