"""Tests of reading Word files."""
