"""Tests of the checks: every mistake an editor can make, and the words in which it is told."""
