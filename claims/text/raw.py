"""A quote before its speaker is looked up: what the rules for prose, turns and headlines give."""

from dataclasses import dataclass

from claims.text.found import Form, Kind
from claims.text.spans import Span


@dataclass(frozen=True, slots=True)
class RawQuote:
    """Where a quote stands, and the words that name its speaker."""

    parts: tuple[Span, ...]
    #: the stretches inside marks; empty for indirect speech
    quoted: tuple[Span, ...]
    kind: Kind
    form: Form
    #: name of the rule that found its speaker
    rule: str
    confidence: float
    cue: Span | None = None
    mention: Span | None = None
    via: Span | None = None
    #: the writer's sentence that attributes it; None for a turn
    sentence: Span | None = None
