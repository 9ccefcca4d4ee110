"""Autocomplete: what is offered while somebody types."""

from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView

from claims.models import Article, Claim


class Autocomplete(AutocompleteJsonView):
    """Rows with what tells them apart; each noun's administration says who sees which."""

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        """Return one offered row."""
        return {"id": str(getattr(obj, to_field_name)), "text": offered(obj)}


def offered(row: Any) -> str:
    """Return how a row is offered: claims with what they stand under, articles with outlet and day."""
    if isinstance(row, Claim):
        above = f"{row.parent} / " if row.parent is not None else ""
        return f"{above}{row} · {row.codebook}"
    if isinstance(row, Article):
        told = [
            row.title or "(no title)",
            str(row.outlet or "outlet unknown"),
            str(row.published_on or "no date"),
        ]
        return " · ".join(told)
    return str(row)
