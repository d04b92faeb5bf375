"""The newsroom's core: Markdown files in; pages, feeds and newsletter email out.

Data flows one way: ``read`` turns files into documents, ``check`` reports errors in them, and ``publish`` turns them
into pages, feeds and email. Nothing in here depends on the engine (MkDocs), the clock, the environment or the network:
callers pass today's date and the settings.
"""
