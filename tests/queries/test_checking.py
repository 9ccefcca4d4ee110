"""The list "to check": what is shown around a quote, and that a large corpus does not slow it."""

import pytest
from django.db import connection

from claims.models import Quote
from claims.queries.checking import in_context, quotes_after, quotes_that_wait, show_quote
from claims.queries.filters import QuoteFilter
from claims.queries.lists import quotes_to_list
from tests.services.corpus import VOSK, find, make_article, make_user, write

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads so small a table as a whole")
def test_the_list_is_read_off_its_index_and_not_sorted() -> None:
    waiting = quotes_that_wait(QuoteFilter({}, quotes_to_list())).values_list("id")

    for rows in (waiting, quotes_after(waiting, Quote(pk=5, confidence=0.5))):
        plan = rows[:20].explain()
        assert "quote_to_check" in plan
        assert "TEMP B-TREE" not in plan
    assert "quote_to_check" in Quote.objects.unsure().order_by()[:20].explain()


def test_paragraphs_far_from_the_quote_are_left_out_and_counted() -> None:
    paragraphs = [f"Paragraph {number} tells of the road." for number in range(9)]
    paragraphs[6] = "“It is open,” said Ilyana Vosk."
    article = make_article("\n\n".join(paragraphs))
    write(article, find(article.text, "It is open,", VOSK))

    stretches = in_context(show_quote(Quote.objects.select_related("article").get()), make_user())

    shown = ["".join(piece.text for piece in one.pieces) for one in stretches[0].paragraphs]
    assert [stretch.left_out for stretch in stretches] == [5]
    assert shown == paragraphs[5:8]


def test_a_mention_far_from_its_quote_is_shown_too() -> None:
    paragraphs = [
        "Ilyana Vosk spoke in Kess.",
        *(f"Paragraph {number}." for number in range(5)),
        "“It is open.”",
    ]
    article = make_article("\n\n".join(paragraphs))
    write(article, find(article.text, "It is open.", VOSK, mention="Ilyana Vosk"))

    stretches = in_context(show_quote(Quote.objects.select_related("article").get()), make_user())

    assert [stretch.left_out for stretch in stretches] == [0, 3]
    assert [len(stretch.paragraphs) for stretch in stretches] == [2, 2]


def test_of_a_long_speech_beginning_and_end_are_shown() -> None:
    speech = "\n\n".join(f"This is paragraph {number} of the speech." for number in range(30))
    article = make_article(f"Ilyana Vosk said:\n\n{speech}\n\nThen she left.")
    write(article, find(article.text, speech, VOSK))

    stretches = in_context(show_quote(Quote.objects.select_related("article").get()), make_user())

    assert len(stretches) == 2
    assert sum(len(stretch.paragraphs) for stretch in stretches) < 16
    assert stretches[1].left_out > 15
