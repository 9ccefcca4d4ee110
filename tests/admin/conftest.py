"""A study with a client that is signed in as one of its people.

The study is built once per module, inside a transaction that is never committed; each test works in a
savepoint of it and on copies of its rows.
"""

import copy
from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from claims.models import Alias
from claims.text.names_across import fold_name
from tests.studies import Study, build_study


@pytest.fixture(scope="module")
def study_of_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Study]:
    with django_db_blocker.unblock(), transaction.atomic():
        built = build_study()
        for alias in Alias.objects.all():  # as the search for names folds them
            Alias.objects.filter(pk=alias.pk).update(name_folded=fold_name(alias.name))
        yield built
        transaction.set_rollback(True)


@pytest.fixture
def study(study_of_module: Study, db: None) -> Study:
    return copy.deepcopy(study_of_module)


@pytest.fixture
def as_(study: Study) -> Callable[[str], Client]:
    """Return a client of somebody, by name."""

    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(study.people[name])
        return client

    return sign_in
