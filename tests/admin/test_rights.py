"""Who gets into the administration, and what each sees and may not do there."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from claims.models import Annotation, ArticleFold, Claim, Membership, User
from claims.services.annotations import tag_statement
from claims.text.folding import fold_text
from tests.studies import PASSWORD

NOUNS = [model._meta.model_name for model in admin.site._registry]
SHARED = ["article", "speaker", "quote", "statement", "match", "outlet"]


def list_of(noun: str) -> str:
    return reverse(f"admin:claims_{noun}_changelist")


def test_nothing_but_our_nouns_is_administered():
    assert {model._meta.app_label for model in admin.site._registry} == {"claims"}
    assert len(NOUNS) == 12


def test_whoever_is_not_signed_in_is_sent_to_the_sites_own_sign_in(study):
    answer = Client().get("/admin/", follow=True)

    assert answer.redirect_chain[-1][0] == "/sign-in/?next=/admin/"


def test_an_account_without_a_membership_does_not_get_in(study):
    client = Client()
    client.force_login(User.objects.create_user("guest", password=PASSWORD))

    assert client.get("/admin/", follow=True).status_code == 403


@pytest.mark.parametrize("name", ["mira", "jon", "rui"])
def test_members_get_in(as_, name):
    assert as_(name).get("/admin/").status_code == 200


@pytest.mark.parametrize("noun", [noun for noun in NOUNS if noun != "user"])
@pytest.mark.parametrize("name", ["mira", "rui"])
def test_members_see_each_list(as_, study, name, noun):
    tag_statement(
        statement=study.statements[1], claim=study.claims["signed"], stance="SUPPORTS", by=study.people["jon"]
    )

    assert as_(name).get(list_of(noun)).status_code == 200


def test_accounts_are_for_superusers(as_, study):
    assert as_("mira").get(list_of("user")).status_code == 403
    assert b"Accounts" not in as_("mira").get("/admin/").content

    study.people["mira"].is_superuser = True
    study.people["mira"].save()

    assert as_("mira").get(list_of("user")).status_code == 200


@pytest.mark.parametrize("noun", SHARED)
def test_a_row_there_is_not_gives_404(as_, noun):
    assert as_("mira").get(reverse(f"admin:claims_{noun}_change", args=[999_999])).status_code == 404


@pytest.mark.parametrize("noun", ["article", "speaker", "outlet"])
def test_a_row_of_the_corpus_is_shown_and_takes_no_change(as_, study, noun):
    row = {
        "article": study.articles[0],
        "speaker": study.statements[1].quote.attributions.get().speaker,
        "outlet": study.articles[0].outlet,
    }[noun]
    address = reverse(f"admin:claims_{noun}_change", args=[row.pk])

    assert as_("mira").get(address).status_code == 200
    assert as_("mira").post(address, {"name": "X"}).status_code == 403


@pytest.mark.parametrize("noun", NOUNS)
def test_nobody_deletes(as_, study, noun):
    study.people["mira"].is_superuser = True
    study.people["mira"].save()
    row = admin.site._registry and {model._meta.model_name: model for model in admin.site._registry}[noun]
    first = row.objects.first()
    if first is None:
        return

    answer = as_("mira").post(reverse(f"admin:claims_{noun}_delete", args=[first.pk]), {"post": "yes"})

    assert answer.status_code in (403, 404)
    assert row.objects.filter(pk=first.pk).exists()


@pytest.mark.parametrize("noun", ["claim", "codebook", "membership", "annotation"])
def test_rows_of_another_codebook_give_404(as_, study, noun):
    olga = study.people["olga"]
    tag = tag_statement(
        statement=study.statements[1], claim=study.claims["water"], stance="SUPPORTS", by=olga
    )
    row = {
        "claim": study.claims["water"],
        "codebook": study.other_codebook,
        "membership": Membership.objects.get(user=olga),
        "annotation": tag,
    }[noun]

    assert as_("mira").get(reverse(f"admin:claims_{noun}_change", args=[row.pk])).status_code == 404
    assert as_("olga").get(reverse(f"admin:claims_{noun}_change", args=[row.pk])).status_code == 200


@pytest.mark.parametrize("noun", ["claim", "codebook", "membership"])
def test_a_coder_adds_nothing_that_is_a_leads(as_, noun):
    assert as_("jon").get(reverse(f"admin:claims_{noun}_add")).status_code == 403
    assert as_("jon").post(reverse(f"admin:claims_{noun}_add"), {"name": "X"}).status_code == 403


def test_a_reader_changes_no_tag(as_, study):
    tag = tag_statement(
        statement=study.statements[1], claim=study.claims["signed"], stance="SUPPORTS", by=study.people["jon"]
    )
    address = reverse("admin:claims_annotation_change", args=[tag.pk])
    sent = {"stance": "OPPOSES", "certainty": "CERTAIN", "note": "", "revision": 1}

    assert as_("rui").get(address).status_code == 200
    assert as_("rui").post(address, sent).status_code == 403
    assert as_("ada").post(address, sent).status_code == 403

    tag.refresh_from_db()
    assert tag.stance == "SUPPORTS"


@pytest.mark.parametrize("action", ["tag_selected", "carry_over"])
def test_a_readers_actions_are_refused(as_, study, action):
    answer = as_("rui").post(
        list_of("statement"),
        {"action": action, "_selected_action": [study.statements[1].pk], "index": 0, "apply": "1"},
    )

    assert answer.status_code == 403
    assert not Annotation.objects.exists()


def test_a_reader_posts_no_tag_on_a_quote(as_, study):
    quote = study.statements[1].quote

    assert as_("rui").get(reverse("admin:claims_quote_change", args=[quote.pk])).status_code == 200
    assert as_("rui").post(reverse("admin:claims_quote_change", args=[quote.pk]), {}).status_code == 403


def test_statements_lead_on_to_their_quote(as_, study):
    statement = study.statements[2]

    answer = as_("jon").get(reverse("admin:claims_statement_change", args=[statement.pk]))

    assert answer["Location"].endswith(f"/quote/{statement.quote_id}/change/#statement-{statement.pk}")


def test_history_is_no_way_around_rights(as_, study):
    assert as_("jon").get(f"/admin/claims/claim/{study.claims['signed'].pk}/history/").status_code == 404


def test_claims_offered_are_those_of_ones_codebooks_and_take_tags(as_, study):
    address = reverse("admin:autocomplete")
    asked = {"app_label": "claims", "model_name": "annotation", "field_name": "claim", "term": ""}

    offered = [row["text"] for row in as_("jon").get(address, asked).json()["results"]]

    assert offered == [
        "Treaty / A peace treaty will be signed · Lume talks",
        "Treaty / The other side delays · Lume talks",
        "Road / The Sella road should open · Lume talks",
    ]


@pytest.mark.parametrize(
    ("model", "field", "term", "found"),
    [
        ("attribution", "speaker", "vosk", "Ilyana Vosk"),
        ("quote", "outlet", "HALDEN", "Radio Halden"),
        ("quote", "article", "promised", "Vosk on the treaty · Kess Telegraph · 2026-03-15"),
        ("annotation", "claim", "sella road", "Road / The Sella road should open · Lume talks"),
    ],
)
def test_autocomplete_finds_by_words(as_, study, model, field, term, found):
    for article in study.articles:
        ArticleFold.objects.create(article=article, folded=fold_text(article.text))
    asked = {"app_label": "claims", "model_name": model, "field_name": field, "term": term}

    results = as_("jon").get(reverse("admin:autocomplete"), asked).json()["results"]

    assert [row["text"] for row in results] == [found]


def test_autocomplete_offers_no_accounts(as_):
    asked = {"app_label": "claims", "model_name": "annotation", "field_name": "coder", "term": ""}

    assert as_("mira").get(reverse("admin:autocomplete"), asked).status_code == 403


def test_a_claim_is_in_the_database_once_whatever_is_posted(as_, study):
    """Fields that the form does not list are not taken (mass assignment)."""
    claim = study.claims["opens"]
    address = reverse("admin:claims_claim_change", args=[claim.pk])

    as_("mira").post(
        address,
        {
            "name": "The road should open",
            "parent": study.claims["road"].pk,
            "key": "8",
            "codebook": study.other_codebook.pk,
            "is_group": "on",
            "is_retired": "on",
        },
    )

    claim.refresh_from_db()
    assert (claim.name, claim.codebook, claim.is_group, claim.is_retired) == (
        "The road should open",
        study.codebook,
        False,
        False,
    )
    assert Claim.objects.filter(name__contains="road should").count() == 1
