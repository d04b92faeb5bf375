"""Tests of the checks: every error that an editor can make is reported."""
