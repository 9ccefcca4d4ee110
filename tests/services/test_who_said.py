"""Search by statement over the corpus: most alike first, once an utterance, narrowed, kept up to date."""

from datetime import date

import pytest

from claims.models import Article, Quote, Run, Statement, Utterance
from claims.services.held_matcher import let_go
from claims.services.matches import match_articles
from claims.services.quotes import reject_quote
from claims.services.who_said import MOST_SENTENCES, UnableToSearch, find_like
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_run, make_user, write

pytestmark = pytest.mark.django_db

TREATY = "A peace treaty between Kessaria and Norvand will be signed in Halden this year."
AGAIN = "The peace treaty of Kessaria and Norvand is to be signed at Halden within this year."
PASS = "The road through Sella Pass can open tomorrow under our customs officers."


@pytest.fixture(autouse=True)
def corpus():
    let_go()
    say(TREATY, VOSK, "Radio Halden", date(2026, 3, 14))
    say(AGAIN, OKARRIN, "Kess Telegraph", date(2026, 3, 16))
    say(PASS, OKARRIN, "Norvand Today", date(2026, 3, 18))
    yield
    let_go()


def say(words, speaker, outlet, day=None):
    article = make_article(f"“{words}” said the head of the delegation.", outlet=outlet, day=day)
    write(article, find(article.text, words, speaker))


def found(text=TREATY, **asked):
    (answer,) = find_like(text=text, **asked).sentences
    return [like.statement.exact for like in answer.likes]


def test_the_most_alike_statement_comes_first_and_what_is_unlike_not():
    assert found() == [TREATY, AGAIN]


def test_the_very_words_come_before_their_denial():
    say("No treaty will be signed this year.", OKARRIN, "Kess Telegraph")
    say("A treaty will be signed this year.", VOSK, "Radio Halden")

    assert found("A treaty will be signed this year.")[0] == "A treaty will be signed this year."


def test_an_answer_says_who_said_it_and_what_its_score_counted():
    (answer,) = find_like(text="A peace treaty will be signed in Halden next year.").sentences
    like = answer.likes[0]

    assert [speaker.name for speaker in like.speakers] == ["Ilyana Vosk"]
    assert 0.3 <= like.score <= 1
    assert "shares " in like.explanation
    assert any(piece.differs for piece in like.pieces)


def test_a_paragraph_is_searched_sentence_by_sentence():
    answers = find_like(text=f"{TREATY} {PASS}").sentences

    assert [answer.sentence for answer in answers] == [TREATY, PASS]
    assert [answer.likes[0].statement.exact for answer in answers] == [TREATY, PASS]


def test_where_nothing_is_sure_enough_the_nearest_is_shown_apart():
    answer, nonsense = find_like(text="The treaty will be signed. The qwlekj zxmcn.").sentences

    assert not answer.likes
    assert answer.weaker and {like.statement.exact for like in answer.weaker} <= {TREATY, AGAIN}
    assert not nonsense.likes and not nonsense.weaker
    assert not find_like(text=TREATY).sentences[0].weaker


def test_a_sentence_that_is_pasted_twice_is_asked_once():
    assert len(find_like(text=f"{TREATY} {TREATY}").sentences) == 1


def test_a_long_text_is_cut_and_says_so():
    answers = find_like(text=" ".join(f"The road number {n} is open." for n in range(MOST_SENTENCES + 1)))

    assert answers.is_cut
    assert len(answers.sentences) == MOST_SENTENCES


def test_prints_of_one_utterance_are_one_answer():
    say(TREATY, VOSK, "Norvand Today")
    statements = Statement.objects.filter(exact=TREATY)
    utterance = Utterance.objects.create(first=statements[0], statements=2)
    statements.update(utterance=utterance)

    (answer,) = find_like(text=TREATY).sentences

    assert [(like.statement.exact, like.prints) for like in answer.likes] == [(TREATY, 2), (AGAIN, 1)]


def test_only_what_is_asked_for_is_searched():
    late = Statement.objects.live().filter(day__gte=date(2026, 3, 15))

    assert found(among=late) == [AGAIN]


def test_a_search_among_very_many_sifts_the_most_alike(monkeypatch):
    monkeypatch.setattr("claims.services.who_said.MOST_ALONE", 1)
    late = Statement.objects.live().filter(day__gte=date(2026, 3, 15))

    assert found(among=late) == [AGAIN]


def test_a_higher_score_leaves_the_less_alike_out():
    assert found(min_score=0.99) == [TREATY]


def test_what_is_stored_or_rejected_later_is_known_at_once():
    assert found(PASS) == [PASS]
    say("The road through Sella Pass will open tomorrow.", VOSK, "Radio Halden")
    match_articles(articles=Article.objects.without_matches_run(), run=make_run(Run.Program.MATCHES))
    reject_quote(quote=Quote.objects.get(exact=PASS), by=make_user())

    assert found(PASS) == ["The road through Sella Pass will open tomorrow."]


def test_the_language_is_guessed_or_given():
    assert find_like(text=TREATY).language == "en"
    assert found(language="de") == []


@pytest.mark.parametrize("text", ["", "   ", "… — !"])
def test_a_text_without_words_is_refused(text):
    with pytest.raises(UnableToSearch, match="Paste a sentence") as refusal:
        find_like(text=text)

    assert refusal.value.field == "text"
