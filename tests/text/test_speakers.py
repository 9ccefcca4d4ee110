"""Within one article, the words that name somebody give one name, office and aliases; doubt gives nobody."""

import re

import pytest

from claims.text.found import SpeakerKind
from claims.text.languages.en import ENGLISH
from claims.text.spans import Span
from claims.text.speakers import People
from tests.counted_work import is_linear


def people_of(text, spoken=(), body_start=0):
    stretches = [Span(text.index(words), text.index(words) + len(words)) for words in spoken]
    return People(text, body_start, ENGLISH, stretches)


def resolve(text, mention, spoken=(), nth=1, body_start=0):
    at = -1
    for _ in range(nth):
        at = text.index(mention, at + 1)
    return people_of(text, spoken, body_start).resolve(Span(at, at + len(mention)))


def name(text, mention, **more):
    return [speaker.name for speaker in resolve(text, mention, **more)]


# ------------------------------------------------------------------ names, offices, aliases


@pytest.mark.parametrize(
    ("mention", "expected_name", "position"),
    [
        ("President of Kessaria Mira Orlan", "Mira Orlan", "President of Kessaria"),
        ("Prime Minister of New Sorvia Lee Tan Wei", "Lee Tan Wei", "Prime Minister of New Sorvia"),
        ("Secretary-General Anton Guter", "Anton Guter", "Secretary-General"),
        ("PRIME MINISTER VASK", "Vask", "Prime Minister"),
        ("Mr. Vask", "Vask", ""),
        ("the president of Norvand Ilyana Vosk", "Ilyana Vosk", "president of Norvand"),
        ("Lume Valley Farmers CEO Anne Brad", "Anne Brad", "Lume Valley Farmers CEO"),
        ("the bureau's director, Jonas B. Reet", "Jonas B. Reet", "bureau's director"),
        ("Chairman Mary Neu, Council on Water", "Mary Neu", "Chairman"),
        ("Mira Orlan, the mayor of Halden", "Mira Orlan", "mayor of Halden"),
        ("campaign manager Robin Mook", "Robin Mook", "campaign manager"),
        ("Halden Post’s Ada Lind", "Ada Lind", ""),
        ("water expert Bruno Bennet from the Lume Institute", "Bruno Bennet", "water expert"),
        ("Mira Orlan of the Green League", "Mira Orlan", ""),
        ("Special Envoy Samir al-Hattab", "Samir al-Hattab", "Special Envoy"),
        ("delegate Tarik ibn Yusuf ad-Doran", "Tarik ibn Yusuf ad-Doran", "delegate"),
    ],
)
def test_resolve_tells_name_and_office_apart(mention, expected_name, position):
    text = f"“It is late,” said {mention}."

    (speaker,) = resolve(text, mention)

    assert (speaker.name, speaker.position, speaker.kind) == (expected_name, position, SpeakerKind.PERSON)


def test_resolve_gives_the_fullest_name_and_the_other_names_as_aliases():
    text = "President Mira Anna Orlan came late. Mira Orlan smiled. “Sorry,” Orlan said. Ms. Orlan sat down."

    (speaker,) = resolve(text, "Ms. Orlan")

    assert speaker.name == "Mira Anna Orlan"
    assert speaker.aliases == ("Mira Orlan", "Orlan")
    assert speaker.position == "President"


def test_resolve_takes_the_first_name_for_the_person_who_bears_it():
    text = "Kamran Ashtar and his friends opened the site. Kamran writes that he will vote."

    assert name(text, "Kamran", nth=2) == ["Kamran Ashtar"]


@pytest.mark.parametrize("short", ["Al-Hattab", "al-Hattab", "Hattab"])
def test_resolve_takes_a_name_with_an_arabic_article_for_the_person_who_bears_it(short):
    text = f"Samir al-Hattab came late. It rained. Afterwards {short} said that he was sorry."

    assert name(text, short, nth=2 if short in "Samir al-Hattab" else 1) == ["Samir al-Hattab"]


