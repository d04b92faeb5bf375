"""Tests of the PDFs of pages."""
