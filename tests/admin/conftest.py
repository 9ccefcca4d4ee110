"""A study with a client that is signed in as one of its people."""

from collections.abc import Callable

import pytest
from django.test import Client

from claims.models import Speaker
from claims.models.speaker import Alias
from claims.text.folding import fold_text
from claims.text.names_across import fold_name
from tests.studies import Study, build_study


@pytest.fixture
def study(db) -> Study:
    built = build_study()
    for alias in Alias.objects.all():
        Alias.objects.filter(pk=alias.pk).update(name_folded=fold_name(alias.name) or fold_text(alias.name))
    assert Speaker.objects.count() == 2
    return built


@pytest.fixture
def as_(study) -> Callable[[str], Client]:
    """Return a client of somebody, by name."""

    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(study.people[name])
        return client

    return sign_in
