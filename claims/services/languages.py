"""The language of an article, as a person says it: its quotes are found and matched again by it."""

from collections.abc import Collection

from django.db import transaction

from claims.models import Article, Job, StatementTerms, User
from claims.queries.languages import NAMES, language_name
from claims.services.changes import begin_change, save_changed
from claims.services.jobs import ask_for
from claims.services.rights import require_reviewer

SHOWN_TITLE = 60  # characters of a title in the words of a change
NO_VERSION = 0  # of terms: they are read anew


class UnableToSetLanguage(Exception):
    """The language cannot be set; the words say why and what to do."""


@transaction.atomic
def set_language(*, article: Article, language: str, by: User) -> Article:
    """Say which language an article is in. Programs look through it again; what people did stays.

    :param language: ISO 639-1 code; empty if it is not known.
    :raises UnableToSetLanguage: if there is no such language.
    """
    require_reviewer(by)
    if language and language not in NAMES:
        raise UnableToSetLanguage("Choose one of the languages of the list.")
    article = Article.objects.select_for_update().get(pk=article.pk)
    if article.language == language:
        return article
    title = " ".join(article.shown_title.split())
    shown = title if len(title) <= SHOWN_TITLE else title[: SHOWN_TITLE - 1] + "…"
    name = language_name(language) if language else "not known"
    change = begin_change(verb="set_language", words=f"set the language of “{shown}” to {name}", by=by)
    article.language = language
    save_changed(change, article, fields=["language"])
    look_through_again([article.pk], by=by)
    return article


def look_through_again(article_ids: Collection[int], *, by: User | None = None) -> None:
    """Let the worker find the quotes of articles again, and match their statements by the words of now."""
    terms = StatementTerms.objects.filter(statement__article__in=article_ids)
    terms.update(version=NO_VERSION, is_changed=True)
    Article.objects.filter(pk__in=article_ids).update(quotes_run=None, matches_run=None)
    for kind in (Job.Kind.EXTRACT, Job.Kind.MATCH):
        ask_for(kind=kind, arguments={}, by=by)
