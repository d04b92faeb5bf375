"""Tests of what the site says of its pages."""
