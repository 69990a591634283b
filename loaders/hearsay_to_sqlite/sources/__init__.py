"""Ways to read articles and claims, one file a format; ``registry`` finds the right one."""