def test_names_inside_speech_are_no_aliases_and_no_second_bearer():
    speech = "Heydar Orlan built it, dear Ilham Heydarovich."
    text = f"President Orlan recalls trust\n\nPresident of Kessaria Ilham Orlan said:\n\n{speech}"

    (speaker,) = resolve(text, "President Orlan", spoken=[speech], body_start=31)

    assert (speaker.name, speaker.aliases) == ("Ilham Orlan", ("Orlan",))


def test_resolve_keeps_the_words_of_a_headline_out_of_a_name():
    text = "Katherine Scarl Confirmed Amid Praise\n\n“I am grateful,” Katherine Scarl said on Monday."

    (speaker,) = resolve(text, "Katherine Scarl", nth=2, body_start=39)

    assert (speaker.name, speaker.aliases) == ("Katherine Scarl", ())


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        # two of one surname, told apart by title, by gender, by who was introduced, or not at all
        ("Ivo Orlan met Mira Orlan. Mrs. Orlan spoke first.", "Mrs. Orlan", ["Mira Orlan"]),
        (
            "President Mira Orlan met her son, Ivo Orlan.\nPresident Orlan spoke.",
            "President Orlan",
            ["Mira Orlan"],
        ),
        ("In Halden, Pat Orlan met Kim Orlan.\nOrlan spoke first.", "Orlan spoke", []),
    ],
)
def test_resolve_decides_between_two_of_one_surname_or_gives_nobody(text, mention, expected):
    at = text.rindex(mention)

    found = people_of(text).resolve(Span(at, at + len(mention.removesuffix(" spoke"))))

    assert [speaker.name for speaker in found] == expected


# ------------------------------------------------------------------ nouns


LEADERS = (
    "Acting President Teodor Vask met Kessarian President Mira Orlan in Halden. "
    "The Norvandian president left early."
)


@pytest.mark.parametrize(
    ("sentence", "mention", "expected"),
    [
        ("The acting president said that trade grew.", "The acting president", ["Teodor Vask"]),
        ("The Kessarian president disagreed.", "The Kessarian president", ["Mira Orlan"]),
        ("The president disagreed.", "The president", []),
    ],
)
def test_resolve_takes_a_noun_for_the_one_person_who_holds_the_office(sentence, mention, expected):
    assert name(f"{LEADERS}\n\nIt rained.\n\n{sentence}", mention) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Vosk answered questions.\n\n{}", "Anna Vosk"),
        ("Anna Vosk met Mayor Tom Reet.\n\n{}", "Anna Vosk"),
        ("Anna Vosk met Thomas Lind.\n\n{}", "Acting President"),
        ("A day in Halden.\n\n{}\n\nAnna Vosk left.", "Acting President"),
    ],
)
def test_resolve_takes_a_title_for_the_only_person_of_the_article_without_an_office(text, expected):
    whole = text.format("In Halden the Acting President spoke.")

    assert name(whole, "the Acting President") == [expected]


def test_resolve_knows_the_head_of_state():
    text = "President Mira Orlan opened the bridge. The head of state thanked the builders."

    assert name(text, "The head of state") == ["Mira Orlan"]


def test_resolve_does_not_take_the_president_for_the_vice_president():
    text = "Vice President Ada Lind came alone. The president was ill, she said."

    (speaker,) = resolve(text, "The president")

    assert (speaker.name, speaker.kind) == ("president", SpeakerKind.UNNAMED)


def test_resolve_does_not_take_the_minister_for_the_prime_minister():
    text = (
        "Kessaria's foreign minister, Tor Ezber on Monday met Prime Minister Ada Lind. The minister smiled."
    )

    assert name(text, "The minister") == ["Tor Ezber"]


