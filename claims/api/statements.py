"""Statements: search by statement."""

from collections.abc import Iterator
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.problems import problems
from claims.models import Statement
from claims.models.base import UNKNOWN_DAY
from claims.models.match import STORED_FROM
from claims.queries.like_filter import LikeFilter
from claims.services.embedding import UnableToReadMeanings
from claims.services.who_said import MOST, Answers, Like, UnableToSearch, find_like

MOST_ASKED = 50
#: the parameters, in the order in which an error lists them
PARAMETERS = ("text", "language", "min_score", "speaker", "speaker_name", "outlet", "after", "before", "top")


class StatementsLike(APIView):
    """Who said something like a text: its parameters by address (GET) or as a JSON object (POST)."""

    def get(self, request: Request) -> Response:
        """Answer the parameters of the address."""
        return _answer(request, request.query_params)

    def post(self, request: Request) -> Response:
        """Answer the parameters of the body."""
        if not isinstance(request.data, dict):
            return problems([("", 'Send a JSON object, such as {"text": "A treaty will be signed."}.')])
        return _answer(request, _as_parameters(request.data))


def _answer(request: Request, params: QueryDict) -> Response:
    asked = LikeFilter(params, Statement.objects.live(), user=request.user)
    found = list(_problems_with(asked, params))
    if found:
        return problems(found)
    try:
        answers = find_like(
            text=asked.asked["text"],
            language=asked.asked["language"],
            among=asked.narrowed,
            min_score=float(asked.asked["min_score"] or STORED_FROM),
            most=int(params.get("top", MOST)),
        )
    except UnableToSearch as refusal:
        return problems([(refusal.field, str(refusal))])
    except UnableToReadMeanings as refusal:
        return problems([("", str(refusal))], code=status.HTTP_503_SERVICE_UNAVAILABLE)
    return Response(_as_data(request, answers))


def _problems_with(asked: LikeFilter, params: QueryDict) -> Iterator[tuple[str, str]]:
    for name in params:
        if name not in PARAMETERS:
            yield name, f"There is no such parameter. There are: {', '.join(PARAMETERS)}."
    for name, words in asked.errors.items():
        for problem in words:
            yield name, str(problem)
    top = params.get("top", str(MOST))
    if not top.isascii() or not top.isdecimal() or not 1 <= len(top) <= 3 or not 1 <= int(top) <= MOST_ASKED:
        yield "top", f"Write a whole number from 1 to {MOST_ASKED}."


def _as_parameters(data: dict[str, Any]) -> QueryDict:
    """Return a JSON object as the values of an address, so that both are checked alike."""
    params = QueryDict(mutable=True)
    for name, value in data.items():
        values = value if isinstance(value, list) else [value]
        params.setlist(name, [str(each) for each in values if each is not None])
    return params


def _as_data(request: Request, answers: Answers) -> dict[str, Any]:
    return {
        "language": answers.language or None,
        "language_is_guessed": answers.is_guessed,
        "is_cut": answers.is_cut,
        "sentences": [
            {"text": answer.sentence, "found": [_found(request, like) for like in answer.likes]}
            for answer in answers.sentences
        ],
    }


def _found(request: Request, like: Like) -> dict[str, Any]:
    statement, outlet = like.statement, like.statement.quote.outlet
    return {
        "statement_id": statement.pk,
        "text": statement.exact,
        "score": like.score,
        "relation": like.relation.lower(),
        "explanation": like.explanation,
        "method": like.method.lower(),
        "speakers": [{"speaker_id": speaker.pk, "speaker": speaker.name} for speaker in like.speakers],
        "outlet": outlet.name if outlet else None,
        "published_on": None if statement.day == UNKNOWN_DAY else statement.day.isoformat(),
        "article_id": statement.article_id,
        "quote_id": statement.quote_id,
        "utterance_id": statement.utterance_id,
        "prints": like.prints,
        "url": request.build_absolute_uri(reverse("statement", args=[statement.pk])),
    }
