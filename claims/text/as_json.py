"""Found quotes as plain values, in the form in which pipelines get them."""

from collections.abc import Sequence
from typing import Any

from claims.text.found import FoundQuote
from claims.text.spans import Span


def quote_as_json(text: str, quote: FoundQuote) -> dict[str, Any]:
    """Return one quote with offsets and words of ``text``, ready for ``json.dumps``."""
    span = quote.span
    return {
        "start": span.start,
        "end": span.end,
        "parts": _pairs(quote.parts),
        "quoted": _pairs(quote.quoted),
        "kind": quote.kind.value,
        "form": quote.form.value,
        "rule": quote.rule,
        "confidence": round(quote.confidence, 3),
        "cue": _words(text, quote.cue),
        "mention": _words(text, quote.mention),
        "speaker": quote.speakers[0].name if len(quote.speakers) == 1 else None,
        "speakers": [speaker.name for speaker in quote.speakers],
        "via": _words(text, quote.via),
        "statements": [_pairs(statement) for statement in quote.statements],
        "inside": quote.inside,
    }


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _words(text: str, span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.cut(text)}
