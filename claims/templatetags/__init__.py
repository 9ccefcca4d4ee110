"""Template tags: how days, numbers, names and words are shown."""
