"""Search by statement: who said something like a sentence, over the matcher that the process holds."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from claims.matching.diff import find_differences
from claims.matching.explain import in_words
from claims.matching.matcher import Hit
from claims.matching.terms import read_terms
from claims.models import Match, Speaker, Statement
from claims.models.match import STORED_FROM
from claims.queries.lists import speakers_of_quotes, statements_to_list
from claims.queries.shown_matches import DiffPiece, cut_at
from claims.services.held_matcher import matcher_at_hand
from claims.text.language import guess_language
from claims.text.languages import pack_for
from claims.text.segments import sentences
from claims.text.spans import Span

MOST_SENTENCES = 12
#: answers to one sentence
MOST = 20
#: of what is below the least score, where nothing else is found; below this one it resembles nothing
MOST_WEAKER = 3
WEAKEST = 0.1
#: what is compared for them: several prints of one utterance are one answer
LOOKED_AT = 80
#: so many statements are searched alone; of more, the most alike of all are sifted
MOST_ALONE = 100_000
SIFTED = 600


class UnableToSearch(Exception):
    """The search cannot be made; ``field`` is what to change, the words say how."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


@dataclass(frozen=True, slots=True)
class Like:
    """One statement that resembles a sentence."""

    statement: Statement
    speakers: Sequence[Speaker]
    score: float
    relation: Match.Relation
    method: Match.Method
    #: what the score counted; "first" is the sentence, "second" the statement
    explanation: str
    #: the statement, with what differs from the sentence marked
    pieces: Sequence[DiffPiece]
    #: how many statements its utterance has
    prints: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One sentence and the statements like it, the most alike first."""

    sentence: str
    likes: Sequence[Like]
    #: where there is none: the nearest that are below the least score; of short sentences few reach it
    weaker: Sequence[Like]


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked, the language it was read in ("" if it could not be told), and the answers."""

    language: str
    is_guessed: bool
    sentences: Sequence[Answer]
    #: whether the text had more sentences than were searched
    is_cut: bool


def find_like(
    *,
    text: str,
    language: str = "",
    among: QuerySet[Statement] | None = None,
    min_score: float = STORED_FROM,
    most: int = MOST,
) -> Answers:
    """Find for each sentence of a text the statements most like it.

    Of an utterance the print most like the sentence is given.

    :param language: an ISO 639-1 code; without it the language is guessed from the whole text.
    :param among: the statements that may be answers; all if it is left out.
    :raises UnableToSearch: if there is no word in the text.
    """
    cut, said = _sentences(text, language)
    with matcher_at_hand() as held:
        # a guess that no article is in says nothing: then the text is compared with every language
        guess = "" if language else guess_language(text)
        read_as = language or (guess if guess in held.matcher.index.languages else "")
        wanted = _wanted(among)
        looked_at = SIFTED if among is not None and wanted is None else LOOKED_AT
        hits = [
            (sentence, held.matcher.search(sentence, language=read_as, most=looked_at, among=wanted))
            for sentence in said
        ]
    rows = _rows({hit.id for _, found in hits for hit in found}, among if wanted is None else None)
    speakers = speakers_of_quotes([row.quote_id for row in rows.values()])
    answers = []
    for sentence, found in hits:
        likes = _likes(sentence, read_as, found, rows, speakers, min_score)[:most]
        weaker = [] if likes else _likes(sentence, read_as, found[:LOOKED_AT], rows, speakers, WEAKEST)
        answers.append(Answer(sentence, likes, weaker[:MOST_WEAKER]))
    return Answers(read_as, not language and bool(read_as), answers, cut)


def _sentences(text: str, language: str) -> tuple[bool, list[str]]:
    """Return whether there were too many sentences, and those that are searched.

    :raises UnableToSearch: if none has a word.
    """
    if not text.strip():
        raise UnableToSearch("text", "There is nothing to search for. Paste a sentence.")
    spans = sentences(text, Span(0, len(text)), pack_for(text, language or None))
    found = dict.fromkeys(span.cut(text) for span in spans)  # what is pasted twice is asked once
    wordy = [sentence for sentence in found if read_terms(sentence, language).words]
    if not wordy:
        raise UnableToSearch("text", "There is no word in this text. Paste a sentence.")
    return len(wordy) > MOST_SENTENCES, wordy[:MOST_SENTENCES]


def _wanted(among: QuerySet[Statement] | None) -> Collection[int] | None:
    """Return the ids to search alone; none if all are searched, or so many that they are sifted after."""
    if among is None:
        return None
    ids = list(among.order_by().values_list("id", flat=True)[: MOST_ALONE + 1])
    return None if len(ids) > MOST_ALONE else ids


def _rows(ids: set[int], among: QuerySet[Statement] | None) -> dict[int, Statement]:
    """Return the live statements of these ids, only those in ``among`` where it is given."""
    rows = statements_to_list().select_related("utterance").filter(pk__in=ids)
    if among is not None:
        rows = rows.filter(pk__in=among.order_by().filter(pk__in=ids).values("pk"))
    return {row.pk: row for row in rows}


def _likes(
    sentence: str,
    language: str,
    hits: Iterable[Hit],
    rows: dict[int, Statement],
    speakers: dict[int, list[Speaker]],
    min_score: float,
) -> list[Like]:
    likes: list[Like] = []
    utterances: set[int] = set()
    # the very words come first, whatever the order of the others is tuned to
    for hit in sorted(hits, key=lambda hit: not hit.pair.explanation.same_terms):
        row = rows.get(hit.id)
        if row is None or hit.pair.score < min_score or row.utterance_id in utterances:
            continue
        if row.utterance_id is not None:
            utterances.add(row.utterance_id)
        likes.append(_like(sentence, language, hit, row, speakers.get(row.quote_id, [])))
    return likes


def _like(sentence: str, language: str, hit: Hit, row: Statement, speakers: Sequence[Speaker]) -> Like:
    _, marks = find_differences(sentence, row.exact, row.article.language or language)
    return Like(
        statement=row,
        speakers=speakers,
        score=round(hit.pair.score, 4),
        relation=Match.Relation(hit.pair.relation.value.upper()),
        method=Match.Method(hit.pair.method.upper()),
        explanation=in_words(hit.pair.explanation),
        pieces=cut_at(row.exact, marks),
        prints=row.utterance.statements if row.utterance else 1,
    )
