"""Problems: each names its field and says what helps."""

from collections.abc import Iterable, Mapping
from typing import Any

from rest_framework import exceptions, status
from rest_framework.response import Response

SIGN_IN = "Nobody is signed in. Sign in at /sign-in/ and send the session's cookie along."
CSRF = "A POST needs the cookie “csrftoken” and its value in the header X-CSRFToken."
BODY = "The body cannot be read. Send a JSON object with the header Content-Type: application/json."


def problems(found: Iterable[tuple[str, str]], *, code: int = status.HTTP_400_BAD_REQUEST) -> Response:
    """Return an answer that names each problem's field ("" for the whole request) and what helps."""
    return Response({"errors": [{"field": field, "problem": words} for field, words in found]}, status=code)


def answer_in_words(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """Answer what the framework refuses in the shape of all problems; None lets others go on as errors."""
    if isinstance(error, exceptions.NotAuthenticated | exceptions.AuthenticationFailed):
        return problems([("", SIGN_IN)], code=status.HTTP_403_FORBIDDEN)
    if isinstance(error, exceptions.PermissionDenied):
        is_forged = str(error.detail).startswith("CSRF")
        return problems([("", CSRF if is_forged else str(error.detail))], code=status.HTTP_403_FORBIDDEN)
    if isinstance(error, exceptions.ParseError | exceptions.UnsupportedMediaType):
        return problems([("", BODY)])
    if isinstance(error, exceptions.APIException):
        return problems([("", str(error.detail))], code=error.status_code)
    return None
