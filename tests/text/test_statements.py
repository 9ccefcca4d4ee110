"""A quote's words are cut into statements of a sentence each, across its attribution."""

import pytest

from claims.text.languages.en import ENGLISH
from claims.text.spans import Span
from claims.text.statements import cut_statements


def statements(text, *parts):
    spans, at = [], 0
    for part in parts:
        begin = text.index(part, at)
        at = begin + len(part)
        spans.append(Span(begin, at))
    return [[piece.cut(text) for piece in statement] for statement in cut_statements(text, spans, ENGLISH)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We will sign it. Then we rest.", ["We will sign it.", "Then we rest."]),
        ("Dr. Vask gave 3.5 million. It helped.", ["Dr. Vask gave 3.5 million.", "It helped."]),
        ("J. B. Reet wrote it. I read it.", ["J. B. Reet wrote it.", "I read it."]),
        ("The U.S. Senate agreed. We wait.", ["The U.S. Senate agreed.", "We wait."]),
        ("Will you sign? Yes! Good.", ["Will you sign?", "Yes!", "Good."]),
        ("We … we will sign it. Soon.", ["We … we will sign it.", "Soon."]),
    ],
)
def test_cut_statements_cuts_at_the_ends_of_sentences(words, expected):
    assert statements(f"“{words}” she said.", words) == [[sentence] for sentence in expected]


def test_cut_statements_joins_a_sentence_that_its_attribution_splits():
    text = "“We will,” she said, “sign it. Then we rest.”"

    assert statements(text, "We will,", "sign it. Then we rest.") == [
        ["We will,", "sign it."],
        ["Then we rest."],
    ]


def test_cut_statements_keeps_two_sentences_around_an_attribution_apart():
    text = "“We will sign it,” she said. “Then we rest.”"

    assert statements(text, "We will sign it,", "Then we rest.") == [["We will sign it,"], ["Then we rest."]]


def test_cut_statements_goes_on_in_small_letters_after_a_question_mark():
    text = "“Will you sign it?” she asked, “or not?”"

    assert statements(text, "Will you sign it?", "or not?") == [["Will you sign it?", "or not?"]]


def test_cut_statements_never_joins_paragraphs():
    text = "- We ask for three things:\n\nPeace in the valley."

    assert statements(text, "We ask for three things:", "Peace in the valley.") == [
        ["We ask for three things:"],
        ["Peace in the valley."],
    ]


def test_cut_statements_of_no_words_are_none():
    text = "“…” she said."

    assert statements(text, "…") == []


@pytest.mark.parametrize("remark", ["(As interpreted.)", "[Laughter.]", "(Addressing the press.)"])
def test_cut_statements_leaves_a_transcripts_remarks_out(remark):
    text = f"PRESIDENT REET: {remark} We will sign it."

    assert statements(text, f"{remark} We will sign it.") == [["We will sign it."]]


def test_cut_statements_keeps_an_aside_in_brackets():
    text = "“We will sign it. (We said so in May.)” she said."

    assert len(statements(text, "We will sign it. (We said so in May.)")) == 2
