"""The theme, the environment of all templates, and what is made from templates for all pages, like style sheets."""
