"""Tests of the live preview's parts; tests/pipeline/test_preview.py uses it whole."""
