"""Checks of what front matter says."""
