"""What holds on every page: it works, is behind a login, survives bad addresses, and asks little."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from claims.models import Membership, SpeakerPair, Statement, Utterance
from claims.services.changes import save_quietly
from tests.web.conftest import Visit
from tests.world import World


def utterance_in(world: World) -> Utterance:
    """Return the utterance of two of the world's statements, making it."""
    first, other = world.statements["signed"], world.statements["within"]
    known = Utterance.objects.filter(first=first).first()
    made = known or Utterance.objects.create(
        first=first, first_day=first.day, last_day=other.day, statements=2, outlets=2
    )
    Statement.objects.filter(pk__in=[first.pk, other.pk]).update(utterance=made)
    return made


def pair_in(world: World) -> SpeakerPair:
    """Return two of the world's speakers as a pair that waits for an answer, making it."""
    left, right = sorted((world.speakers["vosk"], world.speakers["azizbeyli"]), key=lambda row: row.pk)
    known = SpeakerPair.objects.filter(left=left, right=right).first()
    pair = known or SpeakerPair(left=left, right=right, score=0.91, reason="spelling")
    if known is None:
        save_quietly(pair)
    return pair


#: every page that is looked at, and how it is addressed in the world
PAGES: dict[str, Callable[[World], str]] = {
    "home": lambda world: reverse("home"),
    "search": lambda world: reverse("search") + "?q=treaty",
    "who_said": lambda world: reverse("who_said") + "?text=A+treaty+will+be+signed+this+year.",
    "profile": lambda world: reverse("profile"),
    "articles": lambda world: reverse("articles"),
    "article": lambda world: reverse("article", args=[world.articles["halden"].pk]),
    "article_history": lambda world: reverse("article_history", args=[world.articles["halden"].pk]),
    "quotes": lambda world: reverse("quotes"),
    "statements": lambda world: reverse("statements"),
    "utterances": lambda world: reverse("utterances"),
    "utterance": lambda world: reverse("utterance", args=[utterance_in(world).pk]),
    "speakers": lambda world: reverse("speakers"),
    "check": lambda world: reverse("check"),
    "speaker_pairs": lambda world: f"{reverse('speaker_pairs')}?reason={pair_in(world).reason}",
    "speaker": lambda world: reverse("speaker", args=[world.speakers["vosk"].pk]),
    "speaker_history": lambda world: reverse("speaker_history", args=[world.speakers["vosk"].pk]),
    "claims": lambda world: reverse("claims"),
    "claim": lambda world: reverse("claim", args=[world.claims["treaty"].pk]),
    "claim group": lambda world: reverse("claim", args=[world.claims["treaty group"].pk]),
    "statement": lambda world: reverse("statement", args=[world.statements["signed"].pk]),
    "consistency": lambda world: reverse("consistency"),
    "matches": lambda world: reverse("matches") + "?filters=none",
    "match": lambda world: reverse("match", args=[world.matches["signed–within"].pk]),
}
#: pages for leads and coders alone
CHANGING_PAGES: dict[str, Callable[[World], str]] = {
    "correct_quote": lambda world: reverse("correct_quote", args=[world.quotes["vosk"].pk]),
    "add_quote": lambda world: reverse("add_quote", args=[world.articles["halden"].pk]),
    "edit_speaker": lambda world: reverse("edit_speaker", args=[world.speakers["vosk"].pk]),
    "merge_speakers": lambda world: (
        f"{reverse('merge_speakers')}?speaker={world.speakers['vosk'].pk}"
        f"&speaker={world.speakers['okarrin'].pk}"
    ),
    "carry_over": lambda world: reverse("carry_over", args=[world.statements["signed"].pk]),
    "carry_over_list": lambda world: reverse("carry_over_list") + "?tagged=yes",
    "carry_over_utterance": lambda world: reverse("carry_over_utterance", args=[utterance_in(world).pk]),
    "imports": lambda world: reverse("imports"),
    "extraction": lambda world: reverse("extraction"),
    "expected_changes": lambda world: reverse("expected_changes"),
}
#: pages that show one row, and whose number names it
OF_ONE_ROW = [
    "match",
    "article",
    "article_history",
    "article_original",
    "speaker",
    "speaker_history",
    "claim",
    "statement",
    "utterance",
    "carry_over_utterance",
    "quote",
    "correct_quote",
]
LISTS = ["articles", "quotes", "check", "statements", "utterances", "speakers", "matches"]
#: queries of a page for a signed-in coder, session and head included; a page asks no more for more rows
MAX_QUERIES = {
    "home": 27, "search": 15, "articles": 12, "quotes": 13, "statements": 12, "speakers": 14,
    "matches": 22, "consistency": 14, "who_said": 16, "match": 14,
    "check": 22, "speaker_pairs": 20, "claims": 9, "claim": 23, "statement": 24, "utterances": 10,
    "utterance": 22, "article": 22, "speaker": 28,
}  # fmt: skip
BAD_VALUES = (
    "?q=%00&outlet=99999999999999999999&speaker=x&claim=-1&stance=LOVES&after=2026-99-99&page=-7"
    "&min_confidence=nan&order=nonsense&min_quotes=1e9&min_score=inf&flag=x&verdict=x&language=zz&kind=%F0%9F"
)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("person", ["lead", "coder", "reader"])
def test_a_page_works_for_every_member(name: str, person: str, world: World, visit: Visit) -> None:
    answer = visit(person).get(PAGES[name](world))

    assert answer.status_code == 200


