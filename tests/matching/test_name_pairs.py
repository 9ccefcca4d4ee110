"""Which names may be one speaker: the reasons, the hard negatives, and that the work stays small."""

import pytest

from claims.matching.name_pairs import NamedSpeaker, NamePair, find_name_pairs
from tests.counted_work import GROWTH, ONCE, TIMES, count_calls


def person(number: int, *names: str, country: str = "", positions: tuple[str, ...] = ()) -> NamedSpeaker:
    return NamedSpeaker(number, "PERSON", names, country, positions)


def organisation(number: int, *names: str, country: str = "") -> NamedSpeaker:
    return NamedSpeaker(number, "ORGANISATION", names, country)


def found(*speakers: NamedSpeaker) -> list[tuple[int, int, str]]:
    return [(pair.left, pair.right, pair.reason.value) for pair in find_name_pairs(speakers)]


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Tural Əzizbəyli", "Tural Azizbeyli", "spelling"),  # the sample's pair
        ("Volodymyr Zelensky", "Володимир Зеленський", "spelling"),
        ("Mstislav Verkhoventsev", "Mstislaw Werchowenzew", "spelling"),
        ("Jean-Luc Mélenchon", "Jean Luc Melenchon", "spelling"),
        ("Okarrin", "Anselm Okarrin", "surname"),
        ("Jorun Haldvik", "Jorun Haldvik-Aasmundstad", "surname"),
        ("V. Putin", "Vladimir Putin", "initials"),
        ("Vladimir Putin", "Vladimir Vladimirovich Putin", "middle"),
        ("Orbán Viktor", "Viktor Orban", "order"),
        ("Kim Yong-nam", "Yong Nam Kim", "order"),
        ("President of Kessaria Ilyana Vosk", "Ilyana Vosk", "title"),
        ("Bill Tarrant", "William Tarrant", "first_name"),
        ("Volodymyr Zelensky", "Vladimir Selenskij", "first_name"),
    ],
)
def test_spellings_of_one_person_are_found_with_their_reason(left: str, right: str, reason: str) -> None:
    assert found(person(1, left), person(2, right)) == [(1, 2, reason)]


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("OSCE", "Organization for Security and Co-operation in Europe", "acronym"),
        ("Norvand’s Foreign Ministry", "Ministry of Foreign Affairs of Norvand", "spelling"),
        ("МИД Норванда", "Ministry of Foreign Affairs of Norvand", "spelling"),
        ("Amnesty", "Amnesty International", "short"),
        ("Foreign Ministry", "Ministry of Foreign Affairs of Norvand", "short"),
    ],
)
def test_names_of_one_organisation_are_found_with_their_reason(left: str, right: str, reason: str) -> None:
    assert found(organisation(1, left), organisation(2, right)) == [(1, 2, reason)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Lech Kaczyński", "Jarosław Kaczyński"),  # brothers
        ("Heydar Aliyev", "Ilham Aliyev"),  # father and son
        ("Ilham Aliyev", "Mehriban Aliyeva"),
        ("Aliyeva", "Ilham Aliyev"),  # the feminine of another's surname
        ("Alexander Orlov", "Alexandra Orlova"),
        ("Charles II", "Charles III"),
        ("Martin Luther King Sr.", "Martin Luther King Jr."),
        ("George H. Bush", "George W. Bush"),
        ("Mr Li", "Li Keqiang"),  # a surname of millions
        ("Smith", "John Smith"),
        ("Wei Wang", "Wei Wong"),
        ("Erik Hansen", "Erik Hanson"),
        ("Mr Solvang", "Maret Solvang"),  # a woman's first name
        ("Salim ibn Yusuf ad-Darraji", "Yusuf ad-Darraji"),  # his father
    ],
)
def test_two_people_are_not_proposed(left: str, right: str) -> None:
    assert found(person(1, left), person(2, right)) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ministry of Foreign Affairs of Kessaria", "Ministry of Foreign Affairs of Norvand"),
        ("Norvand", "Ministry of Foreign Affairs of Norvand"),
        ("Ministry of Defence of Norvand", "Ministry of Foreign Affairs of Norvand"),
        ("Radio Halden", "Radio Orrin"),
        ("OSCE", "OECD"),
        ("University of Oxford", "Oxford University Press"),
    ],
)
def test_two_organisations_are_not_proposed(left: str, right: str) -> None:
    assert found(organisation(1, left), organisation(2, right)) == []


def test_a_surname_that_three_people_bear_is_asked_of_none_of_them() -> None:
    bearers = [person(n, f"{first} Haldvik") for n, first in enumerate(("Jorun", "Aslaug", "Torvald"))]

    assert found(person(9, "Haldvik"), *bearers[:2]) == [(0, 9, "surname"), (1, 9, "surname")]
    assert found(person(9, "Haldvik"), *bearers) == []


