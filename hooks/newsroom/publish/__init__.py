"""Publishing: the Library and the rendered HTML become pages, feeds and email. All of it pure: text in, text out."""
