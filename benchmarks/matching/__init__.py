"""Measures the matching room: quality beside other methods, speed, and the fitting of its models."""
