"""The stored terms say what changed, and the matcher that a process holds hears it."""

from importlib import import_module

import pytest
from django.apps import apps

from claims.matching.terms import VERSION
from claims.models import Article, Statement, StatementTerms
from claims.services import held_matcher
from claims.services.held_matcher import let_go, matcher_at_hand
from claims.services.quotes import reject_quote, restore_quote
from claims.services.terms import forget_terms, mark_of_now, settle_terms, store_terms, terms_since
from tests.services.corpus import VOSK, find, make_article, make_user, write

pytestmark = pytest.mark.django_db

TREATY = "A peace treaty between Kessaria and Norvand will be signed in Halden this year."
PRISONERS = "All 41 prisoners named in the January list have to be home before the winter."
PASS = "The road through Sella Pass can open tomorrow under our customs officers."


def say(words, **place):
    """Store an article in which a speaker says the words; return the statement."""
    article = make_article(f"“{words}” said the head of the delegation on Monday.", **place)
    write(article, find(article.text, words, VOSK))
    store_terms()
    return Statement.objects.get(article=article)


def ids_held():
    with matcher_at_hand() as held:
        return list(held.matcher.index)


def test_terms_are_stored_once():
    say(TREATY)

    assert store_terms() == 0


def test_what_was_written_since_a_mark_is_told():
    say(TREATY)
    mark = mark_of_now()
    later = say(PASS, outlet="Kess Telegraph")

    assert later.pk in [row.statement for row in terms_since(mark)]


def test_what_was_written_since_a_mark_is_found_by_the_stamps_alone(django_assert_num_queries):
    say(TREATY)
    mark = mark_of_now()
    say(PASS, outlet="Kess Telegraph")

    with django_assert_num_queries(2) as asked:
        terms_since(mark)

    # with a join in it, PostgreSQL would read whole tables while it has not counted their rows
    (by_stamp,) = [query["sql"] for query in asked.captured_queries if '"stamp" >' in query["sql"]]
    assert "JOIN" not in by_stamp


def test_terms_of_other_rules_are_made_anew():
    statement = say(TREATY)
    StatementTerms.objects.update(version=VERSION + 1)

    assert store_terms() == 1
    assert StatementTerms.objects.get(statement=statement).version == VERSION


def test_a_statement_that_comes_back_is_to_be_compared_again():
    statement = say(TREATY)
    Article.objects.update(matches_run=statement.article.read_run)
    Statement.objects.update(is_live=False)
    settle_terms([statement.pk])
    Statement.objects.update(is_live=True)

    settle_terms([statement.pk])

    assert StatementTerms.objects.get().is_changed
    assert Article.objects.without_matches_run().exists()


def test_a_statement_stored_behind_later_ones_is_to_be_compared_with_them():
    early, late = say(TREATY), say(PASS, outlet="Kess Telegraph")
    StatementTerms.objects.filter(statement=early).delete()

    store_terms()

    assert StatementTerms.objects.get(statement=early).is_changed
    assert not StatementTerms.objects.get(statement=late).is_changed


def test_a_held_matcher_is_the_same_one_the_next_time():
    say(TREATY)

    with matcher_at_hand() as first, matcher_at_hand() as again:
        assert first is again


def test_a_held_matcher_hears_of_a_new_statement(monkeypatch):
    before = [say(TREATY, outlet=outlet).pk for outlet in "ABCD"]
    assert ids_held() == before
    monkeypatch.setattr(held_matcher.HeldMatcher, "_load", None)  # not by loading all

    other = say(PASS, outlet="Kess Telegraph")

    assert ids_held() == [*before, other.pk]


def test_words_weigh_anew_when_the_corpus_has_doubled():
    for outlet in "ABCD":
        say(TREATY, outlet=outlet)
    ids_held()
    for outlet in "EFG":
        say(TREATY, outlet=outlet)
    with matcher_at_hand() as held:
        assert held.matcher.weights.total == 4

    say(TREATY, outlet="H")
    ids_held()

    with matcher_at_hand() as held:
        assert held.matcher.weights.total == 8


def test_a_held_matcher_hears_of_a_rejected_quote_and_of_its_return():
    one, other = say(TREATY), say(PASS, outlet="Kess Telegraph")
    person = make_user()
    assert ids_held() == [one.pk, other.pk]

    reject_quote(quote=one.quote, by=person)
    assert ids_held() == [other.pk]

    restore_quote(quote=one.quote, by=person)
    assert ids_held() == [one.pk, other.pk]


def test_a_held_matcher_hears_of_other_words():
    one, asker = say(TREATY), say(PASS, outlet="Kess Telegraph")
    with matcher_at_hand() as held:
        assert not list(held.matcher.all_pairs([asker.pk]))

    Statement.objects.filter(pk=one.pk).update(exact=PASS)
    forget_terms([one.pk])
    store_terms()

    with matcher_at_hand() as held:
        assert [(pair.left, pair.right) for pair in held.matcher.all_pairs([asker.pk])] == [
            (one.pk, asker.pk)
        ]


def test_a_held_matcher_finds_what_a_fresh_one_finds():
    for outlet, words in (("A", TREATY), ("B", PASS), ("C", PRISONERS), ("D", "We shall see.")):
        say(words, outlet=outlet)
    ids_held()
    for outlet, words in (("E", TREATY.replace("this", "next")), ("F", PASS)):
        say(words, outlet=outlet)
        ids_held()
    with matcher_at_hand() as held:
        grown = list(held.matcher.all_pairs())
    let_go()

    with matcher_at_hand() as held:
        assert list(held.matcher.all_pairs()) == grown
    assert len(grown) == 2


def test_a_matcher_that_has_grown_much_is_packed(monkeypatch):
    monkeypatch.setattr(held_matcher, "LEAST_TO_PACK", 0)
    for outlet in "ABCDE":
        say(TREATY, outlet=outlet)
    ids_held()
    say(PASS, outlet="F")
    ids_held()

    with matcher_at_hand() as held:
        assert held.matcher.index.grown_by == 0
        assert len(held.matcher.index) == 6


def test_a_corpus_too_large_to_be_held_is_let_go(monkeypatch):
    monkeypatch.setattr(held_matcher, "MOST_HELD", 1)
    say(TREATY)
    say(PASS, outlet="Kess Telegraph")

    with matcher_at_hand() as first:
        pass
    with matcher_at_hand() as again:
        assert again is not first


def test_a_matcher_is_loaded_anew_after_an_error():
    say(TREATY)
    with pytest.raises(ZeroDivisionError), matcher_at_hand() as first:
        raise ZeroDivisionError

    with matcher_at_hand() as again:
        assert again is not first


def test_terms_stored_by_an_earlier_version_are_hidden_with_their_statements():
    statement = say(TREATY)
    Statement.objects.update(is_live=False)

    import_module("claims.migrations.0005_stamps_of_terms").hide_terms(apps, None)

    assert not StatementTerms.objects.get(statement=statement).is_live
