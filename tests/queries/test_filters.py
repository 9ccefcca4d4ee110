"""The filters of the lists: what each lets through, and what a bad value does."""

import pytest
from django.db import connection
from django.http import QueryDict

from claims.models import Annotation, Article, Match, Quote, Speaker, Statement, Utterance
from claims.queries.filters import FILTERS
from tests.world import World, build_world

pytestmark = pytest.mark.django_db

ROWS = {
    "articles": Article,
    "quotes": Quote,
    "speakers": Speaker,
    "statements": Statement,
    "utterances": Utterance,
    "annotations": Annotation,
    "matches": Match,
}
BAD = (
    "q=%00x&outlet=99999999999999999999999&speaker=²&claim=-1&stance=LOVES&after=2026-99-99&coder=9999"
    "&min_confidence=nan&max_confidence=2&order=nonsense&min_quotes=1e40&min_score=inf&flag=x&verdict=x"
    "&language=zz&tagged=maybe&copies=1&kind=x&form=z&status=u&has_quotes=1&page=x"
)


@pytest.fixture
def world() -> World:
    return build_world()


def names(world: World, noun: str, address: str, **asking: object) -> set[str]:
    """Return the names in the world of the rows that fit."""
    narrowed = FILTERS[noun](QueryDict(address), ROWS[noun].objects.all(), **asking)
    assert not narrowed.errors
    known = {row.pk: name for name, row in getattr(world, "tags" if noun == "annotations" else noun).items()}
    return {known[row.pk] for row in narrowed.qs}


# differences are computed and no table's rows
@pytest.mark.parametrize("noun", [noun for noun in FILTERS if noun != "differences"])
def test_a_bad_value_is_named_at_its_field_and_narrows_nothing(noun: str) -> None:
    build_world()

    narrowed = FILTERS[noun](QueryDict(BAD), ROWS[noun].objects.all())

    assert narrowed.errors
    assert narrowed.qs.count() == ROWS[noun].objects.count()
    assert narrowed.qs.ordered


@pytest.mark.parametrize("noun", FILTERS)
def test_pages_are_stable_since_every_order_ends_in_a_unique_column(noun: str) -> None:
    for columns in FILTERS[noun].base_filters["order"].columns.values():
        assert columns[-1].lstrip("-") == "id"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("q=treaty", {"vosk", "no_treaty", "promise"}),
        ("q=“a treaty will be signed within”", {"promise"}),
        ("q=observ", {"observers"}),
        ("kind=INDIRECT&kind=MIXED", {"observers", "okarrin"}),
        ("after=2026-03-15&before=2026-03-15", {"promise", "observers"}),
        ("status=TO_CHECK", {"unknown"}),
        ("status=UNKNOWN", {"unknown"}),
        ("max_confidence=0.5", {"unknown"}),
        ("speaker_name=Воск", {"vosk", "promise"}),  # typed in another alphabet
        ("tagged=yes", {"vosk", "no_treaty"}),
        ("stance=OPPOSES", {"no_treaty"}),
    ],
)
def test_quotes_are_narrowed_by(world: World, address: str, expected: set[str]) -> None:
    assert names(world, "quotes", address) == expected


def test_quotes_are_narrowed_by_speaker_and_outlet(world: World) -> None:
    speaker, outlet = world.speakers["okarrin"].pk, world.outlets["Radio Halden"].pk

    assert names(world, "quotes", f"speaker={speaker}&outlet={outlet}") == {"okarrin", "no_treaty"}


def test_a_group_counts_for_the_claims_below_it(world: World) -> None:
    group = world.claims["treaty group"].pk

    assert names(world, "statements", f"claim={group}") == {"signed", "not"}
    assert names(world, "annotations", f"claim={group}&stance=SUPPORTS") == {"signed"}


def test_claim_and_stance_are_asked_of_one_and_the_same_tag(world: World) -> None:
    treaty = world.claims["treaty"].pk

    assert names(world, "quotes", f"claim={treaty}&stance=SUPPORTS") == {"vosk"}


def test_tags_that_a_person_may_not_see_do_not_narrow_her_lists(world: World) -> None:
    assert names(world, "quotes", "tagged=yes", user=world.people["stranger"]) == set()
    assert names(world, "quotes", "tagged=yes", user=world.people["reader"]) == {"vosk", "no_treaty"}


def test_a_claim_of_a_codebook_of_others_is_none_of_the_choices(world: World) -> None:
    address = QueryDict(f"claim={world.claims['treaty'].pk}")

    narrowed = FILTERS["quotes"](address, Quote.objects.all(), user=world.people["stranger"])

    assert "claim" in narrowed.errors


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("q=okarrin", {"okarrin"}),
        ("q=Воск", {"vosk"}),
        ("min_quotes=2", {"vosk", "okarrin"}),
        ("q=Əziz", {"azizbeyli"}),
    ],
)
def test_speakers_are_narrowed_by(world: World, address: str, expected: set[str]) -> None:
    assert names(world, "speakers", address) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("min_score=0.9", {"signed–within"}),
        ("flag=negation", {"signed–not"}),
        ("relation=CONTRADICTION", {"signed–not"}),
        ("verdict=NONE&max_score=0.5", {"fair–observers"}),
        ("verdict=UNRELATED", set()),
        ("speaker_name=okarrin", {"signed–not"}),
    ],
)
def test_matches_are_narrowed_by(world: World, address: str, expected: set[str]) -> None:
    assert names(world, "matches", address) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("q=halden", {"halden"}),
        ("has_quotes=no", set()),
        ("language=en&copies=text", {"halden", "ruled_out", "repeated"}),
        ("before=2026-03-14", {"halden"}),
    ],
)
def test_articles_are_narrowed_by(world: World, address: str, expected: set[str]) -> None:
    assert names(world, "articles", address) == expected


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans small tables without an index")
@pytest.mark.parametrize("noun", ["articles", "quotes", "statements", "annotations"])
def test_folded_lists_ask_an_index_of_the_copies_and_read_no_texts(noun: str) -> None:
    rows = FILTERS[noun](QueryDict("copies=text"), ROWS[noun].objects.all()).qs

    assert "article_that_is_a_copy" in rows.explain()
