"""How builds are run: whether one is needed, its caches, its processes and its progress."""
