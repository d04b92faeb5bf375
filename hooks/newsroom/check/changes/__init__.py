"""Checks that compare the content with an earlier state: what readers and subscribers would lose."""
