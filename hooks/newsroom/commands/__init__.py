"""What the commands do: one module or package for each, but ``preview`` and ``explain``."""