@pytest.mark.parametrize(
    ("middle", "expected"), [("It rained.", ["Ada Lind"]), ("Ivo Denk came too.", ["senator"])]
)
def test_resolve_takes_the_senator_for_the_sen_named_last_and_for_nobody_else(middle, expected):
    assert name(f"Sen. Ada Lind opened the bridge. {middle} The senator smiled.", "The senator") == expected


def test_resolve_keeps_a_spokesman_apart_from_the_person_he_speaks_for():
    text = "President Mira Orlan said nothing. A spokesman for Ms. Orlan said the talks went well."

    (speaker,) = resolve(text, "A spokesman for Ms. Orlan")

    assert (speaker.name, speaker.kind) == ("spokesman for Ms. Orlan", SpeakerKind.UNNAMED)


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Orlan supporters", "Orlan supporters"),
        ("officials", "officials"),
        ("the Orlan campaign", "Orlan campaign"),
    ],
)
def test_resolve_does_not_take_a_name_beside_a_noun_for_the_speaker(mention, expected):
    text = f"Mira Orlan lost. “It was close,” {mention} said."

    assert name(text, mention) == [expected]


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("Mira Orlan lost. “Soon,” said a Kessarian diplomat.", "a Kessarian", "Kessarian diplomat"),
        ("Mira Orlan lost. “It was close,” a 2008 Orlan veteran said.", "a 2008 Orlan", "2008 Orlan veteran"),
        ("Mira Orlan lost, according to a Lume Orlan poll.", "a Lume Orlan poll", "Lume Orlan poll"),
        ("A man who knew Mira Orlan spoke.", "A man who knew Mira Orlan", "man who knew Mira Orlan"),
        ("A senior official in Halden said that two were alive.", "Halden", "senior official in Halden"),
        ("Then a glad Mira Orlan said yes.", "a glad Mira Orlan", "Mira Orlan"),
    ],
)
def test_resolve_tells_the_noun_that_speaks_from_the_name_beside_it(text, mention, expected):
    assert name(text, mention) == [expected]


def test_resolve_takes_the_ministry_for_the_one_that_the_article_names():
    text = "The Foreign Ministry summoned the envoy. “We protest,” the ministry said."

    (speaker,) = resolve(text, "the ministry")

    assert (speaker.name, speaker.kind) == ("Foreign Ministry", SpeakerKind.ORGANISATION)


@pytest.mark.parametrize(("written", "shown"), [("VSK-PTT", "VSK-PTT"), ("OLD-REET", "Old-Reet")])
def test_resolve_keeps_letters_that_are_spoken_one_by_one(written, shown):
    assert name(f"“It is late,” said {written}.", written) == [shown]


@pytest.mark.parametrize("medium", ["Halden Observer", "Radio Halden", "LUME NEWS"])
def test_resolve_takes_a_medium_for_an_organisation(medium):
    (speaker,) = resolve(f"{medium}: Will you sign?\n\nMira Orlan: Yes.", medium)

    assert speaker.kind is SpeakerKind.ORGANISATION


@pytest.mark.parametrize("label", ["Q", "Question", "Reporter"])
def test_resolve_gives_nobody_for_a_label_that_names_nobody(label):
    assert resolve(f"{label}: Will you sign?\n\nMira Orlan: Yes.", label) == ()


def test_resolve_takes_a_nameless_answer_for_the_one_person_of_the_headline():
    text = "An interview with Ada Lind\n\nQ. Why now?\n\nA. It is time."

    assert name(text, "A", nth=text[: text.index("A. It")].count("A") + 1, body_start=28) == ["Ada Lind"]


# ------------------------------------------------------------------ pronouns


def last_pronoun(text):
    """The names of whom the last "he" or "she" outside the marks stands for."""
    marked = [match.group(1) for match in re.finditer(r"“([^”]+)”", text)]
    match = list(re.finditer(r"\b[Ss]?[Hh]e\b(?![^“]*”)", text))[-1]
    return [one.name for one in people_of(text, marked).resolve(Span(*match.span()))]


