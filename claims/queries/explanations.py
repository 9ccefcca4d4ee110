"""Explanations: what a match's score counted, in words."""

from claims.matching.explain import from_data, in_words
from claims.models import Match


def explanation_in_words(match: Match) -> str:
    """Return why the two statements match, or "" if a person joined them and no score was counted."""
    return in_words(from_data(match.features)) if match.features else ""
