"""People at the pages of a small world.

The world is built once per module, inside a transaction that is never committed; each test works in a
savepoint of it and on copies of its rows, so that no test sees what another one did.
"""

import copy
from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.world import World, build_world

Visit = Callable[[str], Client]


@pytest.fixture(scope="module")
def world_of_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(world_of_module: World, db: None) -> World:
    return copy.deepcopy(world_of_module)


@pytest.fixture
def visit(world: World) -> Visit:
    """Return a browser in which the named person is signed in."""

    def signed_in(name: str) -> Client:
        client = Client()
        client.force_login(world.people[name])
        return client

    return signed_in