INTRODUCED_LATER = "Ivo Denk spoke first. “It rains,” Denk said.\n\n"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Norvand’s defence minister, Yorun Haldvik, stands by it. “I count,” she said.", "Yorun Haldvik"),
        ("The mayor of Upper Halden, Kirak Bagres, welcomed it. “Fine,” he said.", "Kirak Bagres"),
        ("Its president, Stislav Verkov, expects a treaty. “Soon,” he said.", "Stislav Verkov"),
        ("One of them, the retired teacher Asla Myrbak, has seen it. “Green,” she said.", "Asla Myrbak"),
        ("Bagir Rauf gave up. “We fail,” Rauf said, “and go.” He argued it was early.", "Bagir Rauf"),
        ("“A register,” said Norvand's delegate, Evan Sundgar. “No border,” he added.", "Evan Sundgar"),
        ("Kirak Bagres, the mayor of Halden, comes in. “Tea?” he asks.", "Kirak Bagres"),
    ],
)
def test_resolve_takes_whoever_the_paragraph_introduces_by_office_for_the_pronoun(paragraph, expected):
    assert last_pronoun(INTRODUCED_LATER + paragraph) == [expected]


def test_resolve_learns_gender_from_the_office_that_introduces():
    text = "Its chairwoman, Maret Solvan, met the mayor, Ivo Denk. “No,” she said."

    assert last_pronoun(text) == ["Maret Solvan"]


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        (
            "“Fair,” said the League's special envoy, Samir al-Hattab, who left.",
            "the League's",
            "Samir al-Hattab",
        ),
        ("“Free them,” said their chairwoman, Maret Solvan.", "their chairwoman", "Maret Solvan"),
        ("“Stones,” said the head of its delegation, Nargiz Fatul.", "the head", "Nargiz Fatul"),
    ],
)
def test_resolve_reads_on_from_an_office_to_the_name_behind_its_comma(text, mention, expected):
    assert name(text, mention) == [expected]


def test_resolve_does_not_take_the_hearer_before_a_comma_for_the_office_of_whoever_speaks():
    text = "There was no plan for the mayor, Yorun Haldvik said."

    (speaker,) = resolve(text, "Yorun Haldvik")

    assert (speaker.name, speaker.position) == ("Yorun Haldvik", "")


@pytest.mark.parametrize(
    "before",
    [
        "“We talked,” Teodor Vask said.\n\nOn the road, Ivo Denk at least held out hope. ",
        "“That is what Denk wants,” Teodor Vask said. Mr. Ivo Denk of Halden differed. ",
    ],
)
def test_resolve_takes_the_name_that_opens_a_sentence_for_its_subject(before):
    assert last_pronoun(f"{before}“Maybe,” he said.") == ["Ivo Denk"]


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Denk met Viktor Vask in Halden. He said that nobody had told him.",
        "Ivo Denk of the Party of the Banks met Foreign Minister Viktor Vask. He said that he was angry.",
        "Minister Ivo Denk met President Viktor Vask. “It was late,” he said.",
    ],
)
def test_resolve_gives_nobody_where_a_pronoun_may_stand_for_either_of_two(text):
    assert last_pronoun(text) == []


def test_resolve_takes_whoever_said_the_sentence_before_and_not_whom_it_was_about():
    text = "Ivo Denk electrified the crowd, Viktor Vask said.\n\n“He was smart,” he said."

    assert last_pronoun(text) == ["Viktor Vask"]


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("Teodor Vask met Mira Orlan on Monday. “It was good,” she said.", "she", ["Mira Orlan"]),
        ("Teodor Vask met Mira Orlan on Monday. “It was good,” he said.", "he", ["Teodor Vask"]),
        ("“We wait,” said a ministry spokesman. He added that time was short.", "He", ["ministry spokesman"]),
        ("“We protest,” said the ministry. “And we wait,” it added.", "it", ["ministry"]),
        ("Mira Orlan lost. In her view, the count was wrong.", "her", ["Mira Orlan"]),
        ("Mira Orlan, who spoke last, was calm.", "who", ["Mira Orlan"]),
        ("Police looked for a woman who left early.", "who", ["woman"]),
        ("“I was there,” I said.", "I said", []),
        ("“It was good,” he said.", "he", []),
    ],
)
def test_resolve_finds_what_a_pronoun_stands_for(text, mention, expected):
    at = text.rindex(mention)
    span = Span(at, at + len(mention.removesuffix(" said")))

    assert [speaker.name for speaker in people_of(text).resolve(span)] == expected


