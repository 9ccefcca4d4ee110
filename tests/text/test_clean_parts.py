"""The parts of cleaning, each for itself: lines, kinds of lines, body, title, agency."""

import pytest

from claims.text.agencies import find_agency
from claims.text.body_of_pages import find_body
from claims.text.bylines import find_byline
from claims.text.furniture import LineKind, sort_lines
from claims.text.lines import Line, split_lines
from claims.text.outlets_of_pages import find_outlet
from claims.text.titles_of_pages import find_title, site_beside, site_variants, split_site

PROSE = "The minister said on Tuesday that a treaty would be signed before the end of the year."
LONG_COMMENT = (
    "I have lived on the bank of this river for sixty years, and I have seen four bridges announced. " * 4
)


def kinds(*texts: str) -> list[LineKind]:
    return [line.kind for line in sort_lines([Line(text) for text in texts])]


def body_of(*texts: str) -> list[str]:
    lines = sort_lines([Line(text) for text in texts])
    return [lines[place].line.text for place in find_body(lines)]


def title_of(*texts: str) -> str:
    lines = sort_lines([Line(text) for text in texts])
    found = find_title(lines, find_body(lines))
    return found.text if found else ""


# Lines


def test_lines_wrapped_at_one_width_are_joined_to_paragraphs():
    wrapped = """The minister said on Tuesday that a treaty would be signed before
the end of the year, and that nobody should wait for it with his
coat on, because the year was long.

She added that the border would be marked first, and that it was
a matter of four summers and of two hundred and twelve kilometres
of hills, some of them steep, most of them wet, and all of them
without a road, as everybody in the upper valley had always known."""

    first, second = split_lines(wrapped)

    assert first.text.endswith("wait for it with his coat on, because the year was long.")
    assert second.text.startswith("She added that the border would be marked first, and that it was a matter")


def test_lines_of_a_page_that_does_not_wrap_stay_apart():
    page = "Menu\nNews\n" + "\n".join([PROSE, "A short one.", PROSE, "Another.", PROSE, "The last one."])

    assert len(split_lines(page)) == 8


def test_turns_and_dashes_of_a_wrapped_page_open_paragraphs():
    wrapped = "\n".join(["- " + "word " * 13 + "end", "word " * 13 + "and more"] * 6)

    assert len(split_lines(wrapped)) == 6


# Kinds of lines


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (PROSE, LineKind.PROSE),
        ("- Thank you.", LineKind.SPEECH),
        ("PRESIDENT VOSK: No.", LineKind.SPEECH),
        ("Q Why not?", LineKind.SPEECH),
        ("“Dear friends,", LineKind.PROSE),
        ("The message reads:", LineKind.PROSE),
        ("Lynx walks through Port Ness at noon", LineKind.SHORT),
        ("Economy", LineKind.SHORT),
        ("14 March 2026 - 23:12", LineKind.DATE),
        ("2 hours ago", LineKind.DATE),
        ("By Jane Roe and Tove Lind", LineKind.BYLINE),
        ("Share", LineKind.OFFER),
        ("Subscribe to our Telegram channel", LineKind.OFFER),
        ("Oxunub: 345", LineKind.OFFER),
        ("press@mfa-kessaria.example", LineKind.OFFER),
        ("READ MORE: Five things to know about the bridge fund", LineKind.LINK),
        ("Читайте также: Рысь прошла через город", LineKind.LINK),
        ("The town hall on Tuesday. (Tove Lind/Lume County Herald)", LineKind.CREDIT),
        ("Foto: Per Lund / Lakeview", LineKind.CREDIT),
        ("© 2026 Norvand Today", LineKind.CREDIT),
        ("Reporting by Ines Marcatto; editing by Odd Teigen", LineKind.CREDIT),
        ("This article was amended at 22:05 to add the reaction from Orrin.", LineKind.CREDIT),
        ("Read also", LineKind.HEADING),
        ("Mehr zum Thema", LineKind.HEADING),
        ("Related Articles", LineKind.HEADING),
        ("14 comments", LineKind.LAST_HEADING),
        ("Комментарии (3)", LineKind.LAST_HEADING),
        ("* * *", LineKind.BREAK),
    ],
)
def test_a_line_is_recognised_for_what_it_is(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "“Subscribe to the treaty or leave the table,” the envoy told both delegations on Tuesday evening.",
        "Related claims were rejected by the court, which said that nobody had read the contract to its end.",
        "Latest round of talks ends without a date",
        "Share of lorries on the pass road falls to four per cent",
    ],
)
def test_an_articles_words_are_not_taken_for_furniture(text):
    assert kinds(text)[0] in (LineKind.PROSE, LineKind.SHORT)


def test_long_titles_below_a_lists_heading_are_no_prose():
    long_title = "Excerpts from a news conference with Ilyana Vosk and Anselm Okarrin after a meeting " * 3

    assert kinds("See also", long_title.strip())[1] is LineKind.SHORT


# Body


def test_a_box_between_paragraphs_does_not_end_the_body():
    found = body_of(PROSE, PROSE, "Related Articles", "Lynx at noon", "Ferry runs again", PROSE, PROSE, PROSE)

    assert found[-1] == PROSE and len(found) == 8


def test_comments_longer_than_the_article_do_not_win():
    assert body_of("Menu", PROSE, PROSE, PROSE, "3 comments", LONG_COMMENT, LONG_COMMENT) == [PROSE] * 3


