"""The administration: the stock admin over the same services, for rows."""
