"""Tests of newsroom/markup/."""
