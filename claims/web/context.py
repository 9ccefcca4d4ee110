"""What every page's head shows."""

from typing import Any

from django.http import HttpRequest


def head(request: HttpRequest) -> dict[str, Any]:
    """Return what the head of a page needs."""
    return {}
