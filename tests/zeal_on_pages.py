"""A query per row is an error on pages. What a form changes is written row by row, with its history."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from zeal.middleware import zeal_middleware


def on_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Return the middleware: it watches requests that read."""
    watched = zeal_middleware(get_response)

    def middleware(request: HttpRequest) -> HttpResponse:
        return (watched if request.method == "GET" else get_response)(request)

    return middleware
