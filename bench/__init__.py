"""The benchmark: our build's time and memory, beside those of Material's blog plugin; our email, beside MJML's."""
