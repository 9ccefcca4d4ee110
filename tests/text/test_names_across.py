"""Spellings of one name share a key, and two names do not."""

import pytest

from claims.text.names_across import fold_name


@pytest.mark.parametrize(
    "spellings",
    [
        ("Aliyev", "Aliev", "Əliyev", "Алиев", "ALIYEV"),
        ("Ilham Aliyev", "İlham Əliyev", "Ильхам Алиев"),
        ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyj", "Зеленский", "Зеленський"),
        ("Jafarov", "Cəfərov", "Djafarov", "Джафаров"),
        ("Mammadov", "Məmmədov"),
        ("Erdogan", "Erdoğan", "Эрдоган"),
        ("Lavrov", "Lawrow", "Лавров"),
        ("Yeltsin", "Eltsin", "Ельцин"),
        ("Alexei Petrov", "Aleksey Petrov", "Алексей Петров"),
        ("Tatiana Sergeeva", "Tatyana Sergeyeva", "Татьяна Сергеева"),
        ("Müller", "Mueller", "MÜLLER"),
        ("Abdel Fattah Al-Sisi", "Abdul Fattah El Sisi"),
        ("Mohammed", "Muhammad", "Mohamed"),
        ("O’Brien", "O'Brien", "O'Brien's"),
        ("Jean-Claude Weiß", "Jean Claude Weiss"),
        ("Vladimir Putin", "Vladimir\u00a0Putin"),
    ],
)
def test_fold_name_gives_spellings_of_one_name_one_key(spellings):
    keys = {fold_name(spelling) for spelling in spellings}

    assert len(keys) == 1, keys


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ilham Aliyev", "Heydar Aliyev"),
        ("Aliyev", "Aliyeva"),
        ("Orlan", "Orlova"),
        ("Mira Orlan", "Mira Orlan Jr"),
        ("Petrov", "Petrovic"),
        ("Hansen", "Hanson"),
    ],
)
def test_fold_name_keeps_two_names_apart(left, right):
    assert fold_name(left) != fold_name(right)


@pytest.mark.parametrize("nothing", ["", "  ", "…", "'s"])
def test_fold_name_of_no_letters_is_empty(nothing):
    assert fold_name(nothing) == ""
