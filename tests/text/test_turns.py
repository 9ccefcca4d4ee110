"""Speeches and transcripts come out turn by turn, with the right paragraphs and the right speaker."""

import pytest

from claims.text.found import Form
from claims.text.languages.en import ENGLISH
from claims.text.segments import paragraphs
from claims.text.turns import find_turns
from tests.counted_work import is_linear

#: a news page with two speeches, each opened by a dash, as agencies print them
TWO_SPEECHES = """\
President Orlan recalls "lasting trust" between Kessaria and Norvand

President of the Republic of Kessaria Mira Orlan met with President of Norvand Teodor Vask in Halden.

Opening the talks, President of Norvand Teodor Vask said, according to Lumepress:

- Dear Mira Anselovna. Dear friends.

The barges are full again. As Mira Anselovna told me on the stairs, our trade grows.

A hundred years ago Ansel Orlan was born in this street. Nobody here needs a monument to know it.

The rest I keep for the table.


President of Kessaria Mira Orlan said:

– Thank you, dear Teodor.

Ansel Orlan built the road that we met on.

The bread was good, too.
"""


def turns_of(text):
    found, taken = find_turns(text, paragraphs(text), ENGLISH)
    return found, taken


def words(text, turn):
    return [part.cut(text) for part in turn.parts]


def mention(text, turn):
    return turn.mention.cut(text) if turn.mention else None


def test_find_turns_gives_each_dash_speech_as_one_turn_over_all_its_paragraphs():
    turns, _ = turns_of(TWO_SPEECHES)

    assert [len(turn.parts) for turn in turns] == [4, 3]
    assert [turn.form for turn in turns] == [Form.DASH, Form.DASH]


def test_find_turns_reads_mention_cue_and_medium_off_the_introducing_line():
    first, second = turns_of(TWO_SPEECHES)[0]

    assert mention(TWO_SPEECHES, first) == "President of Norvand Teodor Vask"
    assert first.cue.cut(TWO_SPEECHES) == "said"
    assert first.via.cut(TWO_SPEECHES) == "Lumepress"
    assert mention(TWO_SPEECHES, second) == "President of Kessaria Mira Orlan"
    assert second.via is None


def test_find_turns_leaves_the_introducing_dash_out_of_the_words():
    first, second = turns_of(TWO_SPEECHES)[0]

    assert words(TWO_SPEECHES, first)[0] == "Dear Mira Anselovna. Dear friends."
    assert words(TWO_SPEECHES, second)[0] == "Thank you, dear Teodor."


def test_find_turns_takes_speeches_and_their_introducing_lines_from_prose_and_nothing_else():
    turns, taken = turns_of(TWO_SPEECHES)

    assert taken == {2, 3, 4, 5, 6, 7, 8, 9, 10}
    assert {part for turn in turns for part in turn.parts}.isdisjoint({paragraphs(TWO_SPEECHES)[7]})


def test_find_turns_leaves_an_introducing_line_with_a_quotation_of_its_own_to_prose():
    text = "“We agree,” Mayor Ada Lind said, adding:\n\n- I will sign it myself.\n\nWe begin in June."

    turns, taken = turns_of(text)

    assert len(turns) == 1
    assert taken == {1, 2}


def test_find_turns_ends_a_dash_speech_where_the_writer_says_who_goes_on():
    text = (
        "Mayor Ada Lind said:\n\n- We will rebuild the bridge.\n\nWe owe it to our children.\n\n"
        "Ada Lind also said that the work would begin in June."
    )

    (turn,), _ = turns_of(text)

    assert words(text, turn) == ["We will rebuild the bridge.", "We owe it to our children."]


def test_find_turns_takes_a_block_after_a_colon_while_it_speaks_in_its_own_person():
    text = (
        "In his blog, Jonas Reet writes:\n\nI walked to the river and saw the tents.\n\n"
        "Nobody had told us that they would come.\n\nThe camp was cleared on Friday, police reports show."
    )

    (turn,), _ = turns_of(text)

    assert turn.form is Form.COLON
    assert mention(text, turn) == "Jonas Reet"
    assert words(text, turn) == [
        "I walked to the river and saw the tents.",
        "Nobody had told us that they would come.",
    ]


@pytest.mark.parametrize(
    "line",
    ["I must say:", "As we always say:", "The list of measures that the council has to approve next week:"],
)
def test_find_turns_opens_nothing_after_a_line_that_names_no_speaker(line):
    turns, taken = turns_of(
        f"{line}\n\nPeace comes first, and it comes slowly.\n\nNothing else matters here."
    )

    assert (turns, taken) == ([], set())


BRIEFING = """\
Remarks by President Orlan and Prime Minister Vask Before Their Meeting

12:14 P.M.

PRESIDENT ORLAN: Welcome. It is good to see you.

We have much to do.

PRIME MINISTER VASK: (As interpreted.) Thank you, Madam President.

Q Will you sign the treaty today?

PRESIDENT ORLAN: We will see.

Q: And the border?

PRIME MINISTER VASK: It stays open.

END 12:21 P.M. LST
"""