def test_resolve_follows_a_chain_of_pronouns():
    text = (
        "Mira Orlan came to Halden with Ada Lind on Monday.\n\nOrlan said the talks were hard.\n\n"
        "She stayed for an hour.\n\n“They will go on,” she said."
    )

    assert name(text, "she") == ["Mira Orlan"]


# ------------------------------------------------------------------ couples


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Orlan and Vask", ["Mira Orlan", "Teodor Vask"]),
        ("Mira Orlan, Teodor Vask and Ada Lind", ["Mira Orlan", "Teodor Vask", "Ada Lind"]),
        ("Mr. Vask and\u00a0Ms. Orlan", ["Teodor Vask", "Mira Orlan"]),
        ("president and chairwoman Mira Orlan", ["Mira Orlan"]),
        ("Water and Road Works of Halden", ["Water and Road Works of Halden"]),
    ],
)
def test_resolve_gives_both_of_a_couple_or_neither(mention, expected):
    text = f"Mira Orlan met Teodor Vask and Ada Lind.\n\n“We agree,” said {mention} on Monday."
    at = text.rindex(mention)

    found = people_of(text).resolve(Span(at, at + len(mention)))

    assert [speaker.name for speaker in found] == expected


@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        ("“Late,” said the writer and journalist Mira Orlan.", "the writer and journalist Mira Orlan", 1),
        ("“Late,” said the president and the mayor Mira Orlan.", "the president and the mayor Mira Orlan", 2),
        (
            "President Ada Lind came. “Late,” said the president and mayor Mira Orlan.",
            "the president and mayor Mira Orlan",
            2,
        ),
    ],
)
def test_resolve_takes_two_trades_of_one_person_for_one(text, mention, expected):
    assert len(set(name(text, mention))) == expected


def test_resolve_gives_nobody_for_a_couple_of_which_one_is_unclear():
    text = "In Halden, Pat Orlan met Kim Orlan and Teodor Vask.\n“We agree,” said Orlan and Vask."
    at = text.rindex("Orlan and Vask")

    assert people_of(text).resolve(Span(at, at + 14)) == ()


# ------------------------------------------------------------------ is_name


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("President Orlan", True),
        ("Orlan", True),
        ("the president", False),
        ("she", False),
        ("officials", False),
        ("a spokesman for Orlan", False),
    ],
)
def test_is_name_tells_names_from_nouns_and_pronouns(mention, expected):
    text = f"“It is late,” said {mention}."
    at = text.index(mention)

    assert people_of(text).is_name(Span(at, at + len(mention))) is expected


def test_people_are_linear_on_hostile_text():
    piece = "Aa Bb Cc, the Dd of the Ee he said A.B. and Ab Orlan met Ac Orlan, Orlan said. "

    def resolve_last(text):
        people_of(text).resolve(Span(text.rindex("he said"), text.rindex("he said") + 2))

    assert is_linear(resolve_last, lambda times: piece * times, 50)


def test_resolve_gives_a_bare_office_the_words_that_the_article_adds_elsewhere():
    text = "President Orlan hopes\n\nPresident of Kessaria Mira Orlan came. President Orlan left."
    people = People(text, 23, ENGLISH)

    (found,) = people.resolve(Span(text.rindex("President"), text.rindex(" left")))

    assert (found.name, found.position) == ("Mira Orlan", "President of Kessaria")
