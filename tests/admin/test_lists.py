"""The lists: narrowed by the filters of the pages, searched, and in a fixed number of queries."""

import pytest
from django.test import Client

from claims.models import Article, Outlet, QuoteFold, Speaker
from claims.services.annotations import tag_statement
from claims.services.decisions import decide
from claims.text.folding import fold_text
from tests.studies import Study

NOUNS = ["article", "outlet", "speaker", "quote", "statement", "match", "codebook", "membership", "claim"]


def numbers(client: Client, query: str) -> set[int]:
    answer = client.get(f"/admin/claims/statement/?{query}")
    assert answer.status_code == 200, answer.get("Location")
    return {statement.number for statement in answer.context["cl"].result_list}


@pytest.fixture
def tagged(study) -> Study:
    signed, opens = study.claims["signed"], study.claims["opens"]
    tag_statement(statement=study.statements[1], claim=signed, stance="SUPPORTS", by=study.people["jon"])
    tag_statement(statement=study.statements[4], claim=signed, stance="OPPOSES", by=study.people["ada"])
    tag_statement(statement=study.statements[2], claim=opens, stance="OPPOSES", by=study.people["ada"])
    decide(statement=study.statements[5], codebook=study.codebook, outcome="NO_CLAIM", by=study.people["jon"])
    return study


def test_statements_are_narrowed_by_outlet_speaker_and_article(as_, study):
    radio = Outlet.objects.get(name="Radio Halden")
    okarrin = Speaker.objects.get(name="Anselm Okarrin")

    assert numbers(as_("jon"), f"outlet={radio.pk}") == {1, 2}
    assert numbers(as_("jon"), f"speaker={okarrin.pk}") == {4}
    assert numbers(as_("jon"), f"article={study.articles[2].pk}") == {4, 5}


def test_statements_are_narrowed_by_their_tags(as_, tagged):
    ada, signed = tagged.people["ada"].pk, tagged.claims["signed"].pk

    assert numbers(as_("jon"), "tagged=yes") == {1, 2, 4}
    assert numbers(as_("jon"), "tagged=no") == {3, 5}
    assert numbers(as_("jon"), f"claim={signed}&coder={ada}") == {4}
    assert numbers(as_("jon"), "stance=SUPPORTS") == {1}
    assert numbers(as_("jon"), f"claim={tagged.claims['treaty'].pk}") == {1, 4}  # a group: all below it


def test_another_codebooks_tags_narrow_nothing(as_, tagged):
    assert numbers(as_("olga"), "tagged=yes") == set()


def test_statements_are_narrowed_by_day_kind_and_confidence(as_, study):
    assert numbers(as_("jon"), "after=2026-03-15") == {3}
    assert numbers(as_("jon"), "after=2026-03-14&before=2026-03-14") == {1, 2}
    assert numbers(as_("jon"), "kind=INDIRECT") == set()
    assert numbers(as_("jon"), "max_confidence=0.5") == {5}


def test_statements_are_found_by_words(as_, study):
    for statement in (study.statements[1], study.statements[3]):
        QuoteFold.objects.create(quote=statement.quote, folded=fold_text(statement.quote.exact))

    assert numbers(as_("jon"), "q=sella road") == {1, 2}


@pytest.mark.parametrize(
    "query",
    [
        "after=yesterday",
        "speaker=x",
        "speaker=99999999999999999999",
        f"claim={'9' * 5000}",
        "min_confidence=7",
        "coder=0",
    ],
)
def test_a_filter_that_cannot_be_read_breaks_nothing(as_, study, query):
    assert numbers(as_("jon"), query) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("query", ["nonsense=1", "quote__article__text__contains=x", "coder__password=x"])
def test_other_columns_are_no_filters(as_, study, query):
    answer = as_("jon").get(f"/admin/claims/statement/?{query}")

    assert answer.status_code in (302, 400)


def test_a_list_is_sorted_by_its_columns_within_a_filter(as_, study):
    answer = as_("jon").get("/admin/claims/quote/?kind=DIRECT&o=7")  # confidence

    confidences = [quote.confidence for quote in answer.context["cl"].result_list]
    assert confidences == sorted(confidences)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_list_costs_a_fixed_number_of_queries(as_, tagged, noun, django_assert_max_num_queries):
    client = as_("mira")

    with django_assert_max_num_queries(14):
        client.get(f"/admin/claims/{noun}/")


def test_lists_keep_the_text_of_articles_in_the_database(as_, study, django_assert_max_num_queries):
    client = as_("jon")

    with django_assert_max_num_queries(14) as queries:
        client.get("/admin/claims/article/")

    assert not [query for query in queries if '"claims_article"."text",' in query["sql"]]


def test_titles_and_words_are_shown_as_text(as_, study):
    Article.objects.filter(pk=study.articles[0].pk).update(title="<script>alert(1)</script>")

    page = as_("jon").get("/admin/claims/article/").content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize("noun", [*NOUNS, "annotation", "decision"])
def test_no_page_has_inline_script_or_style(as_, tagged, noun):
    page = as_("mira").get(f"/admin/claims/{noun}/").content.decode()

    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
    assert " onclick=" not in page


def test_no_drop_down_grows_with_the_corpus(as_, study):
    page = as_("jon").get("/admin/claims/statement/").content.decode()

    assert "Kess Telegraph</option>" not in page
    assert "Anselm Okarrin</option>" not in page


def test_a_chosen_filter_shows_what_was_chosen(as_, study):
    okarrin = Speaker.objects.get(name="Anselm Okarrin")

    page = as_("jon").get(f"/admin/claims/statement/?speaker={okarrin.pk}&tagged=no").content.decode()

    assert f'<option value="{okarrin.pk}" selected>Anselm Okarrin</option>' in page
    assert '<input type="hidden" name="tagged" value="no">' in page
