"""Publishing: makes pages, feeds and email from the library and the rendered HTML. Pure functions of their input."""
