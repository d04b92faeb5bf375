"""Tests of the import from Mailchimp."""
