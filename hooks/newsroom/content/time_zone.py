"""The time zone of the site. A build without changes imports this module, so it imports nothing else of the core."""

from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Europe/London")
"""The time zone of all times in content, and of the day of a build. A day begins and ends at midnight there."""
