"""The pages of the site: their addresses, their order and their lists."""
