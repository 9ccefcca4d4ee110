"""Matches: a row per pair of statements that resemble each other."""

from collections.abc import Iterator

from django.db.models import Prefetch, QuerySet

from claims.exports.attributions import named_first, speakers_of
from claims.exports.columns import (
    Column,
    Kind,
    Row,
    Table,
    choice,
    chunks,
    in_small_letters,
    integer,
    text,
    words_of_article,
)
from claims.models import Match, Statement, User, Verdict, VerdictKind
from claims.models.base import UNKNOWN_DAY
from claims.models.match import DIFFER
from claims.queries.explanations import explanation_in_words

COLUMNS = (
    integer("match_id", "Identifies the match; stays the same."),
    integer("left_id", "The statement with the smaller number."),
    integer("right_id", "The other statement."),
    Column("score", Kind.NUMBER, "0 to 1: how often two statements like these say the same."),
    choice("relation", "How the words of the two relate; a contradiction is a question.", Match.Relation),
    text("explanation", "What the score counted."),
    Column("negation_differs", Kind.YES_NO, "Whether only one of the two has a “not”."),
    Column("numbers_differ", Kind.YES_NO, "Whether their numbers differ."),
    Column("languages_differ", Kind.YES_NO, "Whether they are in two languages."),
    choice("method", "Who or what found it.", Match.Method),
    Column(
        "verdict",
        Kind.CHOICE,
        "What more than half of its reviewers say; “differ”: not settled; empty: nobody judged it.",
        tuple(value.lower() for value in [*VerdictKind.values, DIFFER]),
    ),
    Column("verdicts", Kind.LIST, "The latest verdict of each reviewer, the oldest first."),
    text("left_speaker", "Who said the one: the first who is named; empty if nobody is."),
    text("left_outlet", "Who printed it."),
    Column("left_on", Kind.DATE, "The day on which it was printed; empty if it is not known."),
    words_of_article("left_text", "The words of the one statement."),
    text("right_speaker", "Who said the other."),
    text("right_outlet", "Who printed it."),
    Column("right_on", Kind.DATE, "The day on which it was printed."),
    words_of_article("right_text", "The words of the other."),
)


def _seen_by(user: User | None) -> QuerySet[Match]:
    return Match.objects.live()


def _shape(matches: QuerySet[Match]) -> Iterator[Row]:
    given = Prefetch("verdicts", queryset=Verdict.objects.standing().order_by("id"), to_attr="given")
    sides = matches.select_related("left__quote__outlet", "right__quote__outlet")
    for match in chunks(sides, given, *speakers_of("left__quote__"), *speakers_of("right__quote__")):
        yield {
            "match_id": match.pk,
            "left_id": match.left_id,
            "right_id": match.right_id,
            "score": match.score,
            "relation": in_small_letters(match.relation),
            "explanation": explanation_in_words(match) or None,
            "negation_differs": match.negation_differs,
            "numbers_differ": match.numbers_differ,
            "languages_differ": match.languages_differ,
            "method": in_small_letters(match.method),
            "verdict": in_small_letters(match.verdict),
            "verdicts": [verdict.kind.lower() for verdict in match.given],
            **_side("left", match.left),
            **_side("right", match.right),
        }


def _side(side: str, statement: Statement) -> Row:
    """Return who said one of the two, where, when and in which words."""
    quote, day = statement.quote, statement.day
    return {
        f"{side}_speaker": named_first(quote, day).speaker,
        f"{side}_outlet": None if quote.outlet is None else quote.outlet.name,
        f"{side}_on": None if day == UNKNOWN_DAY else day,
        f"{side}_text": statement.exact,
    }


MATCHES = Table(
    name="matches",
    words="One row per pair of statements that resemble each other.",
    columns=COLUMNS,
    seen_by=_seen_by,
    shape=_shape,
    filters="matches",
)
