"""Calendars (RFC 5545): a file for each event, and for all events, and those of each area, in each language."""

from newsroom.publish.calendars.output import Calendars, calendar_path, event_path

__all__ = ["Calendars", "calendar_path", "event_path"]
