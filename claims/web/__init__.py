"""Pages: a request in, one call, the answer out."""
