"""What the text room gives back: frozen values whose spans count in the text they were found in."""

from dataclasses import dataclass
from enum import StrEnum

from claims.text.spans import Span, hull


class Kind(StrEnum):
    """Whose words a quote holds."""

    DIRECT = "direct"  #: the speaker's words
    MIXED = "mixed"  #: the writer's words around stretches of the speaker's
    INDIRECT = "indirect"  #: the writer's report of them


class Form(StrEnum):
    """How a quote is marked in the article."""

    MARKS = "marks"  #: quotation marks
    DASH = "dash"  #: a speech opened by a dash
    TRANSCRIPT = "transcript"  #: a turn after the speaker's label
    COLON = "colon"  #: a speech or block opened by a line that ends with a colon
    HEADLINE = "headline"  #: marks, or a speaker's label, in the headline
    REPORTED = "reported"  #: reported speech with a cue, no marks


class SpeakerKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"  #: "a spokesman for X", kept apart from X


@dataclass(frozen=True, slots=True)
class FoundSpeaker:
    """One speaker of a quote, as far as the article tells."""

    #: the fullest name the article gives ("Vladimir Putin" for "he"); titles are left out
    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    #: the office the article gives this speaker ("President of Russia"); empty if none
    position: str = ""
    #: every other name the article uses for this speaker, without titles, in order of appearance
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """What one speaker is reported to have said at one place of an article."""

    #: rising, disjoint stretches. A direct quote's leave out its outer marks and its
    #: introducing dash; a mixed quote's hold the writer's words too.
    parts: tuple[Span, ...]
    #: the stretches inside quotation marks, or, for a speech, its paragraphs; empty for indirect speech
    quoted: tuple[Span, ...]
    #: ``parts`` cut into sentence-sized statements, each with parts of its own
    statements: tuple[tuple[Span, ...], ...]
    kind: Kind
    form: Form
    #: name of the rule (a function of the text room) that found and attributed it
    rule: str
    #: 0..1: how often a quote like this one has the right speaker
    confidence: float
    cue: Span | None = None
    #: the words that name the speaker
    mention: Span | None = None
    #: the medium that carried the statement ("according to Azertag"); not its speaker
    via: Span | None = None
    #: none if unknown; several for "Smith and Jones said"
    speakers: tuple[FoundSpeaker, ...] = ()
    #: place, in the list of found quotes, of the quote that this one stands inside of
    inside: int | None = None

    @property
    def span(self) -> Span:
        """The hull of the parts."""
        return hull(self.parts)
