"""The language of an article: set by a person, with its consequence, history and undo."""

import pytest

from claims.models import Article, Job, Membership, Quote, Statement, StatementTerms
from claims.queries.history import changes_of_article
from claims.services.languages import UnableToSetLanguage, set_language
from claims.services.quotes import confirm_quote
from claims.services.rights import NotAllowed
from claims.services.terms import store_terms
from claims.services.undo import undo
from tests.services.corpus import VOSK, find, make_article, make_run, make_user, write

pytestmark = pytest.mark.django_db
TEXT = "„Wir werden den Vertrag im April unterschreiben“, sagte Ilyana Vosk."


@pytest.fixture
def article() -> Article:
    """Return a German article that was read as English, searched and matched."""
    made = make_article(TEXT)
    write(made, find(TEXT, "Wir werden den Vertrag im April unterschreiben", VOSK))
    made.refresh_from_db()
    made.quotes_run = made.matches_run = make_run()
    Article.objects.filter(pk=made.pk).update(quotes_run=made.quotes_run, matches_run=made.matches_run)
    store_terms()
    return made


def test_an_article_is_looked_through_again_in_its_language(article):
    before = StatementTerms.objects.get().terms
    reviewer = make_user()

    set_language(article=article, language="de", by=reviewer)

    article.refresh_from_db()
    assert (article.language, article.quotes_run, article.matches_run) == ("de", None, None)
    assert list(Job.objects.order_by("id").values_list("kind", flat=True)) == ["EXTRACT", "MATCH"]
    store_terms()
    assert bytes(StatementTerms.objects.get().terms) != bytes(before)
    assert [change.verb for change in changes_of_article(article)] == ["set_language"]


def test_what_people_did_stays(article):
    reviewer = make_user()
    quote = confirm_quote(quote=Quote.objects.get(), by=reviewer)

    set_language(article=article, language="de", by=reviewer)

    quote.refresh_from_db()
    assert quote.is_live and quote.touched_by == reviewer
    assert Statement.objects.live().count() == 1


def test_undo_gives_the_language_back_and_looks_again(article):
    reviewer = make_user()
    set_language(article=article, language="de", by=reviewer)
    Article.objects.filter(pk=article.pk).update(quotes_run=make_run())

    undo(change=changes_of_article(article)[0], by=reviewer)

    article.refresh_from_db()
    assert (article.language, article.quotes_run) == ("en", None)


def test_the_same_language_again_changes_nothing(article):
    set_language(article=article, language="en", by=make_user())

    article.refresh_from_db()
    assert article.quotes_run is not None
    assert changes_of_article(article) == []


@pytest.mark.parametrize("code", ["xx", "English", "<b>"])
def test_what_is_no_language_is_refused(article, code):
    with pytest.raises(UnableToSetLanguage):
        set_language(article=article, language=code, by=make_user())


def test_readers_set_no_language(article):
    with pytest.raises(NotAllowed):
        set_language(article=article, language="de", by=make_user(role=Membership.Role.READER))
