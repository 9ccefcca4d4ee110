"""Quotes in marks within prose: whose they are, what they hold, and what is no quote."""

import pytest

from claims.text.extract import extract_quotes
from claims.text.found import Form, FoundQuote, Kind

#: names everybody, so that surnames and pronouns can be resolved
CAST = "President Ilyana Vosk met Tomas Orlan, the mayor of Halden. Her spokesman Teo Brand was there."


def quotes_of(text: str) -> list[FoundQuote]:
    found = extract_quotes(f"{CAST}\n\n{text}", language="en")
    return [quote for quote in found if quote.kind is not Kind.INDIRECT]


def told(text: str) -> list[tuple[str, str]]:
    """Words and speaker of each quote in marks."""
    whole = f"{CAST}\n\n{text}"
    return [
        (" … ".join(part.cut(whole) for part in quote.quoted), " + ".join(one.name for one in quote.speakers))
        for quote in quotes_of(text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("“We will sign it,” said Vosk.", "Ilyana Vosk", "said_by_name"),
        ("“We will sign it,” Vosk said.", "Ilyana Vosk", "name_said"),
        ("“We will sign it,” Vosk, who is 61, told reporters.", "Ilyana Vosk", "name_said"),
        ("“We will sign it,” according to Orlan.", "Tomas Orlan", "according_to_after"),
        ("Vosk said: “We will sign it.”", "Ilyana Vosk", "name_said_before"),
        ("Orlan, speaking in Halden, added, “We will sign it.”", "Tomas Orlan", "name_said_before"),
        ("Orlan took the stage to declare, “We will sign it.”", "Tomas Orlan", "went_on_to_say"),
        ("In the words of Orlan, “we will all sign it.”", "Tomas Orlan", "according_to_before"),
        ("Orlan shot back: “We will sign it.”", "Tomas Orlan", "name_said_before"),
        ("Secretary of State Ada Lind: “We will sign it.”", "Ada Lind", "name_before_colon"),
        ("“Will we sign it?” Vosk asked.", "Ilyana Vosk", "name_said"),
        ("Vosk left the hall at noon. “We will sign it.”", "Ilyana Vosk", "sentence_before"),
        ("“We will sign it.” That is how Vosk put it.", "Ilyana Vosk", "sentence_after"),
        ("“We will sign it.”\n\n– Ilyana Vosk", "Ilyana Vosk", "signature"),
        ("“VOSK: We will sign it.”", "Ilyana Vosk", "labelled_inside"),
        ("Vosk made this promise to the crowd:\n\n“We will sign it.”", "Ilyana Vosk", "line_before"),
        ("“No,” Vosk said.\n\n“We will sign it later.”", "Ilyana Vosk", "speaker_of_paragraph_before"),
    ],
)  # fmt: skip
def test_each_place_of_the_speaker_has_its_rule(text: str, speaker: str, rule: str) -> None:
    quote = quotes_of(text)[-1]

    assert [one.name for one in quote.speakers] == [speaker]
    assert quote.rule == rule


def test_mention_and_cue_are_the_articles_own_words() -> None:
    text = f"{CAST}\n\n“We will sign it,” she told reporters."

    quote = extract_quotes(text, language="en")[0]

    assert quote.mention is not None
    assert quote.cue is not None
    assert (quote.mention.cut(text), quote.cue.cut(text)) == ("she", "told")


def test_a_split_quote_is_one_quote_of_two_parts() -> None:
    assert told("“We will,” Vosk said, “sign it soon.”") == [("We will, … sign it soon.", "Ilyana Vosk")]


def test_words_after_the_tags_sentence_belong_to_the_same_quote() -> None:
    assert told("“We will sign it,” Vosk said. “There is no other way.”") == [
        ("We will sign it, … There is no other way.", "Ilyana Vosk")
    ]


def test_two_speakers_in_one_paragraph_are_two_quotes() -> None:
    assert told("“We will sign it,” Vosk said. “Not today,” Orlan replied.") == [
        ("We will sign it,", "Ilyana Vosk"),
        ("Not today,", "Tomas Orlan"),
    ]


def test_paragraphs_opened_again_are_one_quote_with_a_part_each() -> None:
    assert told("Vosk said: “We will sign it.\n\n“We will keep it. It is a promise.”") == [
        ("We will sign it. … We will keep it. It is a promise.", "Ilyana Vosk")
    ]


def test_paragraphs_not_opened_again_are_one_quote_with_a_part_each() -> None:
    text = "Vosk said: “We will sign it.\n\nWe will keep it.\n\nIt is a promise.” Orlan nodded."

    assert told(text) == [("We will sign it. … We will keep it. … It is a promise.", "Ilyana Vosk")]


def test_a_mark_never_closed_costs_one_paragraph() -> None:
    text = "Vosk said: “We will sign it.\n\nThe road was closed.\n\n“Not today,” Orlan said."

    assert told(text) == [("We will sign it.", "Ilyana Vosk"), ("Not today,", "Tomas Orlan")]


