"""Addresses of the pages."""

from django.urls import URLPattern, path

from claims.web import articles, codebook_in_use, quotes

urlpatterns: list[URLPattern] = [
    path("articles/", articles.articles, name="articles"),
    path("quotes/", quotes.quotes, name="quotes"),
    path("codebook-in-use/", codebook_in_use.choose_codebook, name="choose_codebook"),
]
