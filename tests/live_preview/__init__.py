"""Tests of the live preview's parts; tests/pipeline/test_live_preview.py uses it whole."""
