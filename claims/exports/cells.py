"""Cells: how one value is written into a file."""

import json
from datetime import UTC, date, datetime
from typing import Any


def as_text(value: Any) -> str:
    """Return a value as text: ISO dates, UTC times, "true" and "false", JSON for lists, "" for missing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return str(value)


def as_json(value: Any) -> Any:
    """Return a value as JSON holds it: numbers, lists, true and false stay, dates become ISO text."""
    return as_text(value) if isinstance(value, (datetime, date)) else value
