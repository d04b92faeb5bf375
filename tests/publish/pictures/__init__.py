"""Tests of the pictures on pages."""
