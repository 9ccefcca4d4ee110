"""What an extraction writes, and how it is written again."""

from datetime import date

import pytest

from claims.models import Alias, Attribution, Change, Position, Quote, Speaker, Statement
from claims.queries.corpus_check import check_articles
from claims.services.changes import save_quietly
from claims.services.recounts import recount_speakers
from claims.services.resolving import means_one_anywhere
from claims.text.extract import extract_quotes
from claims.text.found import FoundSpeaker, SpeakerKind
from tests.services.corpus import OKARRIN, VOSK, find, make_article, write

pytestmark = pytest.mark.django_db

SAID = (
    "“We did not come to exchange compliments. A treaty will be signed,” said President Ilyana Vosk. "
    "“Nobody serious expects signatures,” said Anselm Okarrin."
)


def both(text):
    return (
        find(
            text,
            "We did not come to exchange compliments. A treaty will be signed,",
            VOSK,
            statements=("We did not come to exchange compliments.", "A treaty will be signed,"),
            mention="President Ilyana Vosk",
        ),
        find(text, "Nobody serious expects signatures,", OKARRIN, mention="Anselm Okarrin"),
    )


def test_a_found_quote_is_stored_with_speaker_mention_and_statements():
    article = make_article(SAID)

    write(article, *both(SAID))

    quote = Quote.objects.live().get(start=1)
    attribution = quote.attributions.get()
    assert quote.exact == "We did not come to exchange compliments. A treaty will be signed,"
    assert (attribution.speaker.name, attribution.mention) == ("Ilyana Vosk", "President Ilyana Vosk")
    assert list(quote.statements.order_by("start").values_list("number", "exact")) == [
        (1, "We did not come to exchange compliments."),
        (2, "A treaty will be signed,"),
    ]
    assert (quote.day, quote.outlet.name) == (date(2026, 3, 14), "Radio Halden")


def test_the_article_names_the_run_and_waits_to_be_matched():
    article = make_article(SAID)

    write(article, *both(SAID))

    article.refresh_from_db()
    assert article.quotes_run is not None
    assert article.matches_run is None


def test_a_second_run_that_finds_the_same_changes_no_row():
    article = make_article(SAID)
    write(article, *both(SAID))
    before = [
        list(model.objects.order_by("id").values()) for model in (Quote, Attribution, Statement, Speaker)
    ]

    write(article, *both(SAID))

    after = [
        list(model.objects.order_by("id").values()) for model in (Quote, Attribution, Statement, Speaker)
    ]
    assert after == before


def test_a_quote_that_is_gone_is_withdrawn_with_all_that_hangs_on_it():
    article = make_article(SAID)
    write(article, *both(SAID))

    write(article, both(SAID)[0])

    gone = Quote.objects.get(start=SAID.index("Nobody"))
    assert (gone.status, gone.is_live) == (Quote.Status.WITHDRAWN, False)
    assert not gone.attributions.live().exists()
    assert not gone.statements.live().exists()
    assert Speaker.objects.get(name="Anselm Okarrin").quote_count == 0


def test_a_quote_that_comes_back_gets_its_old_rows_back():
    article = make_article(SAID)
    write(article, *both(SAID))
    before = set(Statement.objects.live().values_list("id", "number"))
    write(article, both(SAID)[0])

    write(article, *both(SAID))

    assert set(Statement.objects.live().values_list("id", "number")) == before
    assert Quote.objects.count() == 2


def test_statements_cut_otherwise_are_withdrawn_and_those_of_the_same_span_kept():
    article = make_article(SAID)
    write(article, *both(SAID))
    first = Statement.objects.get(number=1, quote__start=1)

    whole = "We did not come to exchange compliments. A treaty will be signed,"
    write(
        article, find(SAID, whole, VOSK, statements=("We did not come to exchange compliments.", "A treaty"))
    )

    statements = Statement.objects.live().filter(quote__start=1).order_by("start")
    assert [statement.exact for statement in statements] == [
        "We did not come to exchange compliments.",
        "A treaty",
    ]
    assert statements[0].pk == first.pk


def test_a_better_extractor_changes_the_speaker_of_an_untouched_quote():
    article = make_article(SAID)
    write(article, find(SAID, "Nobody serious expects signatures,", VOSK))

    write(article, find(SAID, "Nobody serious expects signatures,", OKARRIN))

    live = Attribution.objects.live().get()
    assert live.speaker.name == "Anselm Okarrin"
    assert Speaker.objects.get(name="Ilyana Vosk").quote_count == 0


