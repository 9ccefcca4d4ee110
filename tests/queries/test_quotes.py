"""Quotes as the article page shows them."""

from datetime import date

import pytest

from claims.models import Position, Speaker
from claims.queries.quotes import article_passages, quotes_of_article
from claims.queries.speakers import position_at
from claims.services.changes import save_quietly
from claims.text.found import Form, FoundQuote, Kind
from tests.services.corpus import OKARRIN, VOSK, find, make_article, make_run, make_user, span_in, write

pytestmark = pytest.mark.django_db

BODY = (
    "President Ilyana Vosk said:\n\n"
    "- We did not come to exchange compliments. A treaty will be signed.\n\n"
    "The road can open tomorrow.\n\n"
    "“Nobody serious expects ‘signatures’,” said Anselm Okarrin."
)


@pytest.fixture
def article():
    article = make_article(BODY, title="Vosk and Okarrin leave Halden")
    text = article.text
    first = span_in(text, "We did not come to exchange compliments. A treaty will be signed.")
    second = span_in(text, "The road can open tomorrow.")
    statements = ("We did not come to exchange compliments.", "A treaty will be signed.")
    speech = FoundQuote(
        parts=(first, second),
        quoted=(first, second),
        statements=(*((span_in(text, words),) for words in statements), (second,)),
        kind=Kind.DIRECT,
        form=Form.DASH,
        rule="introduced_speech",
        confidence=0.95,
        cue=span_in(text, "said"),
        mention=span_in(text, "President Ilyana Vosk"),
        speakers=(VOSK,),
    )
    write(
        article,
        speech,
        find(text, "Nobody serious expects ‘signatures’,", OKARRIN, mention="Anselm Okarrin"),
        find(text, "signatures", inside=1),
    )
    return article


def test_the_pieces_are_the_text(article):
    paragraphs = article_passages(article, make_user())

    joined = "\n\n".join("".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs)
    assert joined == article.text


def test_pieces_know_their_part_in_the_text(article):
    introduction = article_passages(article, make_user())[1]

    roles = [(piece.role, piece.text) for piece in introduction.pieces]
    assert roles == [("mention", "President Ilyana Vosk"), ("", " "), ("cue", "said"), ("", ":")]


def test_the_title_is_told_from_the_body(article):
    paragraphs = article_passages(article, make_user())

    assert [paragraph.is_title for paragraph in paragraphs] == [True, False, False, False, False]


def test_the_margin_says_where_a_speech_goes_on(article):
    paragraphs = article_passages(article, make_user())

    margins = [
        [(entry.shown.speakers[0].speaker.name, entry.is_continued) for entry in paragraph.margin]
        for paragraph in paragraphs[2:4]
    ]
    assert margins == [[("Ilyana Vosk", False)], [("Ilyana Vosk", True)]]


def test_a_piece_opens_the_statements_that_begin_with_it(article):
    speech = article_passages(article, make_user())[2]

    opened = [[statement.number for statement in piece.opens] for piece in speech.pieces]
    assert opened == [[], [1], [], [2]]


def test_a_nested_quote_is_marked_inside_its_outer_one(article):
    last = article_passages(article, make_user())[4]

    nested = [(piece.text, piece.quote.quote.exact) for piece in last.pieces if piece.nested]
    assert nested == [("signatures", "Nobody serious expects ‘signatures’,")]


def test_a_page_takes_a_fixed_number_of_queries(article, django_assert_num_queries):
    user = make_user()

    with django_assert_num_queries(5):
        article_passages(article, user)


def test_a_quote_shows_what_its_speaker_was_at_the_time(article):
    shown = quotes_of_article(article)[0]

    assert [speaker.position for speaker in shown.speakers] == ["President of Kessaria"]


def test_the_shorter_of_two_positions_that_hold_is_shown():
    # prime minister between two terms as president
    speaker = Speaker(name="Ilyana Vosk", run=make_run())
    save_quietly(speaker)
    for title, first, last in (("President", 2001, 2020), ("Prime Minister", 2008, 2012)):
        save_quietly(
            Position(
                speaker=speaker,
                title=title,
                starts_on=date(first, 1, 1),
                ends_on=date(last, 1, 1),
                run=make_run(),
            )
        )

    titles = [position_at(speaker.positions.all(), date(year, 6, 1)).title for year in (2005, 2010, 2030)]

    assert titles == ["President", "Prime Minister", "President"]


def test_the_fuller_of_two_titles_that_hold_is_shown():
    speaker = Speaker(name="Ilyana Vosk", run=make_run())
    save_quietly(speaker)
    day = date(2026, 3, 14)
    for title in ("President", "President of Kessaria"):
        save_quietly(Position(speaker=speaker, title=title, starts_on=day, ends_on=day, run=make_run()))

    assert position_at(speaker.positions.all(), day).title == "President of Kessaria"


def test_without_a_day_only_a_single_position_is_an_answer():
    speaker = Speaker(name="Ilyana Vosk", run=make_run())
    save_quietly(speaker)
    save_quietly(Position(speaker=speaker, title="President", run=make_run()))

    alone = position_at(speaker.positions.all(), date(1, 1, 1))
    save_quietly(Position(speaker=speaker, title="Prime Minister", run=make_run()))

    assert alone.title == "President"
    assert position_at(speaker.positions.all(), date(1, 1, 1)) is None
