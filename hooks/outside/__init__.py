"""What the core does not access itself: the clock, variables, git, GitHub and other programs."""
