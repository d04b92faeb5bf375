"""Tests of newsroom.importing.web."""