def test_a_direct_quotes_parts_leave_out_the_marks() -> None:
    text = f"{CAST}\n\n“We will sign it,” Vosk said."

    quote = extract_quotes(text, language="en")[0]

    assert [part.cut(text) for part in quote.parts] == ["We will sign it,"]
    assert (quote.kind, quote.form) == (Kind.DIRECT, Form.MARKS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vosk said the draft was “a disaster”.", "a disaster"),
        ("Vosk called the draft “dangerous”.", "dangerous"),
        ("Vosk described it as “the end of the road” for Halden.", "the end of the road"),
        ("It was, Vosk said, “a long and cold night”.", "a long and cold night"),
        ("Vosk pledged to “rebuild the bridge”.", "rebuild the bridge"),
        ("Her claim that “the bridge was safe” was repeated by Vosk.", "the bridge was safe"),
    ],
)  # fmt: skip
def test_a_partial_quote_is_kept_where_a_cue_governs_it(text: str, words: str) -> None:
    assert words in [found[0] for found in told(text)]


def test_a_mixed_quotes_parts_hold_the_writers_words_of_the_clause() -> None:
    text = f"{CAST}\n\nVosk said that the draft was “a disaster” for “all of us”."

    quote = next(q for q in extract_quotes(text, language="en") if q.kind is Kind.MIXED)

    assert [part.cut(text) for part in quote.parts] == ["the draft was “a disaster” for “all of us”"]
    assert [span.cut(text) for span in quote.quoted] == ["a disaster", "all of us"]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “ghost trains” of Halden run at night.",
        "Orlan, known as “the fox”, left early.",
        "On her show “Morning in Halden,” Mira Brandt played records.",
        "Brandt, author of “The Long Road Home,” lives in Halden.",
        "The film “Winter” opens on Friday.",
        "The “Lume Express” was late again.",
        "Most people in Halden like the “green” budget.",
    ],
)  # fmt: skip
def test_scare_quotes_titles_and_nicknames_are_no_quotes(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Vosk said Orlan had called it “a joke of a treaty”.", "Ilyana Vosk"),
        ("Orlan and Vosk met. “It was,” Orlan said, “a good talk.”", "Tomas Orlan"),
        ("The bridge, a spokesman for Vosk said, is “as safe as any house”.", "spokesman for Vosk"),
        ("Orlan, who said “we will never leave”, stayed.", "Tomas Orlan"),
        ("According to Lumepress, Orlan said: “We will sign it.”", "Tomas Orlan"),
        ("“We will sign it,” said Halden mayor Tomas Orlan.", "Tomas Orlan"),
        ("After Orlan spoke, Vosk said: “We will sign it.”", "Ilyana Vosk"),
        ("“We will sign it,” Vosk and Orlan said.", "Ilyana Vosk + Tomas Orlan"),
    ],
)  # fmt: skip
def test_the_right_one_of_several_people_speaks(text: str, speaker: str) -> None:
    assert [found[1] for found in told(text)] == [speaker]


def test_nobody_speaks_where_nobody_is_named() -> None:
    text = "Rain fell on Halden.\n\n“It has been raining since the day before yesterday, and more will come.”"

    found = extract_quotes(text, language="en")

    assert [quote.speakers for quote in found] in ([()], [])


def test_the_carrier_of_a_statement_is_not_its_speaker() -> None:
    text = f"{CAST}\n\nAccording to Lumepress, Orlan said: “We will sign it.”"

    quote = extract_quotes(text, language="en")[0]

    assert quote.via is not None
    assert quote.via.cut(text) == "Lumepress"


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("Halden Farmers’ Union\n\n“We will all sign it today.”", "Halden Farmers’ Union", "name_above"),
        ("Vosk’s claim that “it is safe” came late.", "Ilyana Vosk", "whose_remark"),
        ("The draft was called “a bad joke” by Orlan.", "Tomas Orlan", "called_by"),
        ("The fee “is a bad joke” for all of us, Orlan said.", "Tomas Orlan", "tag_closes_sentence"),
    ],
)  # fmt: skip
def test_rarer_places_of_the_speaker_have_rules_too(text: str, speaker: str, rule: str) -> None:
    quote = quotes_of(text)[-1]

    assert quote.rule == rule
    assert [one.name for one in quote.speakers] in ([speaker], [])


def test_the_message_of_somebody_named_before_is_that_persons() -> None:
    text = "Vosk sent her greetings to Halden.\n\nThe message reads, in part:\n\n“We will all sign it today.”"

    assert told(text) == [("We will all sign it today.", "Ilyana Vosk")]


def test_a_caption_between_does_not_take_the_quotation() -> None:
    text = "Orlan spoke at noon.\n\nThe bridge in snow. Image: Lumepress.\n\n“We will all sign it today.”"

    assert told(text) == [("We will all sign it today.", "Tomas Orlan")]
