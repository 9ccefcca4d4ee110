"""Stored meanings: read once, gone with their statements, and the matches that only they find."""

import pytest

from claims.models import Article, Match, Run, Statement, StatementVector
from claims.queries.explanations import explanation_in_words
from claims.services import embedding
from claims.services.embedding import UnableToReadMeanings, embedder_in_settings, load_embedder
from claims.services.held_matcher import let_go
from claims.services.matches import match_articles
from claims.services.meanings import load_meanings, store_vectors
from claims.services.progress import NoProgress, Stopped
from claims.services.quotes import reject_quote, restore_quote
from tests.matching.concepts import Concepts
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_run, make_user, write

pytestmark = pytest.mark.django_db

TREATY = "We are all going to sign it in the spring, that treaty of ours."
REWORDED = "They too will put ink to an accord of that kind by April, we are told."
GERMAN = "Das Abkommen wird im Frühling unterzeichnet."
PRISONERS = "All 41 prisoners named in the list have to be home before winter."


def say(words, speaker=VOSK, language="en", **place):
    """Store an article in which a speaker says the words."""
    article = make_article(f"“{words}” said the head of the delegation on Monday.", **place)
    Article.objects.filter(pk=article.pk).update(language=language)
    article.refresh_from_db()
    write(article, find(article.text, words, speaker))
    return article


def match(articles=None):
    rows = Article.objects.without_matches_run() if articles is None else articles
    return match_articles(articles=rows, run=make_run(Run.Program.MATCHES))


def vectors():
    rows = StatementVector.objects.order_by("statement", "model")
    return [(row.statement.exact, row.model) for row in rows.select_related("statement")]


@pytest.fixture
def model(settings, monkeypatch):
    """Name a model of meanings in the settings."""
    settings.SEMANTIC_MODEL = "concepts"
    concepts = Concepts("concepts")
    monkeypatch.setattr(embedding, "load_embedder", lambda name: concepts)
    return concepts


@pytest.fixture
def three():
    say(TREATY)
    say(REWORDED, OKARRIN, outlet="Kess Telegraph")
    say(PRISONERS)


def test_rewording_without_shared_words_is_matched_by_meaning(model, three):
    match()

    found = Match.objects.get()
    assert (found.left.exact, found.right.exact) == (TREATY, REWORDED)
    assert (found.method, found.relation) == (Match.Method.MEANING, Match.Relation.REWORDED)
    assert "alike in meaning" in explanation_in_words(found)


def test_without_a_model_in_the_settings_it_is_not_and_nothing_is_stored(three):
    match()

    assert not Match.objects.exists()
    assert not StatementVector.objects.exists()


def test_a_match_between_languages_says_so(model):
    say(TREATY)
    say(GERMAN, OKARRIN, language="de")

    match()

    found = Match.objects.get()
    assert found.languages_differ
    assert found.method == Match.Method.MEANING


def test_matching_all_again_without_the_model_takes_its_matches_away(model, three, settings):
    match()
    settings.SEMANTIC_MODEL = ""
    let_go()

    match(Article.objects.all())

    assert not Match.objects.live().exists()


def test_vectors_are_stored_once(model, three):
    match()
    read = model.read

    match(Article.objects.all())

    assert vectors() == [(TREATY, "concepts"), (REWORDED, "concepts"), (PRISONERS, "concepts")]
    assert model.read == read


def test_a_new_article_is_read_and_matched_by_the_matcher_that_is_held(model, three):
    match()

    say("You too will see: in April we all get to sign that agreement of ours.", outlet="Norvand Today")
    match()

    assert len(vectors()) == 4
    assert Match.objects.live().count() == 3


def test_a_rejected_quote_takes_its_vectors_along_and_gets_new_ones_when_it_is_back(model, three):
    match()
    quote = Statement.objects.get(exact=REWORDED).quote

    reject_quote(quote=quote, by=make_user())
    assert [exact for exact, _ in vectors()] == [TREATY, PRISONERS]

    restore_quote(quote=quote, by=make_user("nora"))
    match()
    assert [exact for exact, _ in vectors()] == [TREATY, REWORDED, PRISONERS]


def test_a_statement_with_other_words_is_read_anew(model):
    article = say(f"{TREATY} {REWORDED}")
    match()
    before = StatementVector.objects.get().vector

    write(article, find(article.text, f"{TREATY} {REWORDED}", VOSK, statements=(TREATY, REWORDED)))
    match()

    assert [exact for exact, _ in vectors()] == [TREATY, REWORDED]
    assert before not in [row.vector for row in StatementVector.objects.all()]


def test_each_model_has_vectors_of_its_own(three):
    store_vectors(embedder=Concepts("one"))
    store_vectors(embedder=Concepts("other"), statements=Statement.objects.filter(exact=TREATY))

    assert vectors() == [(TREATY, "one"), (TREATY, "other"), (REWORDED, "one"), (PRISONERS, "one")]
    assert len(load_meanings(Concepts("one")).vectors) == 3
    assert len(load_meanings(Concepts("other")).vectors) == 1


def test_work_that_was_stopped_goes_on_with_what_is_missing(three, monkeypatch):
    class StopsAfterOne(NoProgress):
        def advance(self, done=1):
            raise Stopped

    monkeypatch.setattr("claims.services.meanings.batches", lambda ids: ([one] for one in sorted(ids)))
    concepts = Concepts()

    with pytest.raises(Stopped):
        store_vectors(embedder=concepts, progress=StopsAfterOne())

    assert len(vectors()) == 1
    assert store_vectors(embedder=concepts) == 2
    assert concepts.read == 3


def test_a_statement_that_is_changed_while_the_model_reads_gets_no_vector(three):
    class Meanwhile(Concepts):
        def encode(self, texts):
            Statement.objects.filter(exact=TREATY).update(exact=TREATY[:-1])
            return super().encode(texts)

    store_vectors(embedder=Meanwhile())

    assert [exact for exact, _ in vectors()] == [REWORDED, PRISONERS]


def test_no_model_named_is_said_with_the_mend():
    with pytest.raises(UnableToReadMeanings, match="Set ON_RECORD_SEMANTIC_MODEL to"):
        embedder_in_settings()


def test_a_missing_library_is_said_with_the_mend(monkeypatch):
    monkeypatch.setattr(embedding, "is_library_there", lambda: False)

    with pytest.raises(UnableToReadMeanings, match=r"pip install \"on-record\[semantic\]\""):
        load_embedder("some/model")


def test_a_missing_folder_is_said_with_the_mend(monkeypatch):
    monkeypatch.setattr(embedding, "is_library_there", lambda: True)

    with pytest.raises(UnableToReadMeanings, match="There is no folder /no/such/folder"):
        load_embedder("/no/such/folder")
