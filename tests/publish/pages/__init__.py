"""Tests of what readers get: pages, feeds, emails."""
