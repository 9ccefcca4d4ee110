"""Merging, splitting and renaming speakers, and taking it back."""

from datetime import date

import pytest

from claims.models import Alias, Attribution, Change, Position, Speaker
from claims.queries.speakers import position_at
from claims.services.recounts import SLOTS, deal_slots, recount_speakers
from claims.services.speakers import (
    UnableToChangeSpeaker,
    add_alias,
    add_position,
    merge_speakers,
    rename_speaker,
    split_speaker,
)
from claims.services.undo import undo
from claims.text.found import FoundSpeaker
from tests.services.corpus import VOSK, find, make_article, make_user, write

pytestmark = pytest.mark.django_db

SHORT = FoundSpeaker("Vosk", aliases=("Madam Vosk",))


@pytest.fixture
def coder():
    return make_user()


@pytest.fixture
def full():
    """Ilyana Vosk, with the surname among her names, quoted once."""
    article = make_article("“A treaty will be signed,” said Ilyana Vosk.")
    write(article, find(article.text, "A treaty will be signed,", VOSK))
    return Speaker.objects.get(name="Ilyana Vosk")


@pytest.fixture
def short():
    """Vosk of another article, who has the name Vosk too, quoted twice."""
    article = make_article("“It is a calendar,” said Vosk. “It can open tomorrow.”", day=date(2026, 3, 15))
    text = article.text
    write(article, find(text, "It is a calendar,", SHORT), find(text, "It can open tomorrow.", SHORT))
    return Speaker.objects.get(name="Vosk")


def links():
    """What every attribution says, and whether it stands."""
    rows = Attribution.objects.order_by("id")
    return list(rows.values_list("id", "speaker_id", "alias_id", "is_live", "touched_by"))


def follows_the_law():
    return all(
        (row.alias is None) == (row.speaker_id is None)
        and (row.alias is None or row.alias.speaker_id == row.speaker_id)
        for row in Attribution.objects.select_related("alias")
    )


def test_a_merge_brings_quotes_and_names_together(full, short, coder):
    merge_speakers(speakers=[short], into=full, by=coder)

    full.refresh_from_db()
    assert (full.quote_count, full.last_day) == (3, date(2026, 3, 15))
    assert set(full.aliases.values_list("name", flat=True)) == {"Ilyana Vosk", "Vosk", "Madam Vosk"}
    assert follows_the_law()


def test_a_merged_speaker_leads_on(full, short, coder):
    merge_speakers(speakers=[short], into=full, by=coder)

    short.refresh_from_db()
    assert (short.is_live, short.merged_into, short.quote_count) == (False, full, 0)


def test_a_merge_leaves_the_quotes_to_programs(full, short, coder):
    # who merges two speakers has not looked at their quotes: a better extractor may still change them
    merge_speakers(speakers=[short], into=full, by=coder)

    assert not Attribution.objects.filter(touched_by__isnull=False).exists()


def test_a_merge_can_be_undone(full, short, coder):
    before = links()
    merge_speakers(speakers=[short], into=full, by=coder)

    undo(change=Change.objects.latest("id"), by=coder)

    assert links() == before
    full.refresh_from_db()
    short.refresh_from_db()
    assert (full.quote_count, short.quote_count, short.is_live, short.merged_into) == (1, 2, True, None)
    assert recount_speakers() == 0


def test_of_two_attributions_of_one_quote_one_stays_after_a_merge(coder):
    article = make_article("“We agree,” said Ilyana Vosk and Madam Vosk-Halden.")
    write(article, find(article.text, "We agree,", VOSK, FoundSpeaker("Madam Vosk-Halden")))
    before = links()
    one, other = Speaker.objects.order_by("name")

    merge_speakers(speakers=[other], into=one, by=coder)
    after = links()
    undo(change=Change.objects.latest("id"), by=coder)

    assert [row[3] for row in after] == [True, False]
    assert links() == before


def test_a_merge_moves_positions(full, short, coder):
    add_position(speaker=short, title="Chair of the talks", by=coder)

    merge_speakers(speakers=[short], into=full, by=coder)

    assert set(full.positions.values_list("title", flat=True)) == {
        "President of Kessaria",
        "Chair of the talks",
    }


def test_a_run_after_a_merge_finds_the_speaker_it_was_merged_into(full, short, coder):
    merge_speakers(speakers=[short], into=full, by=coder)
    article = Attribution.objects.filter(mention="").latest("id").quote.article

    write(article, find(article.text, "It is a calendar,", SHORT))

    assert Attribution.objects.live().get(quote__exact="It is a calendar,").speaker == full
    assert Speaker.objects.live().count() == 1


