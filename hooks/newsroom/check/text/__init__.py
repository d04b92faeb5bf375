"""Checks of what texts say and how they are written."""
