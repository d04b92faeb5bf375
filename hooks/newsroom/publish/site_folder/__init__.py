"""The folder of the site: how a finished build replaces the last one, and when it does in spite of errors."""