def test_a_speaker_is_not_merged_into_itself(full, coder):
    with pytest.raises(UnableToChangeSpeaker):
        merge_speakers(speakers=[full], into=full, by=coder)


def test_a_merged_speaker_is_not_merged_again(full, short, coder):
    merge_speakers(speakers=[short], into=full, by=coder)

    with pytest.raises(UnableToChangeSpeaker, match="Choose that one"):
        merge_speakers(speakers=[short], into=full, by=coder)


def test_a_split_takes_names_and_their_quotes(full, short, coder):
    merge_speakers(speakers=[short], into=full, by=coder)
    madam = Alias.objects.get(name="Madam Vosk")
    Attribution.objects.filter(quote__exact="It is a calendar,").update(alias=madam)

    made = split_speaker(speaker=full, aliases=[madam], name="Orla Vosk", by=coder)

    full.refresh_from_db()
    assert (made.quote_count, full.quote_count) == (1, 2)
    assert set(made.aliases.values_list("name", flat=True)) == {"Madam Vosk", "Orla Vosk"}
    assert follows_the_law()


def test_a_split_can_be_undone(full, short, coder):
    merge_speakers(speakers=[short], into=full, by=coder)
    before = links()
    split_speaker(speaker=full, aliases=[Alias.objects.get(name="Madam Vosk")], name="Orla Vosk", by=coder)

    undo(change=Change.objects.latest("id"), by=coder)

    assert links() == before
    assert not Speaker.objects.get(name="Orla Vosk").is_live


def test_the_canonical_name_is_not_split_off(full, coder):
    with pytest.raises(UnableToChangeSpeaker, match="Rename"):
        split_speaker(
            speaker=full, aliases=[full.aliases.get(name="Ilyana Vosk")], name="Orla Vosk", by=coder
        )


def test_names_of_others_are_not_split_off(full, short, coder):
    with pytest.raises(UnableToChangeSpeaker):
        split_speaker(speaker=full, aliases=[short.aliases.get(name="Vosk")], name="Orla Vosk", by=coder)


def test_a_renamed_speaker_still_goes_by_the_old_name(full, coder):
    rename_speaker(speaker=full, name="Ilyana Vosk-Halden", by=coder)

    full.refresh_from_db()
    assert full.name == "Ilyana Vosk-Halden"
    assert {"Ilyana Vosk", "Ilyana Vosk-Halden"} <= set(full.aliases.values_list("name", flat=True))


def test_renaming_can_be_undone(full, coder):
    rename_speaker(speaker=full, name="Ilyana Vosk-Halden", by=coder)

    undo(change=Change.objects.latest("id"), by=coder)

    full.refresh_from_db()
    assert full.name == "Ilyana Vosk"
    assert not full.aliases.get(name="Ilyana Vosk-Halden").resolves


def test_a_name_that_a_person_notes_means_the_speaker_in_every_article(full, coder):
    add_alias(speaker=full, name="Vosk", by=coder)
    article = make_article("“No,” said Madam President of the valley.")

    write(article, find(article.text, "No,", FoundSpeaker("Vosk")))

    assert Attribution.objects.live().get(quote__article=article).speaker == full


def test_a_position_that_a_person_wrote_is_shown_before_a_found_one(full, coder):
    add_position(
        speaker=full, title="Head of state", starts_on=date(2020, 1, 1), ends_on=date(2030, 1, 1), by=coder
    )

    shown = position_at(Position.objects.filter(speaker=full), date(2026, 3, 14))

    assert shown.title == "Head of state"


def test_a_position_does_not_end_before_it_starts(full, coder):
    with pytest.raises(UnableToChangeSpeaker):
        add_position(
            speaker=full, title="Mayor", starts_on=date(2020, 1, 2), ends_on=date(2020, 1, 1), by=coder
        )


def test_the_most_quoted_get_a_slot_and_keep_it(full, short):
    deal_slots()
    first = dict(Speaker.objects.values_list("name", "slot"))
    Speaker.objects.filter(pk=full.pk).update(quote_count=99)

    deal_slots()

    assert first == {"Vosk": 1, "Ilyana Vosk": 2}
    assert dict(Speaker.objects.values_list("name", "slot")) == first


def test_a_merged_speaker_gives_its_slot_to_the_one_it_went_into(full, short, coder):
    Speaker.objects.filter(pk=short.pk).update(slot=SLOTS)

    merge_speakers(speakers=[short], into=full, by=coder)

    assert dict(Speaker.objects.values_list("name", "slot")) == {"Ilyana Vosk": SLOTS, "Vosk": 0}
