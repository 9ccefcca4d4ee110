"""Terms: what two reports of one statement have in common once spelling and endings are folded."""

import pytest

from claims.matching.terms import blob_hashes, guess_language, read_terms, term_hash, terms_blob
from tests.counted_work import is_linear


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        # reported speech changes the person and the tense
        ("I will sign", "he will sign"),
        ("he would sign", "he will sign"),
        ("We won't sign", "they will not sign"),
        ("They cannot wait", "they can not wait"),
        ("It's open", "it be open"),
        ("Halden's mayor", "halden mayor"),
        # forms of a verb, also those with an ending
        ("she makes, made, is making", "he make make be make"),
        # a month is no verb
        ("in May they may go", "in may they can go"),
        # numbers are made comparable
        ("two million people", "2000000 people"),
        ("1,000 shells", "1000 shell"),
        ("twenty-five days", "25 day"),
        ("on 12th May", "on 12 may"),
        ("5% of it", "5 percent of it"),
        # names of countries
        ("the U.S. and the United States", "the usa and the usa"),
        # accents, full-width forms and zero-width characters
        ("Halden’s mayor", "halden mayor"),
        ("Zür\u200bich", "zurich"),
        ("Ｈａｌｄｅｎ", "halden"),
    ],
)
def test_read_terms_folds_english_words(text: str, terms: str) -> None:
    assert " ".join(read_terms(text, "en").words) == terms


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("Wir werden den Vertrag unterzeichnen", "Sie würden die Verträge unterzeichnen"),
        ("dreiundzwanzig Gefangene", "23 Gefangene"),
        ("1,5 Millionen Menschen", "1.500.000 Menschen"),
    ],
)
def test_read_terms_folds_german_words(text: str, same_as: str) -> None:
    left, right = read_terms(text, "de").words, read_terms(same_as, "de").words

    assert len(left) == len(right)
    assert set(left) & set(right) >= set(right) - {"vertrag", "vertrage"}


def test_read_terms_keeps_whole_words_of_a_language_without_a_pack() -> None:
    assert read_terms("Les troupes partiront lundi", "fr").words == ("les", "troupes", "partiront", "lundi")


def test_each_term_knows_where_its_word_stands() -> None:
    text = "„We won't leave Halden“, he said."

    terms = read_terms(text, "en")

    assert [text[start:end] for start, end in terms.spans] == [
        "We", "won't", "won't", "leave", "Halden", "he", "said",
    ]  # fmt: skip


def test_names_are_words_with_a_capital_inside_the_sentence() -> None:
    terms = read_terms("Yesterday the mayor of Halden spoke to Norvand Radio, and I listened", "en")

    assert terms.names == {"halden", "norvand", "radio"}


def test_negations_and_numbers_are_noted() -> None:
    terms = read_terms("Nobody was hurt, and none of the 14 houses burned", "en")

    assert terms.negations == {"nobody", "none"}
    assert terms.numbers == {"14"}


@pytest.mark.parametrize(
    ("text", "is_verbless"),
    [
        ("the former governor of the Lume valley", True),
        ("the governor rejected it", False),
        ("a treaty is near", False),
    ],
)
def test_a_fragment_without_a_verb_is_known(text: str, is_verbless: bool) -> None:
    assert read_terms(text, "en").is_verbless is is_verbless


def test_a_language_without_known_verbs_has_no_fragments() -> None:
    assert not read_terms("le maire de Halden", "fr").is_verbless


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The border will be opened by the end of the year", "en"),
        ("Die Grenze wird bis zum Jahresende geöffnet", "de"),
        # nothing tells: folded as English
        ("mutual recognition", "en"),
    ],
)
def test_the_language_is_guessed_from_function_words(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_a_blob_holds_each_term_once() -> None:
    blob = terms_blob("No treaty, no peace, no border", "en")

    assert blob_hashes(blob).tolist() == sorted(map(term_hash, ["no", "treati", "peac", "border"]))


def test_a_blob_is_the_same_in_every_version() -> None:
    # stored blobs are read by later versions: another value here needs a new VERSION
    assert terms_blob("The border is open", "en").hex() == "0d8eca2be66d453ca48370a4776bf5c7"


def test_a_blob_that_was_cut_is_refused() -> None:
    with pytest.raises(ValueError, match="four bytes"):
        blob_hashes(b"12345")


@pytest.mark.parametrize(
    "unit", ["9", "a", "'a", "9,", "é\u0301", "\u200b", "a.", "twenty ", "million ", "%"]
)
def test_hostile_text_is_read_with_linear_work(unit: str) -> None:
    assert is_linear(read_terms, lambda times: unit * times, 2_000)


def test_half_a_surrogate_pair_is_no_reason_to_fail() -> None:
    assert terms_blob("broken \ud800 text \U0001f600")
