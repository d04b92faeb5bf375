"""Tests of what is adapted for inboxes."""