@pytest.mark.parametrize("name", [name for name in PAGES if not name.startswith("claim ")])
def test_a_page_works_without_a_codebook_or_hides_the_codebook_of_others(
    name: str, world: World, visit: Visit
) -> None:
    answer = visit("stranger").get(PAGES[name](world))

    assert answer.status_code == (404 if name == "claim" else 200)
    assert "A peace treaty will be signed" not in answer.content.decode()


@pytest.mark.parametrize("name", CHANGING_PAGES)
def test_a_page_that_changes_the_corpus_is_for_leads_and_coders(
    name: str, world: World, visit: Visit
) -> None:
    address = CHANGING_PAGES[name](world)

    assert visit("coder").get(address).status_code == 200
    refusal = visit("reader").get(address)
    assert refusal.status_code == 403
    assert "make you a coder" in refusal.content.decode()


@pytest.mark.parametrize("name", [*PAGES, *CHANGING_PAGES])
def test_nobody_sees_a_page_before_signing_in(name: str, world: World) -> None:
    address = {**PAGES, **CHANGING_PAGES}[name](world)

    answer = Client().get(address)

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("login"))


@pytest.mark.parametrize("name", OF_ONE_ROW)
@pytest.mark.parametrize("pk", [0, 987_654, 10**30])
def test_a_number_that_names_nothing_is_not_found(name: str, pk: int, visit: Visit) -> None:
    assert visit("lead").get(reverse(name, args=[pk])).status_code == 404


@pytest.mark.parametrize("name", [*LISTS, "claim", "search", "who_said", "consistency"])
def test_a_bad_address_is_answered_in_words_and_never_with_an_error(
    name: str, world: World, visit: Visit
) -> None:
    address = PAGES[name](world).partition("?")[0]

    answer = visit("coder").get(address + BAD_VALUES)

    assert answer.status_code == 200
    if name in LISTS:
        assert "could not be read" in answer.content.decode()


@pytest.mark.parametrize("name", MAX_QUERIES)
def test_a_page_asks_the_database_a_fixed_number_of_times(
    name: str, world: World, visit: Visit, django_assert_max_num_queries: Callable[..., object]
) -> None:
    browser = visit("coder")
    address = PAGES[name](world)
    browser.get(address)

    with django_assert_max_num_queries(MAX_QUERIES[name]):  # type: ignore[attr-defined]
        browser.get(address)


@pytest.mark.parametrize("name", [*PAGES, *CHANGING_PAGES])
def test_a_page_has_no_inline_style_or_script_and_loads_nothing_from_elsewhere(
    name: str, world: World, visit: Visit
) -> None:
    page = visit("lead").get({**PAGES, **CHANGING_PAGES}[name](world)).content.decode()

    assert not re.search(r"\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)", page)
    assert not re.search(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="https?:', page)


@pytest.mark.parametrize("name", [*PAGES, *CHANGING_PAGES])
def test_a_page_has_one_heading_each_id_once_and_links_that_lead_somewhere(
    name: str, world: World, visit: Visit
) -> None:
    page = visit("lead").get({**PAGES, **CHANGING_PAGES}[name](world)).content.decode()
    ids = re.findall(r'\sid="([^"]*)"', page)

    assert page.count("<h1") == 1
    assert len(ids) == len(set(ids))
    for address in re.findall(r'href="(/[^"#?]*)', page):
        if not address.startswith("/static/"):
            assert get_resolver().resolve(address)


def test_a_person_whose_membership_has_ended_sees_no_claims(world: World, visit: Visit) -> None:
    from django.utils import timezone

    Membership.objects.filter(user=world.people["coder"]).update(ended_at=timezone.now())

    page = visit("coder").get(reverse("claims")).content.decode()

    assert "You are not in a codebook yet" in page
    assert "A peace treaty will be signed" not in page


@pytest.mark.parametrize(
    "address", ["/", "/articles/987654/", "/sign-in/", "/nowhere/", "/find/speakers/?q=a"]
)
def test_every_answer_carries_the_strict_policy(address: str, visit: Visit) -> None:
    policy = visit("reader").get(address)["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
