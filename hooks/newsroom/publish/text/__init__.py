"""What pages, the search, feeds and email show of a text: one tree, prepared for each."""
