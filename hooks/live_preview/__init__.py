"""The live preview: a server that shows each change at once, and a process that builds the whole site after it."""