def test_words_inside_of_a_quote_are_stored_inside_of_it_and_said_once():
    text = (
        "Ilyana Vosk came. “At the gate Anselm Okarrin told me, ‘We will never leave this place,’ and "
        "I believed him,” Vosk said."
    )
    article = make_article(text)

    write(article, *extract_quotes(text, language="en"))

    outer, inner = Quote.objects.live().order_by("start")
    assert (outer.inside, inner.inside) == (None, outer)
    assert [row.attributions.get().speaker.name for row in (outer, inner)] == [
        "Ilyana Vosk",
        "Anselm Okarrin",
    ]
    assert list(Statement.objects.live().order_by("start").values_list("exact", flat=True)) == [
        "At the gate Anselm Okarrin told me, and I believed him,",
        "We will never leave this place,",
    ]
    assert [finding for _, findings in check_articles() for finding in findings] == []


def test_a_quote_without_speaker_says_unknown():
    article = make_article(SAID)

    write(article, find(SAID, "Nobody serious expects signatures,"))

    attribution = Attribution.objects.live().get()
    assert attribution.speaker is None


def test_two_speakers_of_one_quote_are_kept_in_order():
    article = make_article(SAID)

    write(article, find(SAID, "Nobody serious expects signatures,", OKARRIN, VOSK))

    names = Attribution.objects.live().order_by("order").values_list("speaker__name", flat=True)
    assert list(names) == ["Anselm Okarrin", "Ilyana Vosk"]


def test_a_full_name_means_one_speaker_over_all_articles():
    write(make_article(SAID), *both(SAID))
    other = make_article("“It is a calendar,” said Ilyana Vosk.", outlet="Kess Telegraph")

    write(other, find(other.text, "It is a calendar,", FoundSpeaker("Ilyana VOSK")))

    assert Speaker.objects.filter(name__iexact="Ilyana Vosk").count() == 1
    assert Speaker.objects.get(name="Ilyana Vosk").quote_count == 2


def test_a_full_name_of_two_speakers_means_nobody():
    run_of_first = make_article(SAID)
    write(run_of_first, *both(SAID))
    first = Speaker.objects.get(name="Ilyana Vosk")
    second = Speaker(name="Ilyana Vosk", run=first.run, told_apart_by="the singer")
    save_quietly(second)
    save_quietly(Alias(speaker=second, name="Ilyana Vosk", name_folded="iliana vosk", run=first.run))
    other = make_article("“It is a calendar,” said Ilyana Vosk.")

    write(other, find(other.text, "It is a calendar,", FoundSpeaker("Ilyana Vosk")))

    assert Attribution.objects.live().get(quote__article=other).speaker is None


def test_a_bare_surname_means_its_speaker_in_its_own_article_only():
    write(make_article(SAID), *both(SAID))
    other = make_article("“It is a calendar,” said Vosk.")

    write(other, find(other.text, "It is a calendar,", FoundSpeaker("Vosk")))

    speaker = Attribution.objects.live().get(quote__article=other).speaker
    assert (speaker.name, speaker.told_apart_by) == ("Vosk", "Radio Halden, 14 March 2026")


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Ilyana Vosk", SpeakerKind.PERSON, True),
        ("Nadia al-Khatibi", SpeakerKind.PERSON, True),
        ("Kim Jong-un", SpeakerKind.PERSON, True),
        ("Мстислав Верховенцев", SpeakerKind.PERSON, True),
        ("Vosk", SpeakerKind.PERSON, False),
        ("V. Vosk", SpeakerKind.PERSON, False),
        ("Haldvik-Aasmundstad", SpeakerKind.PERSON, False),
        ("al-Khatibi", SpeakerKind.PERSON, False),
        ("von der Halden", SpeakerKind.PERSON, False),
        ("Lakes League", SpeakerKind.ORGANISATION, True),
        ("LakesWire", SpeakerKind.ORGANISATION, True),
        ("the ministry", SpeakerKind.ORGANISATION, False),
        ("Ministry of Foreign Affairs", SpeakerKind.ORGANISATION, False),
        ("Ministry of Foreign Affairs of Norvand", SpeakerKind.ORGANISATION, True),
        ("a spokesman for the Lakes League", SpeakerKind.UNNAMED, False),
    ],
)
def test_only_a_full_name_means_one_speaker_anywhere(name, kind, expected):
    assert means_one_anywhere(name, kind) is expected


