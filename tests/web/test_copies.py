"""Copies on pages: beside an article, folded in lists, and taken apart by a person."""

from datetime import date

import pytest
from django.urls import reverse

from claims.models import Article, Change, Match, Statement
from claims.queries.article_page import matches_of_article
from claims.queries.filters import FILTERS
from claims.services.extraction import write_found_quotes
from claims.services.over_corpus import find_new_copies, match_new
from claims.text.extract import extract_quotes
from tests.matching.test_copies import LEAD, SPEECH, WIRE
from tests.services.corpus import make_article, make_run
from tests.web.conftest import Visit
from tests.world import World

TEXT = f"{WIRE}\n\n{SPEECH[:-1]}” Ilyana Vosk said."


@pytest.fixture
def texts(world: World) -> list[Article]:
    """Return a wire text, its copies of three outlets, and a short one, with their quotes."""
    made = [
        make_article(TEXT, title="Nine hours in the customs house", outlet="LakesWire", day=date(2026, 3, 1)),
        make_article(TEXT, title="No word after nine hours", outlet="Norvand Today", day=date(2026, 3, 2)),
        make_article(f"{TEXT}\n\nWith LakesWire", title="No word", outlet="<Kess> Telegraph"),
        make_article(LEAD, title="Nine hours", outlet="Orrin Observer", day=date(2026, 3, 3)),
    ]
    run = make_run()
    for article in made:
        write_found_quotes(
            article=article, found=extract_quotes(article.text, body_start=article.body_start), run=run
        )
    find_new_copies()
    for article in made:
        article.refresh_from_db()
    return made


def test_the_article_page_names_the_other_outlets_how_alike_and_which_was_first(
    texts: list[Article], visit: Visit
) -> None:
    page = visit("reader").get(reverse("article", args=[texts[1].pk])).content.decode()

    assert "Copies of this text" in page
    assert "4 articles" in page
    assert (
        page.index("the first to appear") < page.index('small">this article') < page.index("with cuts, 100 %")
    )
    assert "nearly the same text, " in page
    assert "&lt;Kess&gt; Telegraph" in page
    assert "This article is a text of its own" not in page  # readers change nothing


def test_an_article_without_copies_says_nothing_of_them(world: World, visit: Visit) -> None:
    page = visit("coder").get(reverse("article", args=[world.articles["halden"].pk])).content.decode()

    assert "Copies of this text" not in page


def test_a_coder_takes_an_article_out_and_undoes_it(texts: list[Article], visit: Visit) -> None:
    browser = visit("coder")

    answer = browser.post(reverse("part_copies", args=[texts[3].pk]), follow=True)

    assert "is no copy of 3 others" in answer.content.decode()
    assert Article.objects.get(pk=texts[3].pk).copies is None
    browser.post(reverse("undo", args=[Change.objects.get(verb="part_copies").pk]))
    assert Article.objects.get(pk=texts[3].pk).copies == texts[0].copies


def test_readers_take_nothing_out(texts: list[Article], visit: Visit) -> None:
    assert visit("reader").post(reverse("part_copies", args=[texts[3].pk])).status_code == 403
    assert visit("coder").get(reverse("part_copies", args=[texts[3].pk])).status_code == 405
    assert visit("coder").post(reverse("part_copies", args=[987654])).status_code == 404


def test_a_folded_list_shows_the_first_of_each_text_and_names_the_others(
    texts: list[Article], visit: Visit
) -> None:
    browser = visit("reader")

    whole = browser.get(reverse("articles"), {"q": "customs"}).content.decode()
    folded = browser.get(reverse("articles"), {"q": "customs", "copies": "text"}).content.decode()

    assert "4 articles" in whole and "Copy: the same text" in whole
    assert "1 article<" in folded
    assert "+3 copies" in folded
    assert "Norvand Today" in folded and "Orrin Observer" in folded
    assert f"?copies_of={texts[0].copies_id}" in folded


def test_the_copies_of_one_text_are_a_list(texts: list[Article], visit: Visit) -> None:
    page = visit("reader").get(reverse("articles"), {"copies_of": texts[0].copies_id}).content.decode()

    assert "4 articles" in page


@pytest.mark.parametrize("name", ["quotes", "statements"])
def test_lists_of_what_was_said_fold_copies_too(name: str, texts: list[Article], visit: Visit) -> None:
    browser = visit("reader")

    whole = browser.get(reverse(name), {"q": "hands"}).content.decode()
    folded = browser.get(reverse(name), {"q": "hands", "copies": "text"}).content.decode()

    assert whole.count("data-row") == 3 * folded.count("data-row") > 0
    assert "+3 copies" in folded


def test_a_list_asks_once_for_the_copies_of_all_of_its_lines(
    texts: list[Article], visit: Visit, django_assert_max_num_queries
) -> None:
    browser = visit("reader")
    browser.get(reverse("articles"))

    with django_assert_max_num_queries(25):
        browser.get(reverse("articles"), {"copies": "text"})


def test_matches_between_copies_can_be_hidden(texts: list[Article]) -> None:
    Article.objects.update(quotes_run=make_run(), matches_run=None)
    match_new()
    copies = {article.pk for article in texts}
    between = {
        match.pk
        for match in Match.objects.live().select_related("left", "right")
        if {match.left.article_id, match.right.article_id} <= copies
    }
    assert between and Statement.objects.live().exclude(article__in=copies).exists()

    every = set(Match.objects.live().values_list("pk", flat=True))
    only = FILTERS["matches"]({"copies": "only"}, Match.objects.live()).qs
    hidden = FILTERS["matches"]({"copies": "hide"}, Match.objects.live()).qs

    assert set(only.values_list("pk", flat=True)) == between
    assert set(hidden.values_list("pk", flat=True)) == every - between


def test_an_article_shows_no_matches_with_its_own_copies(texts: list[Article]) -> None:
    Article.objects.update(quotes_run=make_run(), matches_run=None)
    elsewhere = make_article(f"{LEAD[:60]}\n\n{SPEECH[:-1]}” Ilyana Vosk said.", outlet="Seeblatt")
    found = extract_quotes(elsewhere.text, body_start=elsewhere.body_start)
    write_found_quotes(article=elsewhere, found=found, run=make_run())
    match_new()

    shown = matches_of_article(texts[0])

    assert {match.left.article_id for match in shown} | {match.right.article_id for match in shown} == {
        texts[0].pk, elsewhere.pk
    }  # fmt: skip


def test_a_coder_sets_the_language_of_an_article(world: World, visit: Visit) -> None:
    browser, article = visit("coder"), world.articles["halden"]

    answer = browser.post(reverse("set_language", args=[article.pk]), {"language": "de"}, follow=True)

    assert "to German" in answer.content.decode()
    assert Article.objects.get(pk=article.pk).language == "de"
    browser.post(reverse("set_language", args=[article.pk]), {"language": "no language"})
    assert Article.objects.get(pk=article.pk).language == "de"
    assert visit("reader").post(reverse("set_language", args=[article.pk])).status_code == 403
