"""Compare: features, candidates, scores, explanations. Strings in, scored pairs out."""
