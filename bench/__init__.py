"""The benchmark: our build's time and memory, beside those of Material's blog plugin with a feed."""
