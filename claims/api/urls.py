"""Addresses of the API."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, path

from claims.api.statements import StatementsLike

# who is not signed in is answered in JSON, by the view itself, and not led to the page for signing in
urlpatterns: list[URLPattern] = [
    path("statements/like/", login_not_required(StatementsLike.as_view()), name="api_statements_like"),
]
