"""Reads that join models or shape rows, and what a person may see."""
