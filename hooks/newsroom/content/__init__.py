"""Content: its types and their fields, its folders and dates, and the library that decides what appears."""
