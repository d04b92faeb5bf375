"""Tests of the checks that every email passes."""
