"""A Russian name that an article has in another case only is shown in the nominative."""

import pytest

from claims.text.extract import extract_quotes
from claims.text.languages.ru_cases import nominative


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Дмитрия Медведева", "Дмитрий Медведев"),
        ("Владимиру Владимировичу Путину", "Владимир Владимирович Путин"),
        ("Дмитрием Песковым", "Дмитрий Песков"),
        ("Алексея Ратманского", "Алексей Ратманский"),
        ("Никиты Михалкова", "Никита Михалков"),
        ("Марии Захаровой", "Мария Захарова"),
        ("Анны Политковской", "Анна Политковская"),
    ],
)
def test_nominative_takes_the_case_off_first_name_and_surname(written, shown):
    assert nominative(written) == shown


@pytest.mark.parametrize(
    "name",
    [
        "Александр Белов",
        "Александра Белова",  # a woman, or a man in the genitive
        "Александру Белову",  # either
        "Георгий Гулиа",
        "Медведева",
        "Хассо Платтнера",  # no first name that is known
    ],
)
def test_nominative_leaves_what_does_not_tell(name):
    assert nominative(name) == name


def test_a_speaker_who_is_introduced_in_the_genitive_has_a_name_in_the_nominative():
    text = "По указу президента Дмитрия Медведева часы не переводят. «Я принял решение», — сказал Медведев."

    (quote,) = extract_quotes(text, language="ru")

    assert [speaker.name for speaker in quote.speakers] == ["Дмитрий Медведев"]