def test_a_position_singles_one_bearer_of_a_common_surname_out() -> None:
    mayor = ("mayor of Upper Sella",)

    pairs = found(
        person(1, "Smith", positions=mayor), person(2, "John Smith", positions=mayor), person(3, "Jane Smith")
    )

    assert pairs == [(1, 2, "surname")]


def test_a_surname_beside_a_full_name_says_nothing_of_its_own() -> None:
    # the resolver notes "Okarrin" as a name of Anselm Okarrin: another full Okarrin is another person
    assert found(person(1, "Anselm Okarrin", "Okarrin"), person(2, "Bertil Okarrin", "Okarrin")) == []


def test_another_country_speaks_against_a_pair_and_the_same_one_for_it() -> None:
    def score(left: str, right: str) -> float:
        pairs = find_name_pairs(
            [person(1, "V. Adlersen", country=left), person(2, "Viktor Adlersen", country=right)]
        )
        return pairs[0].score if pairs else 0.0

    assert score("Norvand", "Kessaria") == 0
    assert score("Norvand", "Norvand") > score("", "Norvand") > 0


def test_somebody_without_a_name_is_not_paired_save_by_a_whole_office() -> None:
    minister = person(1, "Ilyana Vosk", positions=("President of Kessaria",))
    office = NamedSpeaker(2, "UNNAMED", ("President of Kessaria",))
    spokesman = NamedSpeaker(3, "UNNAMED", ("spokesman for the president",))
    ministry = organisation(4, "spokesman for the president")

    assert found(minister, office, spokesman, ministry) == [(1, 2, "office")]


def test_a_person_and_an_organisation_of_one_name_are_proposed() -> None:
    assert found(person(1, "LakesWire"), organisation(2, "LakesWire")) == [(1, 2, "same")]


def test_an_office_that_every_country_has_names_nobody() -> None:
    minister = person(1, "Seda Marutyan", positions=("foreign minister",))

    assert found(minister, NamedSpeaker(2, "UNNAMED", ("foreign minister",))) == []


def test_a_surname_of_two_articles_is_one_only_if_something_else_agrees() -> None:
    prime_minister = ("Prime Minister of Norvand",)

    assert found(person(1, "Okarrin"), person(2, "Okarrin")) == []
    assert found(
        person(1, "Okarrin", positions=prime_minister), person(2, "Okarrin", positions=prime_minister)
    )


def test_the_police_of_an_article_is_asked_of_no_named_police() -> None:
    assert found(organisation(1, "Police"), organisation(2, "Halden Police")) == []


def test_a_name_that_many_bear_is_compared_with_its_most_quoted_bearer_alone() -> None:
    bearers = [NamedSpeaker(number, "ORGANISATION", ("LakesWire",), quotes=number) for number in range(9)]

    assert found(*bearers) == [(number, 8, "spelling") for number in range(8)]


def test_with_among_only_pairs_of_these_speakers_are_found() -> None:
    speakers = [
        person(1, "V. Orlan"),
        person(2, "Viktor Orlan"),
        person(3, "M. Seddik"),
        person(4, "Mira Seddik"),
    ]

    pairs = find_name_pairs(speakers, among={4})

    assert [(pair.left, pair.right) for pair in pairs] == [(3, 4)]
    assert set(pairs) < set(find_name_pairs(speakers))


def test_pairs_do_not_depend_on_the_order_of_the_speakers() -> None:
    speakers = [
        person(n, name) for n, name in enumerate(("Okarrin", "Anselm Okarrin", "A. Okarrin", "Okkarrin"))
    ]

    pairs = find_name_pairs(speakers)

    assert pairs == find_name_pairs(speakers[::-1])
    assert pairs == sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right))
    assert all(isinstance(pair, NamePair) and 0.5 <= pair.score <= 1 for pair in pairs)


@pytest.mark.parametrize(
    "name",
    [
        lambda number: f"Jonas {'abcdefghij'[number % 10] * (number % 7 + 1)}vik{number % 2}",
        lambda number: "Okarrin",  # one bare surname in every article
        lambda number: f"Anselm Okarrin {number}",
        lambda number: f"Ministry of Foreign Affairs of Land{number}",
    ],
)
def test_four_times_the_names_take_less_than_six_times_the_work(name: object) -> None:
    def make(count: int) -> list[NamedSpeaker]:
        kind = "ORGANISATION" if "Ministry" in name(0) else "PERSON"  # type: ignore[operator]
        return [NamedSpeaker(number, kind, (name(number),)) for number in range(count)]  # type: ignore[operator]

    few, many = (count_calls(find_name_pairs, make(count)) for count in (100, 100 * TIMES))

    assert many < GROWTH * few + ONCE
