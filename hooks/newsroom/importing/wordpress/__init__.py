"""WordPress: its export (WXR, an extended RSS file) → items → drafts, a page or post at a time."""
