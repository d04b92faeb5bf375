"""Reads pictures and PDFs."""
