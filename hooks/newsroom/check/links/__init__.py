"""Checks of addresses and links."""
