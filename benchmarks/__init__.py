"""Measures what On Record promises. Data sets are given as paths; none is part of the project."""
