"""What every result of the extractor keeps to, whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.quotes.hostile import HOSTILE
from claims.text.extract import extract_quotes
from claims.text.found import FoundQuote, Kind
from claims.text.rules import explain
from tests.counted_work import is_linear

ARTICLE = """\
Talks open in Halden: “No more delay”

President Ilyana Vosk met Tomas Orlan, the mayor of Halden, on Monday. “We will,” she said, “sign it. \
There is no other way.” Orlan called the draft “a disaster”.

Vosk said that the road would open on Friday. According to Lumepress, “nobody” objected.

Orlan told reporters:

– Dear friends. We have waited long.

We will wait no longer.
"""

#: pieces that texts are built from, so that chance meets every branch
PIECES = st.sampled_from(
    ["“", "”", '"', "''", "‘", "’", "«", "»", "„", "(", ")", ":", "- ", "– ", ".", ",", "?", "…", "\n",
     "\n\n", " ", "Vosk", "Orlan said", "she said", "said that", "according to", "the mayor", "who", "and",
     "Q. ", "VOSK: ", "We will stay", "\ufffc", "\u00a0", "Mr. ", "U.N. ", "é"]
)  # fmt: skip


def check(text: str, found: list[FoundQuote]) -> None:
    """Offsets inside the text, parts rising and of no other quote, statements within their quote."""
    for quote in found:
        spans = [*quote.parts, *quote.quoted, *(part for one in quote.statements for part in one)]
        spans += [span for span in (quote.cue, quote.mention, quote.via) if span is not None]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        for parts in (quote.parts, quote.quoted, *quote.statements):
            assert all(a.end <= b.start for a, b in pairwise(parts))
        for part in (part for one in quote.statements for part in one):
            assert any(whole.holds(part) for whole in quote.parts)
        for words in quote.quoted:
            assert any(whole.holds(words) for whole in quote.parts)
        assert bool(quote.quoted) == (quote.kind is not Kind.INDIRECT)
        assert 0 <= quote.confidence <= 1
        assert explain(quote.rule)
    parts = sorted(part for quote in found for part in quote.parts)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    starts = [(quote.span.start, quote.span.end) for quote in found]
    assert starts == sorted(starts)


def test_an_articles_quotes_keep_to_the_laws() -> None:
    found = extract_quotes(ARTICLE, body_start=40, language="en")

    assert len(found) > 3
    check(ARTICLE, found)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join), st.integers(0, 20))
def test_any_text_keeps_to_the_laws(text: str, body_start: int) -> None:
    check(text, extract_quotes(text, body_start=min(body_start, len(text)), language="en"))


def test_the_same_text_gives_the_same_quotes() -> None:
    assert extract_quotes(ARTICLE, body_start=40) == extract_quotes(ARTICLE, body_start=40)


def test_an_empty_text_has_no_quotes() -> None:
    assert extract_quotes("") == []


def test_quotes_come_in_the_order_in_which_they_stand() -> None:
    found = extract_quotes(ARTICLE, body_start=40, language="en")

    assert [quote.span for quote in found] == sorted(quote.span for quote in found)


# ------------------------------------------------------------------ hostile texts


@pytest.mark.parametrize("kind", HOSTILE)
def test_four_times_the_text_is_less_than_six_times_the_work(kind: str) -> None:
    def extract(text: str) -> None:
        extract_quotes(text, language="en")

    assert is_linear(extract, HOSTILE[kind], 4_000)