def test_a_bare_surname_means_the_person_whom_the_same_article_names_in_full():
    text = SAID + " “It is a calendar,” Vosk added."
    article = make_article(text)

    write(article, find(text, "It is a calendar,", FoundSpeaker("Vosk")), *both(text))

    speaker = Attribution.objects.live().get(quote__start=text.index("It is a calendar")).speaker
    assert speaker.name == "Ilyana Vosk"


def test_a_second_run_finds_the_speaker_of_its_own_article_again():
    article = make_article("“It is a calendar,” said Vosk.")
    found = find(article.text, "It is a calendar,", FoundSpeaker("Vosk"))
    write(article, found)

    write(article, found)

    assert Speaker.objects.count() == 1


def test_a_spokesman_is_kept_apart_from_whom_he_speaks_for():
    text = "“No,” said the Ministry of Roads. “Yes,” said a spokesman for the Ministry of Roads."
    article = make_article(text)
    ministry = FoundSpeaker("Ministry of Roads", SpeakerKind.ORGANISATION)
    spokesman = FoundSpeaker("a spokesman for the Ministry of Roads", SpeakerKind.UNNAMED)

    write(article, find(text, "No,", ministry), find(text, "Yes,", spokesman))

    kinds = set(Speaker.objects.values_list("kind", flat=True))
    assert kinds == {Speaker.Kind.ORGANISATION, Speaker.Kind.UNNAMED}


def test_spokesmen_of_two_articles_are_two():
    spokesman = FoundSpeaker("a spokesman", SpeakerKind.UNNAMED)
    for body in ("“Yes,” said a spokesman.", "“No,” said a spokesman."):
        article = make_article(body)
        write(article, find(body, body[1:5].strip("” "), spokesman))

    assert Speaker.objects.filter(kind=Speaker.Kind.UNNAMED).count() == 2


def test_a_position_holds_from_the_first_to_the_last_day_it_was_read():
    for day in (date(2026, 3, 14), date(2026, 1, 2), None):
        article = make_article(SAID + f" Read on {day}.", day=day)
        write(article, find(article.text, "A treaty will be signed,", VOSK))

    position = Position.objects.get()
    assert (position.starts_on, position.ends_on) == (date(2026, 1, 2), date(2026, 3, 14))


def test_of_two_titles_in_one_article_the_fuller_one_is_noted():
    article = make_article(SAID)
    short = FoundSpeaker("Ilyana Vosk", position="President")

    write(article, find(SAID, "We did not come", short), find(SAID, "A treaty will be signed,", VOSK))

    assert list(Position.objects.values_list("title", flat=True)) == ["President of Kessaria"]


def test_counts_kept_while_extracting_are_those_that_a_recount_makes():
    article = make_article(SAID)
    write(article, *both(SAID))
    write(article, both(SAID)[1])
    write(article, *both(SAID))

    assert recount_speakers() == 0
    assert Speaker.objects.get(name="Ilyana Vosk").quote_count == 1
    assert Alias.objects.get(name="Ilyana Vosk").mentions == 1


def test_a_nested_quote_names_the_one_it_stands_inside_of():
    text = "“He told me ‘never’ twice,” said Ilyana Vosk."
    article = make_article(text)

    write(article, find(text, "He told me ‘never’ twice,", VOSK), find(text, "never", inside=0))

    assert Quote.objects.get(exact="never").inside == Quote.objects.get(inside=None)


def test_a_first_extraction_writes_no_history_and_a_later_one_writes_what_it_changes_only():
    text = "“He told me ‘never’ twice,” said Ilyana Vosk. “Nobody serious expects signatures,” said Okarrin."
    article = make_article(text)
    nested = (find(text, "He told me ‘never’ twice,", VOSK), find(text, "never", inside=0))
    write(article, *nested)
    assert not Change.objects.exists()
    assert not Quote.history.exists()

    write(article, *nested)
    assert not Change.objects.exists()

    write(article, *nested, find(text, "Nobody serious expects signatures,", OKARRIN))
    change = Change.objects.get()
    assert (change.by, change.words) == (None, "looked for the quotes again: 1 new")
    assert [record.change for record in Quote.history.all()] == [change]