def test_find_turns_reads_a_briefing_with_labels_in_capitals_and_nameless_questions():
    turns, _ = turns_of(BRIEFING)

    assert [mention(BRIEFING, turn) for turn in turns] == [
        "PRESIDENT ORLAN",
        "PRIME MINISTER VASK",
        "Q",
        "PRESIDENT ORLAN",
        "Q",
        "PRIME MINISTER VASK",
    ]
    assert words(BRIEFING, turns[0]) == ["Welcome. It is good to see you.", "We have much to do."]
    assert words(BRIEFING, turns[-1]) == ["It stays open."]


def test_find_turns_knows_an_office_in_the_first_label_only():
    text = (
        "President of Kessaria Mira Orlan: Good afternoon, colleagues.\n\nI am glad to see you here.\n\n"
        "President of Norvand Teodor Vask: Thank you.\n\nMira Orlan: Let us begin."
    )

    turns, _ = turns_of(text)

    assert [mention(text, turn) for turn in turns][-1] == "Mira Orlan"
    assert [len(turn.parts) for turn in turns] == [2, 1, 1]


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        ("Halden Post:", "Mira Orlan:"),
        ("Q.", "A."),
        ("QUESTION:", "MS ORLAN:"),
        ("**Moderator:**", "**Mira Orlan:**"),
        ("Interviewer:", "Orlan:"),
    ],
)
def test_find_turns_reads_the_labels_of_an_interview(ask, answer):
    lines = [
        f"{ask} Why did you leave the talks?",
        f"{answer} Because nothing was said.",
        f"{ask} Will you come back?",
        f"{answer} If they call us.",
    ]
    text = "\n\n".join(lines)

    turns, taken = turns_of(text)

    assert [words(text, turn) for turn in turns] == [
        ["Why did you leave the talks?"],
        ["Because nothing was said."],
        ["Will you come back?"],
        ["If they call us."],
    ]
    assert taken == {0, 1, 2, 3}


def test_find_turns_takes_a_surname_that_is_a_word_of_pages_for_a_label_after_its_courtesy():
    text = "MR. PRICE: Good afternoon to all.\n\nQUESTION: Any news?\n\nMR. PRICE: None that I know."

    assert [mention(text, turn) for turn in turns_of(text)[0]] == ["MR. PRICE", "QUESTION", "MR. PRICE"]


def test_find_turns_reads_initials_in_a_label():
    text = "M.Orlan: Good afternoon to all.\n\nT.Vask: Thank you, I am glad.\n\nM.Orlan: Let us begin."

    assert [mention(text, turn) for turn in turns_of(text)[0]] == ["M.Orlan", "T.Vask", "M.Orlan"]


def test_find_turns_opens_a_speech_whose_dash_stands_behind_the_introducing_words():
    text = "President of Kessaria Mira Orlan said: - Thank you for coming.\n\nI am glad to see you."

    (turn,), taken = turns_of(text)

    assert words(text, turn) == ["Thank you for coming.", "I am glad to see you."]
    assert taken == {0, 1}


def test_a_speech_without_marks_ends_where_the_writer_quotes_somebody_else():
    text = (
        "Mira Orlan said:\n\nWe will sign in May. I have waited long enough.\n\n"
        "Ada Lind, the mayor of Halden, smiled. “I have heard that before,” she told reporters."
    )

    (turn,), _ = turns_of(text)

    assert words(text, turn) == ["We will sign in May. I have waited long enough."]


def test_find_turns_leaves_headings_and_captions_between_turns_to_nobody():
    text = (
        "Halden Post: How did it begin?\n\nAda Lind: With a letter that nobody opened.\n\nThe letter\n\n"
        "Ada Lind at home. Photo: Halden Post.\n\nHalden Post: And then?\n\nAda Lind: Then we wrote."
    )

    turns, taken = turns_of(text)

    assert len(turns) == 4
    assert taken == {0, 1, 4, 5}


@pytest.mark.parametrize(
    "text",
    [
        "Weather: mild in the south.\n\nSport: Halden won again.\n\nThe council met on Monday.",
        "Photo: Halden Post\n\nThe council met on Monday.\n\nUpdate: the vote is over.",
        "Speaker Ada Lind: “Peace comes first.”\n\nMayor Jonas Reet: “We are not there yet.”",
        "Orlan: 45 percent\n\nVask: 43 percent\n\nThe count goes on.",
    ],
)
def test_find_turns_takes_colons_of_other_kinds_for_no_labels(text):
    assert turns_of(text) == ([], set())


def test_find_turns_is_linear_on_hostile_labels():
    piece = "\n\n".join(["A B C D " * 12 + ": " + "Q " * 30, "X said:", "- word", ""])

    assert is_linear(turns_of, lambda times: piece * times, 50)


@pytest.mark.parametrize("medium", ["Halden Observer", "LUME NEWS", "Radio Halden"])
def test_find_turns_takes_the_outlet_that_interviews_for_the_questioner(medium):
    questions, answer = (
        ("Will you sign it soon?", "And when will that be?"),
        "Mira Orlan: We will sign in May.",
    )
    text = "\n\n".join(f"{medium}: {question}\n\n{answer}" for question in questions)

    turns, _ = turns_of(text)

    assert [turn.rule for turn in turns] == ["asked", "labelled"] * 2
