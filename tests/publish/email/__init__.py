"""Tests of the newsletter email."""