def test_a_slogan_below_an_offer_is_not_the_articles_end():
    slogan = "The Herald is an independent newspaper that belongs to its readers."

    assert body_of(PROSE, PROSE, "Sign up for our newsletter", slogan) == [PROSE, PROSE]


def test_short_turns_are_the_articles_however_short():
    turns = [
        "LUNDE: Good afternoon, everyone.",
        "Q Will there be signatures?",
        "LUNDE: No.",
        "Q Why not?",
        "LUNDE: No map.",
    ]

    assert body_of("Menu", "Press Room", *turns) == turns


def test_a_page_without_prose_has_no_body():
    assert body_of("Home", "News", "Sport", "14 March 2026") == []


# Title


@pytest.mark.parametrize(
    "page",
    [
        ["Treaty before Christmas, says Vosk", "14 March 2026", PROSE, PROSE],
        ["Home", "News", "Treaty before Christmas, says Vosk", "By Jane Roe", "14 March 2026", PROSE, PROSE],
        ["14 March 2026", "Treaty before Christmas, says Vosk", "By Jane Roe", PROSE, PROSE],
        [
            "Treaty before Christmas, says Vosk - Kess Post",
            "Menu",
            "Treaty before Christmas, says Vosk",
            PROSE,
            PROSE,
        ],
        [
            "Treaty before Christmas, says Vosk",
            "The opposition does not believe a word of it",
            "14 March 2026",
            PROSE,
            PROSE,
        ],
        [
            "Treaty before Christmas, says Vosk",
            "Jane Roe, Political Correspondent",
            "14 March 2026",
            PROSE,
            PROSE,
        ],
    ],
)
def test_the_title_is_found_where_pages_print_it(page):
    assert title_of(*page) == "Treaty before Christmas, says Vosk"


def test_an_article_without_a_title_gets_none():
    assert title_of(f"{PROSE} {PROSE}", f"{PROSE} {PROSE}") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Treaty soon - Kess Post", ("Treaty soon", "Kess Post")),
        ("Treaty soon | Radio Halden", ("Treaty soon", "Radio Halden")),
        ("Vosk: “No treaty”", ("Vosk: “No treaty”", "")),
        ("The Kess-Orrin road", ("The Kess-Orrin road", "")),
    ],
)
def test_split_site_takes_the_sites_name_off(text, expected):
    assert split_site(text) == expected


def test_site_variants_and_site_beside_know_names_behind_and_before():
    assert "Treaty soon" in site_variants("Treaty soon | News | Kess Post")
    assert site_beside("Treaty soon | News | Kess Post", "Treaty soon") == "Kess Post"
    assert site_beside("Kess Post :: Treaty soon", "Treaty soon") == "Kess Post"
    assert site_beside("Something else", "Treaty soon") == ""


# Byline and agency


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By JANE ROE and TOVE LIND | Lume County Herald", "JANE ROE and TOVE LIND"),
        ("Von Almut Reifferscheid, Halden", "Almut Reifferscheid"),
        ("par Jeanne Roe, 5 mars 2026", "Jeanne Roe"),
        ("Interview: Henrik Oddvar Lunde", "Henrik Oddvar Lunde"),
        ("By the end of the year", ""),
        ("Orrin, by the lake", ""),
    ],
)
def test_find_byline_reads_names_and_nothing_else(line, names):
    assert find_byline([line]) == names


@pytest.mark.parametrize(
    ("head", "paragraphs", "foot", "agency"),
    [
        ([], ["Speaking at the meeting, the President said, according to Sarpress:"], [], "Sarpress"),
        ([], ["The President of Kessaria Ilyana Vosk said, according to Azertag:"], [], "Azertag"),
        ([], ["The draft has 19 articles, LakesWire reports."], [], "LakesWire"),
        ([], ["HALDEN, 11 September (LakesWire) - The mediators met."], [], "LakesWire"),
        ([], ["Baku/05.03.24/Turan: The ministers met."], [], "Turan"),
        ([], ["ХАЛЬДЕН, 14 марта. /Озёрные вести/. Переговоры завершились."], [], "Озёрные вести"),
        (["11 September 2025", "LakesWire"], ["The mediators met."], [], "LakesWire"),
        ([], ["The ministers met."], ["Source: Newswire North"], "Newswire North"),
        ([], ["The ministers met."], ["alr/LakesWire"], "LakesWire"),
    ],
)
def test_find_agency_finds_whom_the_article_credits(head, paragraphs, foot, agency):
    assert find_agency(head, paragraphs, foot) == agency


@pytest.mark.parametrize(
    "paragraph",
    [
        "According to al-Khatibi, the working group will meet on 20 April.",
        "The road is closed, according to Anselm Okarrin.",
        "The minister said, according to Okarrin: Anselm Okarrin was there.",
        "President Biden (D-Del.) - who was there - said so.",
        "The ministry reported that no brigade had been moved.",
    ],
)
def test_people_and_offices_are_no_agencies(paragraph):
    assert find_agency([], [paragraph], []) == ""


def test_a_list_of_topics_is_no_outlet():
    assert find_outlet(["Ideas, Elections, Governance, Media"], []) == ""
    assert find_outlet(["Radio Halden, Media Desk"], []) == "Radio Halden, Media Desk"
