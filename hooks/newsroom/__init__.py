"""The newsroom's core: Markdown files in; pages, feeds and newsletter email out.

Data flows one way: ``read`` turns files into documents, ``check`` holds the library of them against the
rules, ``publish`` turns it into what readers get. Nothing in here knows the engine (MkDocs), the clock, the
environment or the network: today's date, the settings and the rendered HTML are handed in.
"""
