"""Tests of the checks of emails."""
