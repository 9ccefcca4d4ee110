"""Gold files: one JSON object per article and line.

``doc_id``, ``text``, ``lang``, ``quotes``; a quote has ``type`` (direct, mixed, indirect or transcript),
``start``, ``end``, ``fragments`` (its stretches), ``segments`` (its stretches inside marks), ``cue``, and its
speaker: ``speaker_text``, ``speaker_start``, ``speaker_end`` (the mention) and ``speaker_name`` or
``speaker_names`` (right names). Offsets count code points, half open.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.text.found import Form, FoundQuote, Kind

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """One quote, of the gold or of the extractor."""

    #: direct, mixed, indirect or transcript
    type: str
    #: the stretches inside marks, or of a turn its paragraphs
    segments: tuple[Stretch, ...]
    #: all stretches
    fragments: tuple[Stretch, ...]
    names: tuple[str, ...]
    #: the words that name the speaker
    mention: str
    mention_at: Stretch | None
    cue: str = ""
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a set."""

    doc_id: str
    text: str
    language: str
    quotes: tuple[Said, ...]


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the articles of one gold file."""
    for line in path.read_text("utf-8").splitlines():
        found = json.loads(line)
        quotes = tuple(_from_gold(quote) for quote in found["quotes"])
        yield Article(found["doc_id"], found["text"], found.get("lang", "en"), quotes)


def _from_gold(quote: dict[str, Any]) -> Said:
    whole = [(quote["start"], quote["end"])]
    names = [
        *(quote.get("speaker_names") or ()),
        *([quote["speaker_name"]] if quote.get("speaker_name") else ()),
    ]
    start, end = quote.get("speaker_start"), quote.get("speaker_end")
    return Said(
        type=quote["type"],
        segments=_stretches(quote.get("segments") or []),
        fragments=_stretches(quote.get("fragments") or whole),
        names=tuple(names),
        mention=quote.get("speaker_text") or "",
        mention_at=(start, end) if start is not None and end is not None else None,
        cue=quote.get("cue") or "",
    )


def _stretches(pairs: list[list[int]] | list[tuple[int, int]]) -> tuple[Stretch, ...]:
    return tuple((start, end) for start, end in pairs)


#: forms that are turns, whatever they hold
TURNS = frozenset({Form.TRANSCRIPT, Form.DASH, Form.COLON})


def from_found(text: str, quote: FoundQuote) -> Said:
    """Return what the extractor found in the form of the gold."""
    spans = quote.quoted or quote.parts
    if quote.form in TURNS:
        kind = "transcript"
    elif quote.kind is Kind.INDIRECT or quote.form is Form.HEADLINE:
        kind = "indirect"
    else:
        kind = quote.kind.value
    mention = quote.mention
    return Said(
        type=kind,
        segments=tuple((span.start, span.end) for span in spans),
        fragments=tuple((part.start, part.end) for part in quote.parts),
        names=(quote.speakers[0].name,) if len(quote.speakers) == 1 else (),
        mention=mention.cut(text) if mention else "",
        mention_at=(mention.start, mention.end) if mention else None,
        rule=quote.rule,
        confidence=quote.confidence,
    )
