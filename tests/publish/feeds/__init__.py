"""Tests of how publications are cited."""
