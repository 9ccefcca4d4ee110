"""Media that carry what somebody says: "according to Lumepress, Orlan said". They are not its speaker."""

from collections.abc import Sequence

from claims.text.languages.pack import LanguagePack
from claims.text.spans import Span

#: characters on each side of the speaker's mention within which a sentence names its medium
NEAR = 240


def find_carrier(
    text: str, sentence: Span, mention: Span, parts: Sequence[Span], pack: LanguagePack
) -> Span | None:
    """Return the medium that a sentence names beside the speaker at ``mention``, outside the words said."""
    begin, end = max(sentence.start, mention.start - NEAR), min(sentence.end, mention.end + NEAR)
    if pack.carrier_words and not any(word in text[begin:end] for word in pack.carrier_words):
        return None
    for pattern in pack.carriers:
        for match in pattern.finditer(text, begin, end):
            via = Span(match.start("via"), match.end("via") - match.group("via").endswith("."))
            if not via.overlaps(mention) and not any(via.overlaps(part) for part in parts):
                return via
    return None
