"""Two speeches on a news page: each one quote, its speaker with the office, and nobody from inside them.

The page itself is not ours to publish; ``ON_RECORD_SHARED`` names the folder that has it. A page of our own
of the same shape is tested in any case.
"""

import os
from pathlib import Path

import pytest

from claims.text.extract import extract_quotes
from claims.text.found import Form, FoundQuote, Kind

SHARED = os.environ.get("ON_RECORD_SHARED", "")
PAGES = sorted(Path(SHARED, "seeds").glob("*.txt")) if SHARED else []

OWN_PAGE = """\
President Orlan recalls "lasting trust" for the reopening of the Lume valley

President of the Republic of Kessaria Mira Orlan met with President of the Norvand Federation Teodor Vask in \
Halden, on May 4.

Speaking at the meeting, President of Norvand Teodor Vask said, according to Lumepress:

- Mira Anselovna, dear guests.

The ferry was late, and nobody minds. But Mira Anselovna is right, the pier needs a roof.

Ansel Orlan was born here a hundred years ago. Every child in Halden knows his bridge.

Begin.

President of Kessaria Mira Orlan said:

- That was a short crossing, Teodor Teodorovich.

I have brought you a drawing of the bridge, signed by Ansel Orlan.

What Ansel Orlan and you, Teodor Teodorovich, agreed on that bridge still holds.

And now let us eat.
"""


#: of the page of our own, and of the real one
LAST_LINES = ("And now let us eat.", "Thank you again for the invitation.")


def as_stored(page: str) -> tuple[str, int]:
    """Return title, blank line and body of the page, and where the body begins."""
    lines = [line.strip() for line in page.splitlines()]
    first = next(at for at, line in enumerate(lines) if line.startswith("President of the Republic"))
    last = next(at for at, line in enumerate(lines) if line in LAST_LINES)
    title = next(line for line in lines if line)
    return "\n\n".join([title, *filter(None, lines[first : last + 1])]), len(title) + 2


def speeches_of(quotes: list[FoundQuote]) -> list[FoundQuote]:
    return [quote for quote in quotes if quote.form is Form.DASH]


def headline_of(quotes: list[FoundQuote]) -> FoundQuote:
    (found,) = [quote for quote in quotes if quote.form is Form.HEADLINE]
    return found


@pytest.fixture
def real() -> tuple[str, int, list[FoundQuote]]:
    if not PAGES:
        pytest.skip("ON_RECORD_SHARED does not name a folder with the page")
    text, body_start = as_stored(PAGES[0].read_text(encoding="utf-8"))
    return text, body_start, extract_quotes(text, body_start=body_start)


@pytest.fixture
def own() -> tuple[str, int, list[FoundQuote]]:
    return OWN_PAGE, 78, extract_quotes(OWN_PAGE, body_start=OWN_PAGE.index("\n\n") + 2)


@pytest.mark.parametrize(("page", "lengths"), [("own", [4, 4]), ("real", [5, 7])])
def test_each_speech_is_one_quote_over_all_its_paragraphs(page, lengths, request):
    _, _, quotes = request.getfixturevalue(page)

    speeches = speeches_of(quotes)

    assert [len(speech.parts) for speech in speeches] == lengths
    assert all(speech.kind is Kind.DIRECT and speech.quoted == speech.parts for speech in speeches)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "own",
            [
                ("President of Norvand Teodor Vask", "said", "Lumepress", "Mira Anse"),
                ("President of Kessaria Mira Orlan", "said", None, "That was "),
            ],
        ),
        (
            "real",
            [
                ("President of Russia Vladimir Putin", "said", "Azertag", "Dear Ilha"),
                ("President of Azerbaijan Ilham Aliyev", "said", None, "Thank you"),
            ],
        ),
    ],
)
def test_mention_cue_medium_and_first_words_are_those_of_the_page(page, expected, request):
    text, _, quotes = request.getfixturevalue(page)

    found = [
        (
            speech.mention.cut(text).replace("\u00a0", " "),
            speech.cue.cut(text),
            speech.via.cut(text) if speech.via else None,
            speech.parts[0].cut(text)[:9],
        )
        for speech in speeches_of(quotes)
    ]

    assert found == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("own", [("Teodor Vask", "President of Norvand"), ("Mira Orlan", "President of Kessaria")]),
        ("real", [("Vladimir Putin", "President of Russia"), ("Ilham Aliyev", "President of Azerbaijan")]),
    ],
)
def test_speakers_have_their_name_and_office(page, expected, request):
    _, _, quotes = request.getfixturevalue(page)

    found = [(speech.speakers[0].name, speech.speakers[0].position) for speech in speeches_of(quotes)]

    assert found == expected


@pytest.mark.parametrize(
    ("page", "words", "name"),
    [("own", "lasting trust", "Mira Orlan"), ("real", "serious opportunities", "Ilham Aliyev")],
)
def test_the_headline_is_a_partial_quote_of_the_same_speaker(page, words, name, request):
    text, body_start, quotes = request.getfixturevalue(page)

    headline = headline_of(quotes)

    assert [part.cut(text) for part in headline.parts] == [words]
    assert headline.kind is Kind.DIRECT
    assert headline.span.end < body_start
    assert [speaker.name for speaker in headline.speakers] == [name]


@pytest.mark.parametrize("page", ["own", "real"])
def test_nothing_else_is_a_quote_and_names_inside_the_speeches_are_nobody(page, request):
    _, _, quotes = request.getfixturevalue(page)

    names = {speaker.name for quote in quotes for speaker in quote.speakers}
    aliases = {alias for quote in quotes for speaker in quote.speakers for alias in speaker.aliases}

    assert len(quotes) == 3
    assert len(names) == 2
    assert not [alias for alias in aliases if "Heydar" in alias or "Ansel" in alias or "ovich" in alias]
