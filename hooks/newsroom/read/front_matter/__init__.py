"""Reads front matter: the YAML between two `---` lines, and what is wrong with it."""
