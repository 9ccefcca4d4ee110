"""Pages that say what happened, whether work is safe, and what now."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

OUR_WORDS = "There is no "  # how our own pages say what is missing; Django's words are for developers


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing at this address, in the words of whoever looked."""
    words = str(exception.args[0]) if exception.args else ""
    known = words if words.startswith(OUR_WORDS) else ""
    return render(request, "404.html", {"words": known}, status=404)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say who may do what was refused."""
    return render(request, "403.html", {"words": str(exception)}, status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours: a file, since nothing else may work now."""
    found = finders.find("claims/500.html")
    return HttpResponse(Path(str(found)).read_bytes() if found else b"500", status=500)
