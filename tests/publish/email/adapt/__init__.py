"""Tests of the adaptation for inboxes."""
